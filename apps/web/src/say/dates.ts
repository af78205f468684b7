import { localeOf, sayList, type Language } from './language.js';

const timeZone = 'Europe/Amsterdam';
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  let known = formats.get(key);
  if (!known)
    formats.set(key, (known = new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options })));
  return known;
}

/** Of a moment (ISO 8601 with an offset) or a local date (`2027-01-12`, which is noon of that day here). */
function dateOf(when: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(when) ? `${when}T12:00:00Z` : when);
}

function partsOf(when: string, language: Language, name: string, options: Intl.DateTimeFormatOptions) {
  const parts = format(language, name, options).formatToParts(dateOf(when));
  return (type: Intl.DateTimeFormatPartTypes) =>
    (parts.find((part) => part.type === type)?.value ?? '').replace(/\.$/, '');
}

/** "di 12 jan", with the year when `withYear`: "di 12 jan 2027". */
export function sayDay(when: string, language: Language, withYear = false): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const part = partsOf(when, language, 'day', options);
  const day = `${part('weekday')} ${part('day')} ${part('month')}`;
  return withYear ? `${day} ${part('year')}` : day;
}

/** "dinsdag 12 januari 2027" */
export function sayLongDay(when: string, language: Language): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const part = partsOf(when, language, 'long', options);
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
}

/** "9.00" in Dutch, "9:00" in English. */
export function sayTime(moment: string, language: Language): string {
  const options = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
  const part = partsOf(moment, language, 'time', options);
  return `${Number(part('hour'))}${language === 'nl' ? '.' : ':'}${part('minute')}`;
}

/** "di 12 jan, 9.00–10.30 uur"; over midnight both days are named. */
export function saySpan(start: string, end: string, language: Language): string {
  const hours = language === 'nl' ? ' uur' : '';
  const [from, to] = [sayTime(start, language), sayTime(end, language)];
  if (localDateOf(start) === localDateOf(end)) return `${sayDay(start, language)}, ${from}–${to}${hours}`;
  return `${sayDay(start, language)}, ${from} – ${sayDay(end, language)}, ${to}${hours}`;
}

/** Of several after each other: the day once when they are on one, "di 12 jan, 9.00–10.30 en 10.45–12.15 uur". */
export function saySpans(spans: readonly Span[], language: Language): string {
  const [first] = spans;
  const days = new Set(spans.flatMap(({ start, end }) => [localDateOf(start), localDateOf(end)]));
  if (!first || spans.length === 1 || days.size > 1)
    return sayList(
      spans.map(({ start, end }) => saySpan(start, end, language)),
      language,
    );
  const times = spans.map(({ start, end }) => `${sayTime(start, language)}–${sayTime(end, language)}`);
  const hours = language === 'nl' ? ' uur' : '';
  return `${sayDay(first.start, language)}, ${sayList(times, language)}${hours}`;
}

export interface Span {
  readonly start: string;
  readonly end: string;
}

/** "12 jan – 3 feb" of two days, both inclusive. */
export function sayPeriod(from: string, to: string, language: Language): string {
  const short = (day: string) => sayDay(day, language).split(' ').slice(1).join(' ');
  return from === to ? sayDay(from, language) : `${short(from)} – ${short(to)}`;
}

/** `2027-01-12` here, of a moment. */
export function localDateOf(moment: string): string {
  const part = partsOf(moment, 'en', 'date', { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** How people call a day that is near ("vandaag", "morgen", "volgende week dinsdag"), else as `sayDay`. */
export function sayWhen(when: string, today: string, language: Language): string {
  const day = /T/.test(when) ? localDateOf(when) : when;
  const [from, to] = [dateOf(today).getTime(), dateOf(day).getTime()];
  const ahead = Math.round((to - from) / 86_400_000);
  const near = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  if (Math.abs(ahead) <= 1) return near.format(ahead, 'day');
  const weeks = weekOf(to) - weekOf(from);
  const weekday = partsOf(day, language, 'weekday', { weekday: 'long' })('weekday');
  if (ahead > 0 && weeks === 0) return weekday;
  if (weeks === 1) return `${near.format(1, 'week')} ${weekday}`;
  return sayDay(day, language, Math.abs(ahead) > 300);
}

/** Until when: a day of which the last minute counts is the day alone, any other moment says its hour too. */
export function sayUntil(moment: string, today: string, language: Language): string {
  const [day, time] = [sayWhen(moment, today, language), sayTime(moment, language)];
  if (/^23[.:]59$/.test(time)) return day;
  return language === 'nl' ? `${day} om ${time} uur` : `${day} at ${time}`;
}

/** Weeks begin on Monday; 5 January 1970 was one. */
function weekOf(time: number): number {
  return Math.floor((time / 86_400_000 - 4) / 7);
}
