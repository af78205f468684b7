const prefix = 'leerbrug.draft.';
const kept = 30 * 24 * 60 * 60_000;

interface Draft {
  readonly at: number;
  readonly values: unknown;
}

/** What was typed and not sent; it outlives reloads and sessions on this device, for thirty days. */
export function draftOf<Values extends object>(store: Storage, name: string, now: number): Partial<Values> {
  try {
    const { at, values } = JSON.parse(store.getItem(prefix + name) ?? '{}') as Partial<Draft>;
    const isGood = typeof at === 'number' && at > now - kept && typeof values === 'object' && values !== null;
    return isGood ? values : {};
  } catch {
    return {};
  }
}

/** A full or forbidden store keeps nothing, and typing goes on. */
export function keepDraft(store: Storage, name: string, values: object, now: number): void {
  try {
    store.setItem(prefix + name, JSON.stringify({ at: now, values }));
  } catch {
    return;
  }
}

export function dropDraft(store: Storage, name: string): void {
  store.removeItem(prefix + name);
}
