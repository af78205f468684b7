import { Unavailable } from '#libs/contracts';
import {
  AlreadyTaken,
  checkQuery,
  DocumentStore,
  readCursor,
  StaleVersion,
  writeCursor,
  type Collection,
  type DueField,
  type Page,
  type Query,
  type StoredDocument,
} from '#libs/ports/document-store/port';
import type { Connection } from 'mongoose';
import { keptOf, modelOf, type DocumentModel, type Kept } from './document-model.js';
import { filterOf, orderOf } from './find.js';
import { connectMongo, isDuplicate, outage, type MongoOptions } from './mongo-connection.js';

const COUNT_AT_MOST = 10_000;

/**
 * A collection per declaration. Reads go through its model, writes past it: the driver alone takes half the time and
 * leaves the keys of a document as they are. Needs the indexes that `syncIndexes` makes.
 */
export class MongoDocumentStore extends DocumentStore {
  private readonly models = new Map<string, { indexes: string; model: Promise<DocumentModel> }>();
  private readonly running = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly connection: Connection,
    private readonly trusted: <T extends object>(filter: T) => T,
  ) {
    super();
  }

  /** @throws Unavailable */
  static async open(options: MongoOptions): Promise<MongoDocumentStore> {
    const connection = await connectMongo(options);
    const { default: mongoose } = await import('mongoose');
    return new MongoDocumentStore(connection, (filter) => mongoose.trusted(filter));
  }

  async insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    const kept = keptOf(collection, document);
    await this.run(collection, async (model) => {
      try {
        await model.collection.insertOne(kept as never);
      } catch (error) {
        throw isDuplicate(error) ? new AlreadyTaken(collection.name, kept._id) : error;
      }
    });
  }

  get<D extends StoredDocument>(collection: Collection<D>, id: string): Promise<D | undefined> {
    return this.run(collection, async (model) => {
      const kept = await model.findById(id).lean<Kept>();
      return kept ? (kept.body as D) : undefined;
    });
  }

  async replace<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    const kept = keptOf(collection, document);
    const before = { _id: kept._id, ver: kept.ver - 1 };
    await this.run(collection, async (model) => {
      const { matchedCount } = await model.collection.replaceOne(before as never, kept);
      if (matchedCount === 0) throw new StaleVersion(collection.name, kept._id);
    });
  }

  async remove<D extends StoredDocument>(collection: Collection<D>, id: string, ver: number): Promise<void> {
    await this.run(collection, async (model) => {
      const { deletedCount } = await model.collection.deleteOne({ _id: id, ver } as never);
      if (deletedCount === 0) throw new StaleVersion(collection.name, id);
    });
  }

  async find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>> {
    checkQuery(collection, index, query);
    const after = query.after === undefined ? undefined : readCursor(query.after);
    return this.run(collection, async (model) => {
      const found = await model
        .find(this.trust(filterOf(index, query, after)))
        .sort(orderOf(index, query.order))
        .limit(query.limit + 1)
        .lean<Kept[]>();
      const here = found.slice(0, query.limit);
      const last = here.at(-1);
      const more = last && found.length > here.length;
      return {
        items: here.map(({ body }) => body as D),
        next: more ? writeCursor({ sort: last.ix[index]?.sort ?? '', id: last._id }) : null,
      };
    });
  }

  async count<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Omit<Query, 'limit' | 'after' | 'order'>,
  ): Promise<number> {
    checkQuery(collection, index, query);
    return this.run(collection, (model) =>
      model.countDocuments(this.trust(filterOf(index, query)), { limit: COUNT_AT_MOST }).exec(),
    );
  }

  due<D extends StoredDocument>(
    collection: Collection<D>,
    field: DueField,
    before: number,
    limit: number,
  ): Promise<readonly D[]> {
    return this.run(collection, async (model) => {
      const found = await model
        .find(this.trust({ [field]: { $exists: true, $lte: before } }))
        .sort({ [field]: 1, _id: 1 })
        .limit(limit)
        .lean<Kept[]>();
      return found.map(({ body }) => body as D);
    });
  }

  close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async end(): Promise<void> {
    await Promise.allSettled(this.running);
    await this.connection.close();
  }

  /** `sanitizeFilter` takes operators for values unless they are known to be ours, on every level. */
  private trust<T>(filter: T): T {
    if (Array.isArray(filter)) return filter.map((each: unknown) => this.trust(each)) as T;
    if (typeof filter !== 'object' || filter === null) return filter;
    const inner = Object.entries(filter).map(([key, value]) => [key, this.trust(value as unknown)]);
    return this.trusted(Object.fromEntries(inner) as object) as T;
  }

  /** @throws Unavailable */
  private async run<D extends StoredDocument, T>(
    collection: Collection<D>,
    work: (model: DocumentModel) => Promise<T>,
  ): Promise<T> {
    if (this.closing) throw new Unavailable('the document store');
    const running = this.model(collection).then(work);
    this.running.add(running);
    try {
      return await running;
    } catch (error) {
      throw outage(error);
    } finally {
      this.running.delete(running);
    }
  }

  private model<D extends StoredDocument>(collection: Collection<D>): Promise<DocumentModel> {
    const indexes = Object.keys(collection.indexes).sort().join();
    const known = this.models.get(collection.name);
    if (known && known.indexes !== indexes)
      return Promise.reject(new RangeError(`${collection.name} is declared twice, differently`));
    const model = known?.model ?? modelOf(this.connection, collection);
    this.models.set(collection.name, { indexes, model });
    return model;
  }
}
