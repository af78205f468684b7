import { documentStoreCases } from '#libs/ports/document-store/contract';
import {
  AlreadyTaken,
  StaleVersion,
  type Collection,
  type DueField,
  type Page,
  type Query,
  type StoredDocument,
} from '#libs/ports/document-store/port';
import type { SqliteFile } from '#libs/ports/sqlite';
import { TemporaryFolder } from '#libs/ports/sqlite/testing';
import { SqliteDocumentStore } from './sqlite-document-store.js';

/** Stores that break one promise each. The suite must turn red for every one of them, or it proves nothing. */
class AcknowledgesBeforeTheCommit extends SqliteDocumentStore {
  override async insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    super.insert(collection, document).catch(() => undefined);
  }
}

class TakesAnIdTwice extends SqliteDocumentStore {
  override async insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    const before = await this.get(collection, document.id);
    if (before) await this.remove(collection, before.id, before.ver);
    await super.insert(collection, document);
  }
}

class LooksBeforeItInserts extends SqliteDocumentStore {
  override async insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    if (await this.get(collection, document.id)) throw new AlreadyTaken(collection.name, document.id);
    await super.insert(collection, document).catch(() => undefined);
  }
}

class ForgetsVersions extends SqliteDocumentStore {
  override async replace<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    const before = await this.get(collection, document.id);
    if (before) await super.remove(collection, before.id, before.ver);
    await super.insert(collection, document);
  }
}

class ComparesVersionsTooEarly extends SqliteDocumentStore {
  override async replace<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    const before = await this.get(collection, document.id);
    if (before?.ver !== document.ver - 1) throw new StaleVersion(collection.name, document.id);
    await super.replace(collection, document).catch(() => undefined);
  }
}

class RemovesAnyVersion extends SqliteDocumentStore {
  override async remove<D extends StoredDocument>(collection: Collection<D>, id: string): Promise<void> {
    const before = await this.get(collection, id);
    if (!before) throw new StaleVersion(collection.name, id);
    await super.remove(collection, id, before.ver);
  }
}

class SharesObjects extends SqliteDocumentStore {
  private readonly kept = new Map<string, unknown>();

  override async get<D extends StoredDocument>(
    collection: Collection<D>,
    id: string,
  ): Promise<D | undefined> {
    const now = await super.get(collection, id);
    const kept = this.kept.get(id) as D | undefined;
    if (kept && kept.ver === now?.ver) return kept;
    this.kept.set(id, now);
    return now;
  }

  override async find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>> {
    const { items, next } = await super.find(collection, index, query);
    return {
      items: await Promise.all(items.map(async (each) => (await this.get(collection, each.id)) ?? each)),
      next,
    };
  }
}

class ReadsTheCallersObjectLater extends SqliteDocumentStore {
  override async insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    await new Promise(setImmediate);
    await super.insert(collection, document);
  }
}

class IndexesTheFirstKeyOnly extends SqliteDocumentStore {
  override insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    const short = {
      ...document,
      owners: 'owners' in document ? (document.owners as string[]).slice(0, 1) : [],
    };
    return super.insert(collection, short);
  }
}

class GivesADocumentPerKey extends SqliteDocumentStore {
  override async find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>> {
    if (!query.oneOf?.length) return super.find(collection, index, query);
    const { oneOf, ...rest } = query;
    const pages = await Promise.all(
      oneOf.map((equals) => super.find(collection, index, { ...rest, equals })),
    );
    return { items: pages.flatMap(({ items }) => items), next: null };
  }
}

class IgnoresOrder extends SqliteDocumentStore {
  override async find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>> {
    const page = await super.find(collection, index, query);
    return { ...page, items: page.items.toSorted((one, other) => one.id.localeCompare(other.id)) };
  }
}

class TakesToAsInclusive extends SqliteDocumentStore {
  override find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>> {
    return super.find(
      collection,
      index,
      query.to === undefined ? query : { ...query, to: `${query.to}\u0000` },
    );
  }
}

class PagesByOffset extends SqliteDocumentStore {
  override async find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>> {
    const offset = Number(query.after ?? 0);
    const { items } = await super.find(collection, index, { ...query, after: undefined, limit: 1000 });
    const end = offset + query.limit;
    return { items: items.slice(offset, end), next: end < items.length ? String(end) : null };
  }
}

