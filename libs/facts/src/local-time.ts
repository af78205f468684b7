// Source: IANA time zone database, zone Europe/Amsterdam, as carried by Temporal; ISO 8601 and RFC 3339 for texts.
import { Temporal } from 'temporal-polyfill';

/** A real calendar day as `YYYY-MM-DD`. */
export type LocalDate = string;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const zone = 'Europe/Amsterdam';
const epochDay = Temporal.PlainDate.from('1970-01-01');
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const offsetPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const mostKept = 20_000;

/**
 * The same pure function, remembering its answers: calendars ask about the same few thousand days again and again, and
 * Temporal makes several objects for each (2–5 µs; remembered 0.1 µs).
 */
function remembering<K, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= mostKept) known.clear();
    const fresh = answer(key);
    known.set(key, fresh);
    return fresh;
  };
}

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** Since then the clocks change on whole UTC hours and the offset is one or two whole hours (Directive 2000/84/EC and its forerunners). */
const wholeHoursSince = Date.UTC(1978, 0, 1);

/** What is the same for all moments of one UTC hour. */
const localHours = remembering((utcHour: number) => {
  const local = zoned(utcHour * hourMs);
  return { date: local.toPlainDate().toString(), hour: local.hour, offset: local.offset };
});

/** When a day begins, and whether it has 24 hours. */
const localDays = remembering((date: LocalDate) => {
  const day = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  return { start: day.epochMilliseconds, ordinary: day.hoursInDay === 24 };
});

/** The Dutch calendar day of a moment (milliseconds since 1970, UTC). */
export function localDateOf(epochMs: number): LocalDate {
  if (!(epochMs >= wholeHoursSince)) return zoned(epochMs).toPlainDate().toString();
  return localHours(Math.floor(epochMs / hourMs)).date;
}

/** What the clock on the wall says: minutes since local midnight, 0–1439. On days of a clock change it is not the time elapsed. */
export function localMinuteOf(epochMs: number): number {
  if (!(epochMs >= wholeHoursSince)) {
    const { hour, minute } = zoned(epochMs);
    return hour * 60 + minute;
  }
  return localHours(Math.floor(epochMs / hourMs)).hour * 60 + (Math.floor(epochMs / minuteMs) % 60);
}

/**
 * The moment at which the clock on the wall shows `minute` (0–1440; 1440 is the next midnight) on that day.
 * A time that the spring change skips moves on by one hour; of a time that the autumn change repeats it is the first.
 */
export function instantOf(date: LocalDate, minute: number): number {
  const { start, ordinary } = localDays(date);
  if (ordinary) return start + minute * minuteMs;
  return Temporal.PlainDate.from(date)
    .toPlainDateTime()
    .add({ minutes: minute })
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** `2027-01-12T09:00:00+01:00`: Dutch local time with its offset, whole seconds (a fraction is cut off). */
export function toOffsetIso(epochMs: number): string {
  if (!(epochMs >= wholeHoursSince)) {
    return zoned(epochMs).toString({ timeZoneName: 'never', smallestUnit: 'second' });
  }
  const { date, hour, offset } = localHours(Math.floor(epochMs / hourMs));
  const minute = Math.floor(epochMs / minuteMs) % 60;
  const second = Math.floor(epochMs / 1000) % 60;
  return `${date}T${pad(hour)}:${pad(minute)}:${pad(second)}${offset}`;
}

/** Milliseconds since 1970, or null for anything that is not a real date and time *with* an offset (`+01:00` or `Z`). */
export function parseOffsetIso(text: string): number | null {
  if (!offsetPattern.test(text)) return null;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !datePattern.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

const dayNumbers = remembering(
  (date: LocalDate) => epochDay.until(Temporal.PlainDate.from(date), { largestUnit: 'day' }).days,
);
const datesOfDays = remembering((day: number) => epochDay.add({ days: day }).toString());
const daysOfWeek = remembering((date: LocalDate) => Temporal.PlainDate.from(date).dayOfWeek);

/** Days since 1970-01-01; negative before. */
export function dayNumberOf(date: LocalDate): number {
  return dayNumbers(date);
}

/** The inverse of `dayNumberOf`. */
export function localDateOfDay(dayNumber: number): LocalDate {
  return datesOfDays(dayNumber);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateOfDay(dayNumberOf(date) + days);
}

export function weekdayOf(date: LocalDate): Weekday {
  return weekdays[daysOfWeek(date) - 1]!;
}

/** `2026-2027`: a school year runs from 1 August to 31 July. */
export function schoolYearOf(date: LocalDate): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  const start = month >= 8 ? year : year - 1;
  return `${start}-${start + 1}`;
}

/** The school year in which the first day lies of what is asked for. */
export function schoolYearAskedFor(windows: readonly { readonly from: LocalDate }[]): string {
  return schoolYearOf(windows.map(({ from }) => from).reduce((first, day) => (day < first ? day : first)));
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function zoned(epochMs: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
}
