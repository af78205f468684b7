import { activityKinds, addDays, closedPeriods, sectors, weekdayOf, type LocalDate } from '#libs/facts';
import { offersTo, type OfferedTo } from './offers.js';
import { demoPartners } from './partners.js';
import { schoolYearStart } from './region.js';
import { demoSchools } from './schools.js';

const aYear = 200;

/**
 * A list as a region keeps it in a spreadsheet: what its partners did with its schools in the last school year, and in
 * this one until yesterday.
 */
export function activities(today: LocalDate): string {
  const start = schoolYearStart(today);
  const last = yearFrom(schoolYearStart(addDays(start, -1)), 0, 64);
  return listOf([...last, ...yearFrom(start, aYear, 40).filter(({ day }) => day < today)]);
}

interface Activity {
  readonly turn: number;
  readonly day: LocalDate;
  /** Only so many of the schools were. */
  readonly reached: number;
}

const yearFrom = (start: LocalDate, first: number, reached: number): Activity[] =>
  Array.from({ length: aYear }, (_, turn) => ({ turn: first + turn, day: schoolDay(start, turn), reached }));

const columns =
  'Organisatie;Plaats;Datum;Begintijd;Duur in minuten;Activiteit;Soort activiteit;Thema;School;Groepen;Aantal leerlingen;Aantal uren';
const times = ['9:00', '10:30', '13:00', '9:30'];

function listOf(all: readonly Activity[]): string {
  const offered = new Map(sectors.map((sector) => [sector, offersTo(sector)]));
  const rows = all.map(({ turn: i, day, reached }) => {
    const { seed: school } = demoSchools[(i * 13) % reached] as (typeof demoSchools)[number];
    const sector = school.sectors[0] ?? 'po';
    const offers = offered.get(sector) ?? [];
    const { partner, title, kind, theme, minutes, grades } = offers[(i * 7) % offers.length] as OfferedTo;
    const { seed: organisation } = demoPartners[partner - 1] as (typeof demoPartners)[number];
    const grade = grades[i % grades.length] ?? '';
    const groups = i % 6 === 1 ? [`${grade}A`, `${grade}B`] : [`${grade}${'ABC'[i % 3]}`];
    return [
      ...[organisation.name, organisation.location?.place, day, times[i % times.length]],
      ...[minutes, title, activityKinds.find(({ id }) => id === kind)?.label.nl, theme],
      ...[school.brin6, groups.join(', '), groups.length * ((sector === 'po' ? 21 : 9) + (i % 8))],
      // Not every partner kept its hours.
      i % 8 === 3 ? '' : String(2 + (i % 5) * 0.5).replace('.', ','),
    ].join(';');
  });
  return [columns, ...rows, ''].join('\r\n');
}

const firstDays = 30;
const schoolDays = 285;

/** Spread over a school year, from September to June. */
function schoolDay(start: LocalDate, turn: number): LocalDate {
  let day = addDays(start, firstDays + ((turn * 53) % schoolDays));
  while (!isSchoolDay(day)) day = addDays(day, 1);
  return day;
}

function isSchoolDay(day: LocalDate): boolean {
  const calendar = { holidayRegion: 'noord', holidays: [], studyDays: [] } as const;
  return !['sat', 'sun'].includes(weekdayOf(day)) && closedPeriods(calendar, day, day).length === 0;
}
