import type { RequestWindow } from '../api/requests.js';
import {
  addDays,
  daysFrom,
  mondayOf,
  teaches,
  weekdayOf,
  type Closed,
  type SchoolFacts,
} from './school-days.js';

export const parts = ['morning', 'afternoon'] as const;
export type Part = (typeof parts)[number];

export interface Week {
  /** Its Monday; names it. */
  readonly monday: string;
  readonly friday: string;
  /** Days on which it may be, in each part of the day. */
  readonly open: Readonly<Record<Part, number>>;
  /** Days without lessons, as the week shows them: a holiday once. */
  readonly closed: readonly (Closed & { readonly days: readonly string[] })[];
}

/** A stretch of weeks between two holidays. */
export interface Block {
  readonly weeks: readonly Week[];
  /** The weeks after it in which the school is closed. */
  readonly thenClosed: readonly Week[];
}

/** A chosen cell: the Monday of its week and the part of the day, `2027-01-11 morning`. */
export const cellOf = (monday: string, part: Part): string => `${monday} ${part}`;

/** The Monday of the first week of these cells. */
export const firstOf = (cells: readonly string[]): string | undefined => [...cells].sort()[0]?.slice(0, 10);

export function weeksOf(
  today: string,
  until: string,
  school: { readonly facts: SchoolFacts; readonly closed: ReadonlyMap<string, Closed> },
): Week[] {
  const weeks: Week[] = [];
  for (let monday = mondayOf(addDays(today, 1)); monday <= until; monday = addDays(monday, 7)) {
    const days = daysFrom(monday, addDays(monday, 4));
    const ahead = days.filter((day) => day > today);
    const free = ahead.filter((day) => !school.closed.has(day));
    const openIn = (part: Part) => free.filter((day) => teaches(school.facts, weekdayOf(day), part)).length;
    weeks.push({
      monday,
      friday: addDays(monday, 4),
      open: { morning: openIn('morning'), afternoon: openIn('afternoon') },
      closed: closedOf(ahead, school.closed),
    });
  }
  return weeks;
}

function closedOf(days: readonly string[], closed: ReadonlyMap<string, Closed>): Week['closed'] {
  const found: (Closed & { days: string[] })[] = [];
  for (const day of days) {
    const why = closed.get(day);
    if (!why) continue;
    const same = found.find((each) => each.why === why.why && nameOf(each) === nameOf(why));
    if (same) same.days.push(day);
    else found.push({ ...why, days: [day] });
  }
  return found;
}

const nameOf = ({ name }: Closed) => (typeof name === 'object' ? name.nl : name);

/** Weeks in stretches between those in which nothing can be. */
export function blocksOf(weeks: readonly Week[]): Block[] {
  const blocks: { weeks: Week[]; thenClosed: Week[] }[] = [];
  for (const week of weeks) {
    const last = blocks.at(-1);
    const shut = week.open.morning + week.open.afternoon === 0;
    if (shut) last?.thenClosed.push(week);
    else if (!last || last.thenClosed.length > 0) blocks.push({ weeks: [week], thenClosed: [] });
    else last.weeks.push(week);
  }
  return blocks;
}

/** The wish as periods: weeks in a row with the same parts of the day are one; a holiday between them does not part them. */
export function windowsOf(
  cells: readonly string[],
  weeks: readonly Week[],
  { weekdays, today }: { readonly weekdays: readonly string[]; readonly today: string },
): RequestWindow[] {
  const chosen = new Set(cells);
  const windows: RequestWindow[] = [];
  let going: { from: string; to: string; parts: Part[] } | undefined;
  const close = () => {
    if (going)
      windows.push({
        from: going.from > today ? going.from : addDays(today, 1),
        to: going.to,
        ...(weekdays.length > 0 ? { weekdays: [...weekdays] as NonNullable<RequestWindow['weekdays']> } : {}),
        parts: going.parts,
      });
    going = undefined;
  };
  for (const { monday, friday, open } of weeks) {
    const wanted = parts.filter((part) => chosen.has(cellOf(monday, part)));
    if (wanted.length === 0 && open.morning + open.afternoon === 0) continue;
    if (going && wanted.join() === going.parts.join()) going = { ...going, to: friday };
    else {
      close();
      if (wanted.length > 0) going = { from: monday, to: friday, parts: wanted };
    }
  }
  close();
  return windows;
}

/** The cells that these periods mean among those weeks; what is neither morning nor afternoon is both. */
export function cellsOf(windows: readonly RequestWindow[], weeks: readonly Week[]): string[] {
  const cells = weeks.flatMap(({ monday, friday }) =>
    windows
      .filter(({ from, to }) => from <= friday && to >= monday)
      .flatMap(({ parts: asked = [] }) => {
        const known = parts.filter((part) => asked.includes(part));
        return (known.length > 0 ? known : parts).map((part) => cellOf(monday, part));
      }),
  );
  return [...new Set(cells)];
}
