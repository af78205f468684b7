import type { Collection, DocumentStore, Page, Query, StoredDocument } from '#libs/ports/document-store/port';

export interface Thing extends StoredDocument {
  readonly state: string | null;
  readonly owners: readonly string[];
  readonly at: string;
  readonly more: unknown;
}

export const things: Collection<Thing> = {
  name: 'suite.things',
  indexes: {
    state: { by: ({ state }) => state, sort: ({ at }) => at },
    owners: { by: ({ owners }) => owners },
  },
};

export function aThing(over: Partial<Thing> = {}): Thing {
  return {
    id: 'thing-1',
    ver: 1,
    nextAt: null,
    unsent: null,
    state: 'open',
    owners: [],
    at: '2026-09-01T10:00:00Z',
    more: null,
    ...over,
  };
}

/** The next version of it. */
export function changed(thing: Thing, over: Partial<Thing> = {}): Thing {
  return { ...thing, ver: thing.ver + 1, ...over };
}

export async function insertAll(store: DocumentStore, all: readonly Partial<Thing>[]): Promise<void> {
  await Promise.all(all.map((each) => store.insert(things, aThing(each))));
}

export function ids(found: readonly Thing[] | Page<Thing>): string[] {
  return ('items' in found ? found.items : found).map(({ id }) => id);
}

/** All pages of a query, one after the other. */
export async function walk(
  store: DocumentStore,
  index: string,
  query: Query,
  between: (page: number) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 1; ; page += 1) {
    const found: Page<Thing> = await store.find(things, index, { ...query, after });
    seen.push(...ids(found));
    if (found.next === null) return seen;
    after = found.next;
    await between(page);
  }
}
