import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

export interface Table {
  readonly header: readonly string[];
  /** Line number (the header is 1) and values by column; `complete` is false when the number of values is another. */
  readonly rows: readonly {
    readonly row: number;
    readonly values: Readonly<Record<string, string>>;
    readonly complete: boolean;
  }[];
}

interface Layout {
  readonly delimiter: string;
  readonly quote: string | false;
  /** Given when the file has no header of its own. */
  readonly header?: readonly string[];
}

/** UTF-8 when it is that, else windows-1252, in which the ministry publishes. */
export function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'windows-1252');
  }
}

/** Null when the text is no table at all. */
export function readTable(text: string, { delimiter, quote, header: given }: Layout): Table | null {
  const records = recordsOf(text, delimiter, quote);
  if (!records) return null;
  const [first] = records;
  const header = given ?? first?.map((column) => column.trim()) ?? [];
  const start = given ? 0 : 1;
  const rows = records.slice(start).map((record, i) => ({
    row: i + start + 1,
    values: Object.fromEntries(header.map((column, at) => [column, record[at] ?? ''])),
    complete: record.length === header.length,
  }));
  return {
    header,
    rows: rows.filter(({ values }) => Object.values(values).some((value) => value.trim() !== '')),
  };
}

interface Leniency {
  /** Quotes within a cell that is not quoted are taken as they are. */
  readonly relaxed?: boolean;
  /** How many records are read; default: all. */
  readonly first?: number;
}

/** Null when the text is no table at all. */
export function recordsOf(
  text: string,
  delimiter: string,
  quote: string | false,
  { relaxed = false, first }: Leniency = {},
): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      quote,
      relax_quotes: relaxed,
      relax_column_count: true,
      skip_empty_lines: false,
      ...(first ? { to: first } : {}),
    });
  } catch {
    // A quote that never ends and the like: not a table, which the caller says in its own words.
    return null;
  }
}
