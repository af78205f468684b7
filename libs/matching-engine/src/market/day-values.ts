import { noFactsValue } from '../scoring/score.js';
import { segmentLength, weekdayIndex } from './calendar.js';

const size = 1024;

/**
 * Reads a request's calendar day by day, each day at most once as long as no more than 1,024 days in a row are asked for.
 */
export class DayValues {
  /** Where the kind of the day last looked up stands; 0 = not wished or closed. */
  kind = 0;
  /** The value of the soft part time on that day. */
  value = 0;
  private list: Float64Array = new Float64Array(1);
  private start = 0;
  private stamp = 0;
  private readonly stamps = new Int32Array(size);
  private readonly days = new Int32Array(size);
  private readonly kinds = new Int32Array(size);
  private readonly values = new Float64Array(size);

  /** The calendar begins at `start` of the list. */
  begin(list: Float64Array, start: number): void {
    this.list = list;
    this.start = start;
    this.stamp++;
  }

  /** Sets `kind` and `value`. */
  lookUp(day: number): void {
    const at = day & (size - 1);
    if (this.stamps[at] !== this.stamp || this.days[at] !== day) {
      this.stamps[at] = this.stamp;
      this.days[at] = day;
      this.kinds[at] = this.kindOf(day);
      this.values[at] = this.valueOf(this.kinds[at], day);
    }
    this.kind = this.kinds[at]!;
    this.value = this.values[at]!;
  }

  /** The longest stretch of minutes on the day last looked up that lies in these hours and is wished and open. */
  longest(startMinute: number, endMinute: number): number {
    const { list } = this;
    const kind = this.start + this.kind;
    const ranges = kind + 1 + 2 * list[kind]!;
    const end = ranges + 1 + 2 * list[ranges]!;
    let longest = 0;
    for (let at = ranges + 1; at < end; at += 2) {
      const overlap = Math.min(endMinute, list[at + 1]!) - Math.max(startMinute, list[at]!);
      if (overlap > longest) longest = overlap;
    }
    return longest;
  }

  private kindOf(day: number): number {
    const { list, start } = this;
    let low = 0;
    let high = list[start]! - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[start + 1 + middle * segmentLength]! <= day) low = middle;
      else high = middle - 1;
    }
    return list[start + 2 + low * segmentLength + weekdayIndex(day)]!;
  }

  private valueOf(kind: number, day: number): number {
    if (kind === 0) return 0;
    const { list } = this;
    const first = this.start + kind + 1;
    const windows = list[first - 1]!;
    if (windows === 0) return noFactsValue;
    let best = 0;
    for (let at = first; at < first + 2 * windows; at += 2) {
      best = Math.max(best, 1 - Math.abs(day - list[at]!) / list[at + 1]!);
    }
    return Math.min(1, best);
  }
}
