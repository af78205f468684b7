import { localOf } from './own-days.js';
import { dayMs } from './owners.js';
import type { Said } from './read-mail.js';

/** What was sent, per kind and per person in a week. */
export class Counts {
  mails = 0;
  readonly kinds = new Map<string, number>();
  private readonly weeks = new Map<string, number>();

  add(personId: string, pieces: readonly Said[], now: number): void {
    this.mails += 1;
    for (const { kind } of pieces) this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    const { day } = localOf(now);
    // The first of January 1970 was a Thursday.
    const week = Math.floor((Date.parse(day) / dayMs + 3) / 7);
    const key = `${personId} ${week}`;
    this.weeks.set(key, (this.weeks.get(key) ?? 0) + 1);
  }

  /** Mails of one person in one week, of weeks in which it got any. */
  get perWeek(): { median: number; most: number } {
    const sorted = [...this.weeks.values()].sort((a, b) => a - b);
    return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
  }
}