class TakesAnyCursor extends SqliteDocumentStore {
  override find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>> {
    return super
      .find(collection, index, query)
      .catch(() => super.find(collection, index, { ...query, after: undefined }));
  }
}

class CountsAll extends SqliteDocumentStore {
  override async count<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Omit<Query, 'limit'>,
  ): Promise<number> {
    const { items, next } = await super.find(collection, index, { ...query, limit: 1000 });
    return next
      ? items.length + (await this.count(collection, index, { ...query, after: next }))
      : items.length;
  }
}

class GivesTheLatestDueFirst extends SqliteDocumentStore {
  override async due<D extends StoredDocument>(
    collection: Collection<D>,
    field: DueField,
    before: number,
    limit: number,
  ): Promise<readonly D[]> {
    return (await super.due(collection, field, before, limit)).toReversed();
  }
}

class ForgetsToClose extends SqliteDocumentStore {
  override async close(): Promise<void> {
    await new Promise(setImmediate);
  }
}

class DropsWhatWaitsWhenItCloses extends SqliteDocumentStore {
  private ending = false;
  override async insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    await new Promise(setImmediate);
    if (this.ending) throw new Error('too late');
    await super.insert(collection, document);
  }
  override close(): Promise<void> {
    this.ending = true;
    return super.close();
  }
}

const broken: [kind: new (file: SqliteFile) => SqliteDocumentStore, caughtBy: string][] = [
  [AcknowledgesBeforeTheCommit, 'reads what it has acknowledged'],
  [TakesAnIdTwice, 'takes an id once'],
  [LooksBeforeItInserts, 'lets one of 20 simultaneous inserts of an id win'],
  [ForgetsVersions, 'refuses a stale version and a missing document'],
  [ComparesVersionsTooEarly, 'lets one of 50 concurrent writers win, round after round'],
  [ComparesVersionsTooEarly, 'lets one of 20 writers of one version win'],
  [RemovesAnyVersion, 'removes that version only, and everything of it'],
  [SharesObjects, 'shares no object with anybody'],
  [ReadsTheCallersObjectLater, 'shares no object with anybody'],
  [IndexesTheFirstKeyOnly, 'finds a document under each key of its list, and under null not at all'],
  [GivesADocumentPerKey, 'finds under any of up to 500 keys, each document once'],
  [
    IgnoresOrder,
    'gives what lies between from (inclusive) and to (exclusive), by sort and then id, both ways',
  ],
  [
    TakesToAsInclusive,
    'gives what lies between from (inclusive) and to (exclusive), by sort and then id, both ways',
  ],
  [PagesByOffset, 'skips and repeats nothing that stays, whatever is written between two pages'],
  [TakesAnyCursor, 'refuses a cursor that no page gave'],
  [CountsAll, 'counts no further than 10,000'],
  [GivesTheLatestDueFirst, 'gives what is due, earliest first'],
  [ForgetsToClose, 'closes twice, and is unavailable then'],
  [DropsWhatWaitsWhenItCloses, 'finishes what was begun when it closes'],
];

describe('the suite for document stores', () => {
  it.each(broken)('turns red for a store that %p: %s', async (Broken, name) => {
    await expect(runCase(name, Broken, (folder) => folder.reopen())).rejects.toThrow('expect(');
    await expect(runCase(name, SqliteDocumentStore, (folder) => folder.reopen())).resolves.toBeUndefined();
  });

  it('turns red for a store that comes back empty', async () => {
    const spare = new TemporaryFolder();
    const empty = runCase(
      'keeps everything when it is opened again',
      SqliteDocumentStore,
      async () => spare.file,
    );
    await expect(empty).rejects.toThrow('expect(');
    await spare.end();
  });

  it('names each case once', () => {
    const names = documentStoreCases.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

async function runCase(
  name: string,
  Store: new (file: SqliteFile) => SqliteDocumentStore,
  reopened: (folder: TemporaryFolder) => Promise<SqliteFile>,
): Promise<void> {
  const found = documentStoreCases.find((each) => each.name === name);
  if (!found) throw new TypeError(`the suite has no case "${name}"`);
  const folder = new TemporaryFolder();
  const store = new Store(folder.file);
  const reopen = () => store.close().then(async () => new Store(await reopened(folder)));
  try {
    await found.run({ store, reopen, end: async () => undefined });
  } finally {
    await folder.end();
  }
}
