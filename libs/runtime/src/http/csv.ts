import { stringify } from 'csv-stringify/sync';

type Cell = string | number | null;

/** As Dutch spreadsheets open it at a double click: semicolons, CRLF, a byte order mark and decimal commas. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify([header, ...rows.map((row) => row.map(harmless))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
    cast: { number: (value) => String(value).replace('.', ',') },
  });
}

/** A spreadsheet runs text that begins so as a formula; a leading apostrophe makes it text. Numbers stay numbers. */
function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
}
