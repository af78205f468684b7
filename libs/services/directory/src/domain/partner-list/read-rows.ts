import { normalisePostcode, type LocalDate } from '#libs/facts';
import type { RowNote } from '../import-report.js';
import {
  dateOf,
  durationOf,
  emailOf,
  isDoubtfulDate,
  minuteOf,
  numberOf,
  phoneOf,
  wholeNumberOf,
} from './cells.js';
import type { Columns } from './columns.js';
import type { ListedActivity, ListedContact, ListedPartner, ListedRow, ReadRows } from './listed.js';
import { RowCells } from './row-cells.js';
import { activityKindOf, organisationKindOf, themesOf } from './words.js';

const usualStart = 9 * 60;
const usualMinutes = 60;

/** Reads every row below the header; `today` is the last day of what has been. */
export function readRows(
  records: readonly (readonly string[])[],
  columns: Columns,
  today: LocalDate,
): ReadRows {
  const listed: ListedRow[] = [];
  const refusals: RowNote[] = [];
  const remarks: RowNote[] = columns.unknown.map((column) => ({
    row: columns.headerAt + 1,
    column,
    code: 'column-unknown',
    message: 'deze kolom kennen we niet en is niet gelezen',
  }));
  let rows = 0;
  records.forEach((cells, at) => {
    if (at <= columns.headerAt || cells.every((cell) => cell.trim() === '')) return;
    rows += 1;
    if (cells.length === 1 && columns.columns.length > 2) return void refusals.push(oneCell(at + 1));
    const row = new RowCells(at + 1, cells, columns.columns);
    const read = readRow(at + 1, row, listed.at(-1)?.organisation, today);
    if (read) listed.push(read);
    if (row.refusal) refusals.push(row.refusal);
    remarks.push(...row.remarks);
  });
  return { rows, listed, refusals, remarks };
}

function oneCell(row: number): RowNote {
  return {
    row,
    code: 'columns-differ',
    message: 'deze regel is één cel; staat er een ander scheidingsteken dan in de kop?',
  };
}

function readRow(
  row: number,
  cells: RowCells,
  above: ListedPartner | undefined,
  today: LocalDate,
): ListedRow | undefined {
  const hasActivity = !cells.isEmpty('date', 'title', 'school', 'groups');
  const merged = above && hasActivity && cells.isEmpty('organisation', 'kvk', 'contact', 'email');
  if (merged)
    cells.remark('organisation', 'as-above', `geen organisatie: die van de regel erboven is genomen`);
  const organisation = merged ? above : readPartner(cells);
  if (!organisation) return undefined;
  const contact = merged ? undefined : readContact(cells, organisation.name);
  const activity = hasActivity ? readActivity(cells, today) : undefined;
  return { row, organisation, ...(contact ? { contact } : {}), ...(activity ? { activity } : {}) };
}

function readPartner(cells: RowCells): ListedPartner | undefined {
  const name = cells.needed('organisation', (text) => text.slice(0, 200), 'de naam van de organisatie');
  if (name === undefined) return undefined;
  const kind = cells.optional('kind', organisationKindOf, 'deze soort organisatie kennen we niet');
  const kvkNumber = cells.optional('kvk', kvkOf, 'een KvK-nummer heeft acht cijfers');
  const inStreet = /\b([1-9]\d{3} ?[A-Z]{2})\b(?:\s+(\p{L}[\p{L}' -]+))?$/u.exec(cells.text('street'));
  const postcode =
    cells.optional('postcode', normalisePostcode, 'een postcode ziet eruit als 8011 PK') ??
    normalisePostcode(inStreet?.[1] ?? '');
  const place = cells.text('place', 80) || inStreet?.[2]?.trim();
  const maxPerMonth = cells.optional(
    'maxPerMonth',
    (text) => wholeNumberOf(text, 10_000) || null,
    'een heel getal vanaf 1',
  );
  return {
    name,
    ...(kind ? { kind } : {}),
    ...(kvkNumber ? { kvkNumber } : {}),
    ...(postcode ? { postcode } : {}),
    ...(place ? { place } : {}),
    ...(maxPerMonth ? { maxPerMonth } : {}),
  };
}

/** A spreadsheet drops the zeros in front. */
function kvkOf(text: string): string | null {
  const digits = text.replace(/[\s.]/g, '');
  return /^\d{7,8}$/.test(digits) ? digits.padStart(8, '0') : null;
}

function readContact(cells: RowCells, organisation: string): ListedContact | undefined {
  const name = cells.text('contact', 120);
  const phone = cells.optional('phone', phoneOf, 'dit is geen telefoonnummer');
  const email = cells.optional('email', emailOf, 'dit is geen e-mailadres');
  if (email === undefined) {
    if (name !== '' && cells.isEmpty('email'))
      cells.remark('contact', 'no-e-mail', 'een contactpersoon zonder e-mail is niet opgenomen');
    return undefined;
  }
  return { name: name || organisation, email, ...(phone ? { phone } : {}) };
}

function readActivity(cells: RowCells, today: LocalDate): ListedActivity | undefined {
  const date = cells.needed('date', dateOf, 'een datum zoals 12-05-2026');
  if (date !== undefined && date > today)
    cells.refuse(
      'date',
      'in-the-future',
      'deze dag moet nog komen; alleen wat geweest is kan worden ingelezen',
    );
  if (date !== undefined && isDoubtfulDate(cells.text('date')))
    cells.remark(
      'date',
      'read-as',
      `gelezen als ${date.split('-').reverse().join('-')}: eerst de dag, dan de maand`,
    );
  const school = cells.needed('school', (text) => text, 'de school, met naam of BRIN-code van zes tekens');
  const kind = cells.isEmpty('activityKind')
    ? undefined
    : cells.needed('activityKind', activityKindOf, 'deze soort activiteit kennen we niet');
  const themes = cells.isEmpty('theme')
    ? []
    : cells.needed('theme', themesOf, 'dit thema staat niet in de lijst met thema’s');
  const title = cells.text('title');
  const pupils = cells.optional('pupils', (text) => wholeNumberOf(text, 5000), 'een heel getal vanaf 0');
  const hours = cells.optional('hours', numberOf, 'een aantal uren vanaf 0, zoals 2,5');
  const times = readTimes(cells);
  if (cells.refusal || date === undefined || school === undefined || !themes || !times) return undefined;
  return {
    date,
    ...times,
    title,
    ...(kind ? { kind } : {}),
    themes,
    school,
    groups: cells.text('groups'),
    ...(pupils === undefined ? {} : { pupils }),
    ...(hours === undefined ? {} : { hours }),
  };
}

function readTimes(cells: RowCells): { from: number; to: number } | undefined {
  const from = cells.optional('from', minuteOf, 'een tijd zoals 9:00');
  const to = cells.optional('to', minuteOf, 'een tijd zoals 10:30');
  const minutes = cells.optional('duration', durationOf, 'een duur zoals 90 of 1:30');
  if (from === undefined) cells.remark('from', 'no-time', 'geen begintijd: 9.00 uur is genomen');
  const start = from ?? usualStart;
  const end = (from === undefined ? undefined : to) ?? start + (minutes ?? usualMinutes);
  if (end > start && end <= 24 * 60) return { from: start, to: end };
  cells.refuse('to', 'before-start', 'de activiteit eindigt voor zij begint, of na middernacht');
  return undefined;
}
