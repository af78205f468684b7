import type { SchoolCalendar, SchoolLocation } from '../api/schools.js';
import type { components } from '../api/schema.js';

type Sentence = components['schemas']['SentenceView'];
type Holidays = components['schemas']['HolidaysView'];

export type Why = 'holiday' | 'public' | 'study' | 'weekday';

export interface Closed {
  readonly why: Why;
  readonly name?: Sentence | string;
}

/** Local dates are counted in days from 1970, at noon, so that no clock change gets in between. */
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T12:00:00Z`) / 86_400_000 - 0.5);
const dayOf = (number: number): string => new Date((number + 0.5) * 86_400_000).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayOf(numberOf(day) + days);

/** From 1, Monday, to 7. */
export const weekdayOf = (day: string): number => ((numberOf(day) + 3) % 7) + 1;

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** `2026-2027`; a school year begins on 1 August. */
export function schoolYearOf(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
  return yearFrom(year);
}

export const schoolYearAfter = (year: string): string => yearFrom(Number(year.slice(5)));
export const schoolYearBefore = (year: string): string => yearFrom(Number(year.slice(0, 4)) - 1);

const yearFrom = (first: number): string => `${first}-${first + 1}`;

export const endOfSchoolYear = (schoolYear: string): string => `${schoolYear.slice(5)}-07-31`;

/** ISO 8601: the week of Thursday. */
export function weekNumberOf(monday: string): number {
  const thursday = addDays(monday, 3);
  return Math.floor((numberOf(thursday) - numberOf(`${thursday.slice(0, 4)}-01-01`)) / 7) + 1;
}

/**
 * The days on which this school does not teach, each with why: in a school year its own holidays if it entered any, else
 * the ministry's; and always public holidays and study days.
 */
export function closedDays(
  calendar: Pick<Required<SchoolCalendar>, 'holidays' | 'studyDays'>,
  years: readonly Holidays[],
): ReadonlyMap<string, Closed> {
  const closed = new Map<string, Closed>();
  for (const { schoolYear, items, daysOff } of years) {
    const own = calendar.holidays.filter(({ from }) => schoolYearOf(from) === schoolYear);
    for (const { from, to, name } of own.length > 0 ? own : items)
      for (const day of daysFrom(from, to)) closed.set(day, { why: 'holiday', ...(name ? { name } : {}) });
    for (const { date, name } of daysOff)
      if (!closed.has(date) && schoolYearOf(date) === schoolYear) closed.set(date, { why: 'public', name });
  }
  for (const day of calendar.studyDays) if (!closed.has(day)) closed.set(day, { why: 'study' });
  return closed;
}

export type SchoolFacts = Pick<SchoolLocation, 'sectors'> & {
  readonly calendar: Pick<Required<SchoolCalendar>, 'hours'>;
};

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Whether it ever teaches then: until it entered its hours, Monday to Friday, primary schools no Wednesday afternoon. */
export function teaches(
  { sectors, calendar }: SchoolFacts,
  weekday: number,
  part: 'morning' | 'afternoon',
): boolean {
  if (calendar.hours.length > 0)
    return calendar.hours.some(
      (hours) =>
        hours.weekday === weekdays[weekday - 1] &&
        (part === 'morning' ? hours.from < '12:00' : hours.to > '12:30'),
    );
  const primary = sectors.every((sector) => ['po', 'sbo', 'so'].includes(sector));
  return weekday <= 5 && !(part === 'afternoon' && weekday === 3 && primary);
}
