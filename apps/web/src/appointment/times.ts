import { withOffset } from '../say/offsets.js';
import { addDays, daysFrom } from '../ask/school-days.js';
import { localDateOf } from '../say/dates.js';

interface Span {
  readonly start: string;
  readonly end: string;
}

const quarter = 15 * 60_000;
const furthest = 366;

/** The days, `2027-01-12`, on which it may begin. */
export function daysIn(allowed: readonly Span[], today: string): string[] {
  const days = allowed.flatMap(({ start, end }) => {
    const from = localDateOf(start) > today ? localDateOf(start) : addDays(today, 1);
    const last = addDays(today, furthest);
    const to = localDateOf(end) < last ? localDateOf(end) : last;
    return from <= to ? daysFrom(from, to) : [];
  });
  return [...new Set(days)].sort();
}

/** The starts on that day, `09:00`, each a quarter of an hour apart, so that `minutes` fit in what is allowed. */
export function startsOn(day: string, allowed: readonly Span[], minutes: number): string[] {
  const [dawn, dusk] = [Date.parse(withOffset(`${day}T07:00`)), Date.parse(withOffset(`${day}T22:00`))];
  const starts = allowed.flatMap(({ start, end }) => {
    const first = Math.max(Date.parse(start), dawn);
    const last = Math.min(Date.parse(end), dusk) - minutes * 60_000;
    const found: number[] = [];
    for (let at = first; at <= last; at += quarter) found.push(at);
    return found;
  });
  return [...new Set(starts)].sort((a, b) => a - b).map(clockOf);
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});

const clockOf = (at: number): string => clock.format(at);

/** How long the session takes that is asked; within a longer slot its offer's own length. */
export const minutesOf = ({ start, end }: Span): number =>
  Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
