import {
  AlreadyTaken,
  StaleVersion,
  type Collection,
  type DocumentStore,
  type StoredDocument,
} from '#libs/ports/document-store/port';

/** Makes one document of what is kept under that id, over and over until nobody was in between. Null changes nothing. */
export async function putDocument<D extends StoredDocument>(
  store: DocumentStore,
  collection: Collection<D>,
  id: string,
  make: (kept: D | undefined) => Omit<D, 'id' | 'ver' | 'unsent'> | null,
): Promise<D | undefined> {
  for (;;) {
    const kept = await store.get(collection, id);
    const made = make(kept);
    if (!made) return kept;
    const document = { ...made, id, ver: (kept?.ver ?? 0) + 1, unsent: null } as unknown as D;
    try {
      await (kept ? store.replace(collection, document) : store.insert(collection, document));
      return document;
    } catch (error) {
      if (!(error instanceof StaleVersion || error instanceof AlreadyTaken)) throw error;
    }
  }
}

const sweptAtOnce = 100;

/** Removes what was only kept until a moment that is past. */
export async function removePast<D extends StoredDocument>(
  store: DocumentStore,
  collection: Collection<D>,
  now: number,
): Promise<void> {
  for (const { id, ver } of await store.due(collection, 'nextAt', now, sweptAtOnce)) {
    await store.remove(collection, id, ver).catch((error: unknown) => {
      // Somebody else removed or renewed it.
      if (!(error instanceof StaleVersion)) throw error;
    });
  }
}
