import {
  coveredSectors,
  ministryFileOf,
  neededColumns,
  readMinistryRow,
  type RegisterEntry,
} from '../domain/ministry-row.js';
import { refuse } from '../domain/import.errors.js';
import type { RowNote } from '../domain/import-report.js';
import type { SchoolRegister } from '../domain/school-register.js';
import { readTable, textOf } from './read-table.js';

/** @throws Refusal `imports.not-this-file`, which says what was expected. */
export function readSchools(bytes: Buffer): SchoolRegister {
  const table = readTable(textOf(bytes), { delimiter: ';', quote: false });
  const file = table && ministryFileOf(table.header);
  if (!table || !file) throw notASchoolsFile(table?.header ?? []);
  const entries: RegisterEntry[] = [];
  const refusals: RowNote[] = [];
  const named = new Set<string>();
  for (const { row, values, complete } of table.rows) {
    const read = complete ? readMinistryRow(values, file) : incomplete(table.header.length);
    const brin6 = (values['VESTIGINGSCODE'] ?? '').trim().toUpperCase();
    if ('code' in read) refusals.push({ row, ...read });
    else if (named.has(brin6)) refusals.push({ row, ...twice });
    else entries.push(read);
    named.add(brin6);
  }
  return { rows: table.rows.length, covers: coveredSectors[file], entries, named, refusals };
}

const twice = {
  column: 'VESTIGINGSCODE',
  code: 'named-twice',
  message: 'an earlier row has this location already',
};

function incomplete(columns: number) {
  return {
    column: 'VESTIGINGSCODE',
    code: 'columns-differ',
    message: `must have ${columns} values like the header`,
  };
}

function notASchoolsFile(header: readonly string[]) {
  const lacking = neededColumns.filter((column) => !header.includes(column));
  return refuse('imports.not-this-file', {
    detail:
      'Expected a file of school locations as the ministry publishes it (po, vo, or sbo and (v)so): lines of values ' +
      `with semicolons between them, the first line naming the columns. Not found: ${lacking.join(', ')}.`,
  });
}
