import { useSyncExternalStore } from 'react';

let wanted = false;
const listeners = new Set<() => void>();

/** From the first toast on the shell draws them; until then their code is not asked for. */
export function wantToasts(): void {
  wanted = true;
  for (const listener of listeners) listener();
}

export function useToastsWanted(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted,
  );
}
