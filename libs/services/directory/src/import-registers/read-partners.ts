import type { LocalDate } from '#libs/facts';
import { refuse } from '../domain/import.errors.js';
import { findColumns } from '../domain/partner-list/columns.js';
import type { ReadRows } from '../domain/partner-list/listed.js';
import { readRows } from '../domain/partner-list/read-rows.js';
import { recordsOf, textOf } from './read-table.js';

const separators = [';', ',', '\t'] as const;
const otherSeparators = ['|', ':', '/'] as const;
const aHead = 10;

/** @throws Refusal `imports.not-this-file`, which says what was expected. */
export function readPartners(bytes: Buffer, today: LocalDate): ReadRows {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    throw notAList('Dit is een werkmap van een rekenblad. Sla het blad op als csv en stuur dat bestand.');
  const text = textOf(bytes);
  const separator = separatorOf(text);
  const records = separator && recordsOf(text, separator, '"', { relaxed: true });
  if (!records) throw notAList(whatIsWrong(text));
  const columns = findColumns(records);
  if (!columns) throw notAList(whatIsWrong(text));
  return readRows(records, columns, today);
}

/** The one by which most columns of the header are known. */
function separatorOf(text: string): string | undefined {
  const tried = separators.map((separator) => ({ separator, columns: knownColumns(text, separator) }));
  const best = tried.reduce((a, b) => (b.columns > a.columns ? b : a));
  return best.columns > 0 ? best.separator : undefined;
}

function knownColumns(text: string, separator: string): number {
  const head = recordsOf(text, separator, '"', { relaxed: true, first: aHead });
  return head ? (findColumns(head)?.columns.length ?? 0) : 0;
}

const unendingQuote =
  'Een aanhalingsteken in dit bestand wordt nergens gesloten. Sla het blad opnieuw op als csv.';
const expected =
  'Verwacht werd een csv met in de eerste tien regels een kop, met ten minste een kolom “organisatie” en nog een ' +
  'kolom, zoals soort, plaats, contactpersoon, e-mail, datum, activiteit of school.';

function whatIsWrong(text: string): string {
  if (recordsOf(text, ';', '"', { relaxed: true }) === null) return unendingQuote;
  const other = otherSeparators.find((separator) => knownColumns(text, separator) > 0);
  return other
    ? `De kolommen zijn gescheiden met “${other}”. Sla het blad op als csv met een puntkomma, komma of tab.`
    : expected;
}

function notAList(detail: string) {
  return refuse('imports.not-this-file', { detail });
}
