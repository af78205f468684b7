import { refuse } from '../domain/import.errors.js';
import type { RowNote } from '../domain/import-report.js';
import { postcodeAreas, type PostcodeAreas, type PostcodeRow } from '../domain/postcode-areas.js';
import { readTable, textOf, type Table } from './read-table.js';

const neededColumns = ['zipcode', 'place', 'latitude', 'longitude'];
/** GeoNames' own dump has no header; its columns are described beside it. */
const dumpColumns = [
  'country_code',
  'zipcode',
  'place',
  'state',
  'state_code',
  'province',
  'province_code',
  'community',
  'community_code',
  'latitude',
  'longitude',
  'accuracy',
];

interface ReadPostcodes extends PostcodeAreas {
  readonly rows: number;
}

/** @throws Refusal `imports.not-this-file`, which says what was expected. */
export function readPostcodes(bytes: Buffer): ReadPostcodes {
  const table = tableOf(textOf(bytes));
  if (!table) throw notAPostcodesFile();
  const rows: PostcodeRow[] = [];
  const refusals: RowNote[] = [];
  for (const { row, values } of table.rows) {
    const read = readRow(row, values);
    if ('message' in read) refusals.push(read);
    else rows.push(read);
  }
  const areas = postcodeAreas(rows);
  return { ...areas, rows: table.rows.length, refusals: [...refusals, ...areas.refusals] };
}

function tableOf(text: string): Table | null {
  const firstLine = text.slice(0, 1000).split('\n')[0] ?? '';
  if (/^NL\t\d{4}\t/.test(firstLine))
    return readTable(text, { delimiter: '\t', quote: false, header: dumpColumns });
  const table = readTable(text, { delimiter: ',', quote: '"' });
  return table && neededColumns.every((column) => table.header.includes(column)) ? table : null;
}

function readRow(row: number, values: Readonly<Record<string, string>>): PostcodeRow | RowNote {
  const value = (column: string) => values[column]?.trim() ?? '';
  const code = value('zipcode');
  if (!/^[1-9]\d{3}$/.test(code))
    return { row, column: 'zipcode', code: 'not-a-postcode', message: 'must be four digits' };
  const place = value('place');
  if (place === '') return { row, column: 'place', code: 'required', message: 'a postcode has a place' };
  const [lat, lon] = [Number(value('latitude') || NaN), Number(value('longitude') || NaN)];
  if (!(lat >= 50.5 && lat <= 53.8 && lon >= 3.2 && lon <= 7.4))
    return {
      row,
      column: 'latitude',
      code: 'not-in-the-netherlands',
      message: 'must be degrees within the Netherlands',
    };
  const municipality = value('province_code');
  return { row, code, place, lat, lon, ...(/^\d{4}$/.test(municipality) ? { municipality } : {}) };
}

function notAPostcodesFile() {
  return refuse('imports.not-this-file', {
    detail:
      `Expected postcodes as GeoNames lays them out: comma-separated with a header that names ${neededColumns.join(', ')}, ` +
      'or its own tab-separated file, which starts with NL.',
  });
}
