import {
  AlreadyTaken,
  DocumentStore,
  StaleVersion,
  type Collection,
  type DueField,
  type Page,
  type Query,
  type StoredDocument,
} from '#libs/ports/document-store/port';

/**
 * Keeps documents in memory as they are, frozen: many times cheaper than text, and whoever writes into what it read is
 * found out all the same.
 */
export class FrozenStore extends DocumentStore {
  /** How often anything was written. */
  writes = 0;
  private readonly collections = new Map<string, Map<string, StoredDocument>>();

  put<D extends StoredDocument>({ name }: Collection<D>, document: D): void {
    this.writes++;
    this.of(name).set(document.id, frozen(document));
  }

  every<D extends StoredDocument>({ name }: Collection<D>): D[] {
    return [...this.of<D>(name).values()];
  }

  one<D extends StoredDocument>({ name }: Collection<D>, id: string): D | undefined {
    return this.of<D>(name).get(id);
  }

  async insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    if (this.one(collection, document.id)) throw new AlreadyTaken(collection.name, document.id);
    this.put(collection, document);
  }

  async get<D extends StoredDocument>(collection: Collection<D>, id: string): Promise<D | undefined> {
    return this.one(collection, id);
  }

  async replace<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    if (this.one(collection, document.id)?.ver !== document.ver - 1)
      throw new StaleVersion(collection.name, document.id);
    this.put(collection, document);
  }

  async remove<D extends StoredDocument>({ name }: Collection<D>, id: string): Promise<void> {
    this.of(name).delete(id);
  }

  async find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    { equals, limit }: Query,
  ): Promise<Page<D>> {
    const by = (document: D) => [collection.indexes[index]?.by(document) ?? []].flat();
    const items = this.every(collection).filter((document) => by(document).includes(equals ?? ''));
    return { items: items.slice(0, limit), next: null };
  }

  async count<D extends StoredDocument>({ name }: Collection<D>): Promise<number> {
    return this.of(name).size;
  }

  async due<D extends StoredDocument>(
    collection: Collection<D>,
    field: DueField,
    before: number,
    limit: number,
  ): Promise<readonly D[]> {
    const at = (document: D) => document[field] ?? Infinity;
    const due = this.every(collection).filter((document) => at(document) <= before);
    return due.sort((a, b) => at(a) - at(b)).slice(0, limit);
  }

  async close(): Promise<void> {}

  private of<D extends StoredDocument>(name: string): Map<string, D> {
    let documents = this.collections.get(name);
    if (!documents) this.collections.set(name, (documents = new Map()));
    return documents as Map<string, D>;
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key in value) frozen(value[key]);
  return value;
}
