import { atField, type SchoolCalendarBody } from '#libs/contracts';
import { refuse } from './school-calendar.errors.js';
import type { SchoolCalendar } from './school-location.js';

/**
 * The calendar with what the school entered; a field that is left out stays as it is.
 * @throws Refusal `school-locations.period-ends-before-it-starts`, `….hours-end-before-they-start`, `….named-twice`
 */
export function enterCalendar(calendar: SchoolCalendar, entered: SchoolCalendarBody): SchoolCalendar {
  entered.holidays?.forEach(({ from, to }, i) => {
    if (to < from)
      throw refuse(
        'school-locations.period-ends-before-it-starts',
        atField(`holidays[${i}].to`, 'before-from', `${to} lies before ${from}`),
      );
  });
  checkHours('hours', entered.hours ?? []);
  checkHours('parts', entered.parts ?? []);
  checkOnce('hours', 'weekday', entered.hours?.map(({ weekday }) => weekday) ?? []);
  checkOnce('parts', 'part', entered.parts?.map(({ part }) => part) ?? []);
  return {
    holidays: byDate(entered.holidays) ?? calendar.holidays,
    studyDays: entered.studyDays ? [...entered.studyDays].sort() : calendar.studyDays,
    hours: entered.hours ?? calendar.hours,
    parts: entered.parts ?? calendar.parts,
    ...lessonMinutes(entered.lessonMinutes ?? calendar.lessonMinutes),
    vogPolicy: entered.vogPolicy ?? calendar.vogPolicy,
  };
}

function checkHours(list: string, hours: readonly { readonly from: string; readonly to: string }[]): void {
  hours.forEach(({ from, to }, i) => {
    if (to <= from)
      throw refuse(
        'school-locations.hours-end-before-they-start',
        atField(`${list}[${i}].to`, 'before-from', `${to} does not lie after ${from}`),
      );
  });
}

function checkOnce(list: string, field: string, values: readonly string[]): void {
  const twice = values.findIndex((value, i) => values.indexOf(value) < i);
  if (twice >= 0)
    throw refuse(
      'school-locations.named-twice',
      atField(`${list}[${twice}].${field}`, 'twice', `${values[twice]} is there twice`),
    );
}

function byDate<P extends { readonly from: string }>(periods: readonly P[] | undefined): P[] | undefined {
  return periods && [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function lessonMinutes(minutes: number | undefined): { lessonMinutes?: number } {
  return minutes === undefined ? {} : { lessonMinutes: minutes };
}
