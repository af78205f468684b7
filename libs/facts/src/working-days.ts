// Source: Algemene termijnenwet, articles 1 and 3: Saturdays, Sundays and public holidays are no days of a term.
import { addDays, instantOf, localDateOf, localMinuteOf, weekdayOf, type LocalDate } from './local-time.js';
import { isPublicHoliday } from './public-holidays.js';

export type IsFree = (date: LocalDate) => boolean;

const longestBreakDays = 366;

/**
 * The n-th working day after `date` (n ≥ 0; 0 is `date` itself, also when that is a day off). Weekends are never working days.
 * @throws RangeError for a negative or broken n, or when `isFree` leaves no working day within a year.
 */
export function workingDaysAfter(date: LocalDate, n: number, { isFree }: { isFree: IsFree }): LocalDate {
  if (!Number.isInteger(n) || n < 0)
    throw new RangeError('a number of working days is a whole number from 0 up');
  let day = date;
  for (let found = 0; found < n; found += 1) day = nextWorkingDay(day, isFree);
  return day;
}

/**
 * The n-th working day before `date` (n ≥ 0; 0 is `date` itself, also when that is a day off).
 * @throws RangeError as `workingDaysAfter`
 */
export function workingDaysBefore(date: LocalDate, n: number, { isFree }: { isFree: IsFree }): LocalDate {
  if (!Number.isInteger(n) || n < 0)
    throw new RangeError('a number of working days is a whole number from 0 up');
  let day = date;
  for (let found = 0; found < n; found += 1) day = nextWorkingDay(day, isFree, -1);
  return day;
}

/** True from Monday to Friday, public holidays and what `isFree` names apart. */
export function isWorkingDay(date: LocalDate, isFree: IsFree = isPublicHoliday): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 'sat' && weekday !== 'sun' && !isFree(date);
}

/**
 * The same local time n working days later, in milliseconds since 1970: also across a clock change.
 * Weekends and public holidays do not count; pass `isFree` to count on the asked side's own calendar instead.
 */
export function answerMoment(
  fromEpochMs: number,
  workingDays: number,
  isFree: IsFree = isPublicHoliday,
): number {
  const day = workingDaysAfter(localDateOf(fromEpochMs), workingDays, { isFree });
  return instantOf(day, localMinuteOf(fromEpochMs));
}

function nextWorkingDay(date: LocalDate, isFree: IsFree, direction: 1 | -1 = 1): LocalDate {
  let day = date;
  for (let step = 0; step < longestBreakDays; step += 1) {
    day = addDays(day, direction);
    if (isWorkingDay(day, isFree)) return day;
  }
  throw new RangeError('no working day within a year');
}
