/** What every stored document has. Everything in it must survive JSON. */
export interface StoredDocument {
  readonly id: string;
  /** Rises by one with every write; what `replace` compares. The first version is 1. */
  readonly ver: number;
  /** Epoch milliseconds of the earliest moment something falls due, or null. */
  readonly nextAt: number | null;
  /** Epoch milliseconds from which the relay may sweep what is not yet on the bus, or null. */
  readonly unsent: number | null;
}

export type IndexKey = string | readonly string[] | null;

/**
 * How documents of a collection can be found: by one key (a list means: under each of them; null: not at all) and, under
 * it, in the order of `sort` (ISO times and other strings that sort as text; default: the id). Pure functions of the document.
 */
export interface Index<D> {
  by(document: D): IndexKey;
  sort?(document: D): string;
}

/** Declared once by the service that owns it; every store obeys it. */
export interface Collection<D extends StoredDocument> {
  /** `<service>.<noun>`, lower case, letters, digits and hyphens. */
  readonly name: string;
  readonly indexes: Readonly<Record<string, Index<D>>>;
}

export interface Query {
  /** One key … */
  readonly equals?: string;
  /** … or any of several (≤ 500); a document under several of them comes once. */
  readonly oneOf?: readonly string[];
  /** Bounds of `sort`: `from` inclusive, `to` exclusive. */
  readonly from?: string;
  readonly to?: string;
  /** By `sort`, then id. Default ascending. */
  readonly order?: 'ascending' | 'descending';
  /** The `next` of an earlier page. */
  readonly after?: string;
  /** 1–1,000. */
  readonly limit: number;
}

export interface Page<D> {
  readonly items: readonly D[];
  /** Opaque; null on the last page. Stable under writes: nothing that stays is skipped or repeated. */
  readonly next: string | null;
}

export type DueField = 'nextAt' | 'unsent';

/** @see DocumentStore.insert */
export class AlreadyTaken extends Error {
  override readonly name = 'AlreadyTaken';
  constructor(collection: string, id: string) {
    super(`${collection} has a document ${id} already`);
  }
}

/** @see DocumentStore.replace */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  constructor(collection: string, id: string) {
    super(`${collection} ${id} was changed by somebody else or is gone`);
  }
}

/** A mistake of the programmer: the collection does not declare that index. */
export class UnknownIndex extends Error {
  override readonly name = 'UnknownIndex';
  constructor(collection: string, index: string) {
    super(`${collection} declares no index "${index}"`);
  }
}

/**
 * Keeps documents, each changed by compare-and-swap. There are no transactions over several documents, in any store.
 *
 * Promised: a resolved write survives kill -9 and power loss; of many writers of one version exactly one wins; what is
 * read is a copy that nobody shares. Every method throws Unavailable when the store cannot be reached.
 */
export abstract class DocumentStore {
  /** Stores a new document, `ver` as given (1). @throws AlreadyTaken when the id is in use. */
  abstract insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void>;

  abstract get<D extends StoredDocument>(collection: Collection<D>, id: string): Promise<D | undefined>;

  /**
   * Stores `document` over the version `document.ver - 1`.
   * @throws StaleVersion when another version is stored, or none.
   */
  abstract replace<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void>;

  /** Removes that version. @throws StaleVersion as `replace`. */
  abstract remove<D extends StoredDocument>(
    collection: Collection<D>,
    id: string,
    ver: number,
  ): Promise<void>;

  /**
   * With neither `equals` nor `oneOf`: everything that has the index, which then needs a single key per document.
   * @throws UnknownIndex; RangeError for a query out of its bounds; InvalidCursor when `after` is no `next` of this list.
   */
  abstract find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>>;

  /** How many `find` would give without a limit, capped at 10,000. @throws UnknownIndex */
  abstract count<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Omit<Query, 'limit' | 'after' | 'order'>,
  ): Promise<number>;

  /** At most `limit` documents whose `field` is ≤ `before`, earliest first. */
  abstract due<D extends StoredDocument>(
    collection: Collection<D>,
    field: DueField,
    before: number,
    limit: number,
  ): Promise<readonly D[]>;

  /** Finishes what was begun. Calling it twice is fine; other calls afterwards throw Unavailable. */
  abstract close(): Promise<void>;
}

/**
 * Every document of a collection, each once, in no order; nothing when there is no such collection. For audits, backups
 * and moves: it walks past every index, so no request may use it.
 */
export type ReadAll = <D extends StoredDocument>(collection: Collection<D>) => AsyncIterable<D>;
