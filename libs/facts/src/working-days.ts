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
export function sameTimeAfter(
  fromEpochMs: number,
  workingDays: number,
  isFree: IsFree = isPublicHoliday,
): number {
  return instantOf(dayAfter(fromEpochMs, workingDays, isFree), localMinuteOf(fromEpochMs));
}

/** The last minute of the n-th working day after: "by Tuesday" is all of Tuesday. Counted as `sameTimeAfter`. */
export function answerDeadline(
  fromEpochMs: number,
  workingDays: number,
  isFree: IsFree = isPublicHoliday,
): number {
  return lastMinuteOf(dayAfter(fromEpochMs, workingDays, isFree));
}

/** The end of work on the n-th working day after: early enough that who was promised an answer by that day has it. */
export function promisedMoment(fromEpochMs: number, workingDays: number): number {
  return endOfWorkOn(dayAfter(fromEpochMs, workingDays, isPublicHoliday));
}

/** 17:00 of that day, epoch ms. */
export const endOfWorkOn = (day: LocalDate): number => instantOf(day, 17 * 60);

/** 23:59 of that day, epoch ms. */
export const lastMinuteOf = (day: LocalDate): number => instantOf(day, 24 * 60 - 1);

const dayAfter = (fromEpochMs: number, workingDays: number, isFree: IsFree): LocalDate =>
  workingDaysAfter(localDateOf(fromEpochMs), workingDays, { isFree });

function nextWorkingDay(date: LocalDate, isFree: IsFree, direction: 1 | -1 = 1): LocalDate {
  let day = date;
  for (let step = 0; step < longestBreakDays; step += 1) {
    day = addDays(day, direction);
    if (isWorkingDay(day, isFree)) return day;
  }
  throw new RangeError('no working day within a year');
}
