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

/** Keeps documents as text in memory; each write happens when its turn comes, which the caller of `turn` decides. */
export class MemoryStore extends DocumentStore {
  private readonly texts = new Map<string, Map<string, string>>();

  constructor(
    readonly turn: (what: string) => Promise<void>,
    private readonly written: (collection: string, document: StoredDocument) => void = () => undefined,
  ) {
    super();
  }

  /** Without waiting for a turn. */
  put<D extends StoredDocument>({ name }: Collection<D>, document: D): void {
    this.of(name).set(document.id, JSON.stringify(document));
  }

  every<D extends StoredDocument>({ name }: Collection<D>): D[] {
    return [...this.of(name).values()].map((text) => JSON.parse(text) as D);
  }

  async insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    await this.turn(`insert ${collection.name} ${document.id}`);
    if (this.of(collection.name).has(document.id)) throw new AlreadyTaken(collection.name, document.id);
    this.put(collection, document);
    this.written(collection.name, document);
  }

  async get<D extends StoredDocument>({ name }: Collection<D>, id: string): Promise<D | undefined> {
    const text = this.of(name).get(id);
    return text === undefined ? undefined : (JSON.parse(text) as D);
  }

  async replace<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    await this.turn(`replace ${collection.name} ${document.id}`);
    const current = await this.get(collection, document.id);
    if (current?.ver !== document.ver - 1) throw new StaleVersion(collection.name, document.id);
    this.put(collection, document);
    this.written(collection.name, document);
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

  async count<D extends StoredDocument>(collection: Collection<D>): Promise<number> {
    return this.of(collection.name).size;
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

  private of(name: string): Map<string, string> {
    let texts = this.texts.get(name);
    if (!texts) this.texts.set(name, (texts = new Map()));
    return texts;
  }
}
