import { useSyncExternalStore } from 'react';

let ended = false;
const changed = new EventTarget();

/** The session ended while somebody was here, or they are back. */
export function sayEnded(is: boolean): void {
  if (ended === is) return;
  ended = is;
  changed.dispatchEvent(new Event('change'));
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      changed.addEventListener('change', listener);
      return () => changed.removeEventListener('change', listener);
    },
    () => ended,
  );
}
