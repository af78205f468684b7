import { indexEntries, type Collection, type StoredDocument } from '#libs/ports/document-store/port';
import type { SqliteFile, Statements } from '#libs/ports/sqlite';

/** Quoted names and texts of one collection, made once so that each text is prepared once. */
export interface CollectionTables {
  readonly documents: string;
  readonly index: (name: string) => string;
}

const DOCUMENTS_PER_STEP = 500;

/**
 * Makes the tables of a collection, or brings them in line with a declaration that changed since the file was made: then
 * every index table is built again from the documents, in one commit with the mark that says what they were built from.
 * The mark holds the text of the index functions; when only a function that they call changes, rename the index.
 */
export function openCollection<D extends StoredDocument>(
  file: SqliteFile,
  collection: Collection<D>,
): CollectionTables {
  const tables = tablesOf(collection);
  const mark = declarationMark(collection);
  file.writeNow((statements) => {
    statements(
      'create table if not exists collections (name text primary key, indexes text) without rowid',
    ).run();
    const known = statements('select indexes from collections where name = ?').get(collection.name);
    if (known?.['indexes'] === mark) return;

    makeDocuments(statements, tables.documents);
    dropIndexTables(statements, collection.name);
    for (const name of Object.keys(collection.indexes)) {
      statements(
        `create table ${tables.index(name)} (by text, sort text, id text, primary key (by, sort, id)) without rowid`,
      ).run();
    }
    if (known) indexAgain(statements, collection, tables);
    statements('insert or replace into collections (name, indexes) values (?, ?)').run(collection.name, mark);
  });
  return tables;
}

/** Two declarations with one mark mean the same. */
export function declarationMark<D extends StoredDocument>(collection: Collection<D>): string {
  const texts = Object.entries(collection.indexes).map(([name, { by, sort }]) => [
    name,
    String(by),
    String(sort),
  ]);
  return JSON.stringify(texts);
}

export type Entries = ReturnType<typeof indexEntries>;

/** What the index tables say of one document. */
export interface DocumentEntries {
  readonly id: string;
  readonly entries: Entries;
}

/** Those of `entries` that are not among the others. */
export function notIn(others: Entries, entries: Entries): Entries {
  const left = Object.entries(entries).map(([name, { keys, sort }]) => {
    const other = others[name];
    const same = other?.sort === sort ? new Set(other.keys) : new Set();
    return [name, { keys: keys.filter((key) => !same.has(key)), sort }];
  });
  return Object.fromEntries(left) as Entries;
}

export function addEntries(
  statements: Statements,
  tables: CollectionTables,
  document: DocumentEntries,
): void {
  for (const { table, row } of rowsOf(tables, document)) {
    statements(`insert into ${table} (by, sort, id) values (?, ?, ?)`).run(...row);
  }
}

export function takeOutEntries(
  statements: Statements,
  tables: CollectionTables,
  document: DocumentEntries,
): void {
  for (const { table, row } of rowsOf(tables, document)) {
    statements(`delete from ${table} where by = ? and sort = ? and id = ?`).run(...row);
  }
}

function rowsOf(
  tables: CollectionTables,
  { id, entries }: DocumentEntries,
): { table: string; row: [by: string, sort: string, id: string] }[] {
  return Object.entries(entries).flatMap(([name, { keys, sort }]) =>
    keys.map((key) => ({ table: tables.index(name), row: [key, sort, id] as [string, string, string] })),
  );
}

function tablesOf({ name, indexes }: Collection<never>): CollectionTables {
  if (!/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(name))
    throw new RangeError(`"${name}" is no name of a collection`);
  const quoted = new Map<string, string>();
  for (const index of Object.keys(indexes)) {
    if (!/^[a-zA-Z][a-zA-Z0-9-]*$/.test(index)) throw new RangeError(`"${index}" is no name of an index`);
    quoted.set(index, `"${name}#${index}"`);
  }
  return { documents: `"${name}"`, index: (index) => quoted.get(index) ?? '' };
}

function makeDocuments(statements: Statements, documents: string): void {
  const unquoted = documents.slice(1, -1);
  statements(
    `create table if not exists ${documents}
     (id text primary key, ver integer not null, next_at integer, unsent integer, ix text not null, body text not null)`,
  ).run();
  for (const column of ['next_at', 'unsent']) {
    statements(
      `create index if not exists "${unquoted}@${column}" on ${documents} (${column}, id) where ${column} is not null`,
    ).run();
  }
}

function dropIndexTables(statements: Statements, collection: string): void {
  const old = statements("select name from sqlite_schema where type = 'table' and name glob ?").all(
    `${collection}#*`,
  );
  for (const { name } of old) statements(`drop table "${String(name)}"`).run();
}

function indexAgain<D extends StoredDocument>(
  statements: Statements,
  collection: Collection<D>,
  tables: CollectionTables,
): void {
  const next = `select id, body from ${tables.documents} where id > ? order by id limit ${DOCUMENTS_PER_STEP}`;
  for (let after = ''; ;) {
    const rows = statements(next).all(after);
    for (const row of rows) {
      const id = String(row['id']);
      const entries = indexEntries(collection, JSON.parse(String(row['body'])) as D);
      addEntries(statements, tables, { id, entries });
      statements(`update ${tables.documents} set ix = ? where id = ?`).run(JSON.stringify(entries), id);
      after = id;
    }
    if (rows.length < DOCUMENTS_PER_STEP) return;
  }
}
