import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;

/** What lies in a database file at one moment, read beside whoever writes it. */
export class SqliteSnapshot {
  private constructor(private readonly database: DatabaseSync) {}

  static open(file: string): SqliteSnapshot {
    const database = new DatabaseSync(file, { readOnly: true });
    database.exec('begin');
    return new SqliteSnapshot(database);
  }

  has(table: string): boolean {
    const text = "select 1 from sqlite_schema where type = 'table' and name = ?";
    return this.database.prepare(text).get(table) !== undefined;
  }

  rows(text: string, ...values: string[]): Iterable<Row> {
    return this.database.prepare(text).iterate(...values) as Iterable<Row>;
  }

  close(): void {
    this.database.close();
  }
}
