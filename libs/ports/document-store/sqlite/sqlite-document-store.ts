import { Unavailable } from '#libs/contracts';
import {
  AlreadyTaken,
  checkQuery,
  DocumentStore,
  indexEntries,
  readCursor,
  StaleVersion,
  writeCursor,
  type Collection,
  type DueField,
  type Page,
  type Query,
  type StoredDocument,
} from '#libs/ports/document-store/port';
import type { SqliteFile, Statements } from '#libs/ports/sqlite';
import {
  addEntries,
  declarationMark,
  notIn,
  openCollection,
  takeOutEntries,
  type CollectionTables,
  type Entries,
} from './collection-tables.js';
import { countPlaces, findPlaces } from './find.js';

const COLUMNS: Record<DueField, string> = { nextAt: 'next_at', unsent: 'unsent' };

/** A table per collection, and per declared index a table of (key, sort, id). Leaves the file open when it closes. */
export class SqliteDocumentStore extends DocumentStore {
  private readonly opened = new Map<string, { mark: string; tables: CollectionTables }>();
  private readonly tablesOf = new WeakMap<Collection<never>, CollectionTables>();
  private readonly walked = new Set<string>();
  private readonly writing = new Set<Promise<unknown>>();
  private readonly statements: Statements = (text) => this.file.statement(text);
  private closed = false;

  constructor(private readonly file: SqliteFile) {
    super();
  }

  async insert<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    const tables = this.open(collection);
    const { id, ver, nextAt, unsent } = document;
    const entries = indexEntries(collection, document);
    const ix = JSON.stringify(entries);
    const body = JSON.stringify(document);
    const text = `insert into ${tables.documents} (id, ver, next_at, unsent, ix, body) values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing`;
    await this.write((statements) => {
      const { changes } = statements(text).run(id, ver, nextAt, unsent, ix, body);
      if (changes === 0) throw new AlreadyTaken(collection.name, id);
      addEntries(statements, tables, { id, entries });
    });
  }

  async get<D extends StoredDocument>(collection: Collection<D>, id: string): Promise<D | undefined> {
    const { documents } = this.open(collection);
    const row = this.statements(`select body from ${documents} where id = ?`).get(id);
    return row && parse<D>(row['body']);
  }

  async replace<D extends StoredDocument>(collection: Collection<D>, document: D): Promise<void> {
    const tables = this.open(collection);
    const { documents } = tables;
    const { id, ver, nextAt, unsent } = document;
    const entries = indexEntries(collection, document);
    const ix = JSON.stringify(entries);
    const body = JSON.stringify(document);
    const written = `update ${documents} set ver = ?, next_at = ?, unsent = ?, body = ?`;
    await this.write((statements) => {
      // Most changes leave the document where it stands: those are one statement.
      const state = [ver, nextAt, unsent, body];
      const { changes } = statements(`${written} where id = ? and ver = ? and ix = ?`).run(
        ...state,
        id,
        ver - 1,
        ix,
      );
      if (changes === 1) return;
      const before = parse<Entries>(storedEntries(statements, collection, tables, { id, ver: ver - 1 }));
      statements(`${written}, ix = ? where id = ?`).run(...state, ix, id);
      takeOutEntries(statements, tables, { id, entries: notIn(entries, before) });
      addEntries(statements, tables, { id, entries: notIn(before, entries) });
    });
  }

  async remove<D extends StoredDocument>(collection: Collection<D>, id: string, ver: number): Promise<void> {
    const tables = this.open(collection);
    await this.write((statements) => {
      const before = storedEntries(statements, collection, tables, { id, ver });
      statements(`delete from ${tables.documents} where id = ?`).run(id);
      takeOutEntries(statements, tables, { id, entries: parse(before) });
    });
  }

  async find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>> {
    checkQuery(collection, index, query);
    const after = query.after === undefined ? undefined : readCursor(query.after);
    const table = this.indexTable(collection, index, query);
    const places = findPlaces(this.statements, table, { ...query, limit: query.limit + 1 }, after);
    const here = places.slice(0, query.limit);
    const text = `select body from ${this.open(collection).documents} where id = ?`;
    const items = here.map(({ id }) => parse<D>(this.statements(text).get(id)?.['body']));
    const last = here.at(-1);
    return { items, next: last && places.length > here.length ? writeCursor(last) : null };
  }

  async count<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Omit<Query, 'limit' | 'after' | 'order'>,
  ): Promise<number> {
    checkQuery(collection, index, query);
    return countPlaces(this.statements, this.indexTable(collection, index, query), query);
  }

  async due<D extends StoredDocument>(
    collection: Collection<D>,
    field: DueField,
    before: number,
    limit: number,
  ): Promise<readonly D[]> {
    const { documents } = this.open(collection);
    const column = COLUMNS[field];
    const text = `select body from ${documents} where ${column} <= ? order by ${column}, id limit ?`;
    return this.statements(text)
      .all(before, limit)
      .map((row) => parse<D>(row['body']));
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.writing);
  }

  private async write(job: (statements: Statements) => void): Promise<void> {
    const written = this.file.write(job);
    this.writing.add(written);
    try {
      await written;
    } finally {
      this.writing.delete(written);
    }
  }

  private open<D extends StoredDocument>(collection: Collection<D>): CollectionTables {
    if (this.closed) throw new Unavailable('the document store');
    const known = this.tablesOf.get(collection);
    if (known) return known;

    const mark = declarationMark(collection);
    const namesake = this.opened.get(collection.name);
    if (namesake && namesake.mark !== mark)
      throw new RangeError(`${collection.name} is declared twice, differently`);
    const tables = namesake?.tables ?? openCollection(this.file, collection);
    this.opened.set(collection.name, { mark, tables });
    this.tablesOf.set(collection, tables);
    return tables;
  }

  /** Walking an index across all its keys needs an order of its own; few are walked so, so it is made when asked for. */
  private indexTable<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    { equals, oneOf }: Pick<Query, 'equals' | 'oneOf'>,
  ): string {
    const table = this.open(collection).index(index);
    if (equals === undefined && !oneOf) this.walkable(table);
    return table;
  }

  private walkable(table: string): void {
    if (this.walked.has(table)) return;
    this.file.writeNow((statements) => {
      statements(`create index if not exists "${table.slice(1, -1)}@sort" on ${table} (sort, id)`).run();
    });
    this.walked.add(table);
  }
}

/** The index entries of that version, as stored. @throws StaleVersion */
function storedEntries<D extends StoredDocument>(
  statements: Statements,
  { name }: Collection<D>,
  { documents }: CollectionTables,
  { id, ver }: Pick<StoredDocument, 'id' | 'ver'>,
): string {
  const row = statements(`select ver, ix from ${documents} where id = ?`).get(id);
  if (row?.['ver'] !== ver) throw new StaleVersion(name, id);
  return String(row['ix']);
}

function parse<T>(json: unknown): T {
  return JSON.parse(String(json)) as T;
}
