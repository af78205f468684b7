import { isPublicHoliday, schoolHolidays, type HolidayRegion } from '#libs/facts';

/** Local days and moments, told by the platform's own calendar: nothing of ours is asked what day it is. */
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

export interface Local {
  /** YYYY-MM-DD */
  readonly day: string;
  /** Minutes since midnight. */
  readonly minute: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

const known = new Map<number, Local>();

export function localOf(moment: number): Local {
  const wholeMinute = Math.floor(moment / 60_000);
  const before = known.get(wholeMinute);
  if (before) return before;
  const said = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = `${said['year']}-${said['month']}-${said['day']}`;
  const local = {
    day,
    minute: Number(said['hour']) * 60 + Number(said['minute']),
    weekday: new Date(`${day}T00:00:00Z`).getUTCDay(),
  };
  known.set(wholeMinute, local);
  return local;
}

/** The moment at which it is that many minutes past midnight on that day. */
export function momentOn(day: string, minute: number): number {
  const utc = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  for (const offset of [60, 120]) {
    const moment = utc - offset * 60_000;
    const local = localOf(moment);
    if (local.day === day && local.minute === minute) return moment;
  }
  return utc - 60 * 60_000;
}

export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The days on which somebody does not work: weekends, public holidays and their own. */
export type DaysOff = (day: string) => boolean;

const isWeekend = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;

export const publicDaysOff: DaysOff = (day) => isWeekend(day) || isPublicHoliday(day);

interface Period {
  readonly from: string;
  readonly to: string;
}

function daysOff(periods: readonly Period[]): DaysOff {
  const closed = new Set<string>();
  for (const { from, to } of periods) for (let day = from; day <= to; day = dayAfter(day)) closed.add(day);
  return (day) => publicDaysOff(day) || closed.has(day);
}

export interface SchoolDays {
  readonly holidayRegion: HolidayRegion;
  readonly holidays: readonly Period[];
  readonly studyDays: readonly string[];
}

const years = ['2026-2027', '2027-2028'];

/** What the school entered for a school year counts instead of what the ministry sets. */
export function schoolDaysOff({ holidayRegion, holidays, studyDays }: SchoolDays): DaysOff {
  const ofYear = (year: string): readonly Period[] => {
    const [from, to] = [`${year.slice(0, 4)}-08-01`, `${year.slice(5)}-07-31`];
    const own = holidays.filter((period) => from <= period.from && period.from <= to);
    return own.length > 0 ? own : schoolHolidays(holidayRegion, year);
  };
  return daysOff([...years.flatMap(ofYear), ...studyDays.map((day) => ({ from: day, to: day }))]);
}

export const partnerDaysOff = (closed: readonly Period[]): DaysOff => daysOff(closed);

/** The same time of day that many working days later (or earlier, below 0). */
export function workingDaysFrom(moment: number, days: number, isOff: DaysOff): number {
  const { day, minute } = localOf(moment);
  return momentOn(workingDay(day, days, isOff), minute) + (moment % 60_000);
}

/** The last minute of that many working days later. */
export function endOfWorkingDayFrom(moment: number, days: number, isOff: DaysOff): number {
  return lastMinuteOf(workingDay(localOf(moment).day, days, isOff));
}

export const lastMinuteOf = (day: string): number => momentOn(day, 24 * 60 - 1);

/** That many working days after a day, or before it below 0; Infinity never comes. */
export function workingDay(from: string, days: number, isOff: DaysOff): string {
  let day = from;
  for (let left = Math.abs(days); left > 0;) {
    day = dayAfter(day, Math.sign(days));
    if (!isOff(day)) left -= 1;
  }
  return day;
}

/** Nobody wants to hear what can wait then. */
export function isQuiet(moment: number): boolean {
  const { minute, weekday } = localOf(moment);
  return minute < 7 * 60 || minute >= 21 * 60 || weekday === 0;
}
