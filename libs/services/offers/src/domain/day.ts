import type { DayTake } from './takes.js';

/** What one match does on a day of a person or a group. */
export interface DayEntry {
  /** `<match>#<question>` */
  readonly key: string;
  readonly match: string;
  readonly session: string;
  /** Epoch ms. */
  readonly start: number;
  readonly end: number;
  readonly where: string;
}

type Entries = readonly DayEntry[];

export function entryOf({ session, start, end, where }: DayTake, key: string, match: string): DayEntry {
  return { key, match, session, start, end, where };
}

const same = (a: DayEntry, b: DayEntry) => a.key === b.key && a.session === b.session;

/** Two matches at one time. Two schools may visit the same guided slot; nobody is in two places. */
export function meet(a: DayEntry, b: DayEntry): boolean {
  const shared = a.where === b.where && a.where.startsWith('slot:');
  return a.match !== b.match && a.start < b.end && b.start < a.end && !shared;
}

/** The entries with this one; the same entries when it is there already; undefined when it meets another match. */
export function occupy(entries: Entries, entry: DayEntry): Entries | undefined {
  if (entries.some((known) => same(known, entry))) return entries;
  return entries.some((known) => meet(known, entry)) ? undefined : [...entries, entry];
}

/** The entries with this one made shorter; the same entries unless it is there and wholly contains the new span. */
export function shorten(entries: Entries, entry: DayEntry): Entries {
  const known = entries.find((each) => same(each, entry));
  if (!known || entry.start < known.start || entry.end > known.end) return entries;
  if (entry.start === known.start && entry.end === known.end) return entries;
  return entries.map((each) => (each === known ? { ...known, start: entry.start, end: entry.end } : each));
}
