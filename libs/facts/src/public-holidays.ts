// Source: Algemene termijnenwet, article 3 (feast days; Good Friday equated with them); Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
import { addDays, weekdayOf, type LocalDate } from './local-time.js';

export interface PublicHoliday {
  readonly date: LocalDate;
  readonly name: { readonly nl: string; readonly en: string };
  /** `everyone`: nobody teaches or works. `many`: Good Friday, and Liberation Day outside every fifth year. */
  readonly observedBy: 'everyone' | 'many';
}

const byYear = new Map<number, readonly PublicHoliday[]>();

/**
 * All eleven, in order of date. King's Day is 26 April when the 27th is a Sunday.
 * Liberation Day is listed every year; it is a day off for everyone in years divisible by five.
 */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  let days = byYear.get(year);
  if (!days) {
    days = compute(year);
    byYear.set(year, days);
  }
  return days;
}

/** A public holiday as the law on terms knows it, so Good Friday and every 5 May too: no day of an answer clock. */
export function isPublicHoliday(date: LocalDate): boolean {
  return on(date) !== undefined;
}

/** A day on which no school in the country teaches: public holidays without Good Friday and without most 5 Mays. */
export function isNationalDayOff(date: LocalDate): boolean {
  return on(date)?.observedBy === 'everyone';
}

function on(date: LocalDate): PublicHoliday | undefined {
  return publicHolidays(Number(date.slice(0, 4))).find((holiday) => holiday.date === date);
}

function compute(year: number): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const kingsDay = weekdayOf(`${year}-04-27`) === 'sun' ? `${year}-04-26` : `${year}-04-27`;
  const days = [
    day(`${year}-01-01`, 'Nieuwjaarsdag', 'New Year’s Day'),
    day(addDays(easter, -2), 'Goede Vrijdag', 'Good Friday', 'many'),
    day(easter, 'Eerste Paasdag', 'Easter Sunday'),
    day(addDays(easter, 1), 'Tweede Paasdag', 'Easter Monday'),
    day(kingsDay, 'Koningsdag', 'King’s Day'),
    day(`${year}-05-05`, 'Bevrijdingsdag', 'Liberation Day', year % 5 === 0 ? 'everyone' : 'many'),
    day(addDays(easter, 39), 'Hemelvaartsdag', 'Ascension Day'),
    day(addDays(easter, 49), 'Eerste Pinksterdag', 'Whit Sunday'),
    day(addDays(easter, 50), 'Tweede Pinksterdag', 'Whit Monday'),
    day(`${year}-12-25`, 'Eerste Kerstdag', 'Christmas Day'),
    day(`${year}-12-26`, 'Tweede Kerstdag', 'Boxing Day'),
  ];
  return days.sort((a, b) => a.date.localeCompare(b.date));
}

function day(
  date: LocalDate,
  nl: string,
  en: string,
  observedBy: PublicHoliday['observedBy'] = 'everyone',
): PublicHoliday {
  return { date, name: { nl, en }, observedBy };
}

function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
