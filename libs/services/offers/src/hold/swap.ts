import {
  AlreadyTaken,
  StaleVersion,
  type Collection,
  type DocumentStore,
  type StoredDocument,
} from '#libs/ports/document-store/port';

const fresh = (id: string) => ({ id, ver: 0, nextAt: null, unsent: null });

/**
 * One compare-and-swap of one document, tried again when somebody else was first. `decide` may run several times; what it
 * returns unchanged is not written.
 */
export async function swap<D extends StoredDocument>(
  store: DocumentStore,
  collection: Collection<D>,
  id: string,
  empty: Omit<D, keyof StoredDocument>,
  decide: (current: D) => D,
): Promise<void> {
  for (;;) {
    const stored = await store.get(collection, id);
    const current = stored ?? ({ ...fresh(id), ...empty } as D);
    const decided = decide(current);
    if (decided === current) return;
    const next: D = { ...decided, ver: current.ver + 1 };
    try {
      await (stored ? store.replace(collection, next) : store.insert(collection, next));
      return;
    } catch (error) {
      if (!(error instanceof StaleVersion) && !(error instanceof AlreadyTaken)) throw error;
    }
  }
}
