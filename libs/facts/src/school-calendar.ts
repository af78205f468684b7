import { addDays, schoolYearOf, weekdayOf, type LocalDate } from './local-time.js';
import { schoolHolidays, type HolidayRegion } from './school-holidays.js';
import { isNationalDayOff, publicHolidays } from './public-holidays.js';

export interface Period {
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
}

/** What a school entered itself, beside the holiday region that the ministry gives it. */
export interface SchoolCalendar {
  readonly holidayRegion: HolidayRegion;
  readonly holidays: readonly Period[];
  readonly studyDays: readonly LocalDate[];
}

function yearsBetween(from: LocalDate, to: LocalDate): string[] {
  const first = Number(schoolYearOf(from).slice(0, 4)) - 1;
  const last = Number(schoolYearOf(to).slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}-${first + i + 1}`);
}

/**
 * The periods in which that school is closed and that touch [from, to]: in each school year its own holidays if it
 * entered any there, else the ministry's of its holiday region; and always its study days and the public holidays.
 */
export function closedPeriods(calendar: SchoolCalendar, from: LocalDate, to: LocalDate): Period[] {
  const holidays = yearsBetween(from, to).flatMap((year): readonly Period[] => {
    const own = calendar.holidays.filter((period) => schoolYearOf(period.from) === year);
    return own.length > 0 ? own : schoolHolidays(calendar.holidayRegion, year);
  });
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const days = [
    ...years.flatMap((year) =>
      publicHolidays(year)
        .map(({ date }) => date)
        .filter(isNationalDayOff),
    ),
    ...calendar.studyDays,
  ];
  return [...holidays, ...days.map((day) => ({ from: day, to: day }))]
    .filter((period) => period.from <= to && period.to >= from)
    .map((period) => ({ from: period.from, to: period.to }));
}

/** True when the school is closed on every weekday (Monday to Friday) of the period. */
export function isWhollyClosed(calendar: SchoolCalendar, from: LocalDate, to: LocalDate): boolean {
  const closed = closedPeriods(calendar, from, to);
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekend = ['sat', 'sun'].includes(weekdayOf(day));
    if (!weekend && !closed.some((period) => period.from <= day && day <= period.to)) return false;
  }
  return from <= to;
}
