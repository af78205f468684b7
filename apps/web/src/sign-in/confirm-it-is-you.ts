import { useSyncExternalStore } from 'react';

interface Asked {
  readonly confirmed: () => void;
  readonly givenUp: () => void;
}

let asked: Asked | undefined;
const listeners = new Set<() => void>();

function ask(next: Asked | undefined): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Whoever was asked for a passkey and closed the question. */
export class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed';
}

/** Resolves once the passkey has confirmed who this is. @throws NotConfirmed */
export function confirmItIsYou(): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (done: () => void) => () => {
      ask(undefined);
      done();
    };
    ask({ confirmed: end(resolve), givenUp: end(() => reject(new NotConfirmed())) });
  });
}

/** What waits for the passkey, for the dialog in the shell. */
export function useAskedToConfirm(): Asked | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
