import { weekdayIndex } from './calendar.js';
import { atSchool, online } from './codes.js';
import { withRoom } from './columns.js';
import type { MarketData } from './market-data.js';
import { marginKm, roughly, type RoughWish } from './rough-wish.js';

const audienceLength = 3;
const anyBits = -1;
const noTheme = -1;
const moreThemes = -2;

function bucketColumns(rows: number) {
  return {
    terms: new Int32Array(rows),
    /** Of the slots. */
    firstDay: new Int32Array(rows),
    lastDay: new Int32Array(rows),
    /** Bits: Monday = bit 0. */
    weekdays: new Int32Array(rows),
    /** Of all entries of the audience together. */
    sectors: new Int32Array(rows),
    grades: new Int32Array(rows),
    x: new Float64Array(rows),
    y: new Float64Array(rows),
    /** Infinity where it is the request that travels, or nobody. */
    reachKm: new Float64Array(rows),
    theme: new Int32Array(rows),
    otherTheme: new Int32Array(rows),
    organisation: new Int32Array(rows),
    load: new Float64Array(rows),
    rating: new Float64Array(rows),
  };
}

/**
 * Rows of terms with what most requests pass them over for, in the order of asking, so that little memory is read for
 * most. A row that passes here may still not fit.
 */
export class TermBucket {
  count = 0;
  private columns = bucketColumns(4);

  add(row: number, { terms, termLists, slots }: MarketData): void {
    const at = this.count++;
    this.columns = withRoom(this.columns, bucketColumns, this.count);
    const { columns } = this;
    const isOnline = terms.place[row] === online;
    const [themes, count] = [terms.listStart[row]!, terms.themeCount[row]!];
    columns.terms[at] = row;
    columns.firstDay[at] = slots.day[terms.slotFrom[row]!]!;
    columns.lastDay[at] = slots.day[terms.slotTo[row]! - 1]!;
    columns.weekdays[at] = 0;
    for (let slot = terms.slotFrom[row]!; slot < terms.slotTo[row]!; slot++)
      columns.weekdays[at] |= 1 << weekdayIndex(slots.day[slot]!);
    columns.sectors[at] = audienceBits(terms, termLists, row, 0);
    columns.grades[at] = audienceBits(terms, termLists, row, 1);
    columns.x[at] = isOnline ? 0 : terms.x[row]!;
    columns.y[at] = isOnline ? 0 : terms.y[row]!;
    columns.reachKm[at] = terms.place[row] === atSchool ? roughly(terms.reachKm[row]!) : Infinity;
    columns.theme[at] = count > 0 ? termLists[themes]! : noTheme;
    columns.otherTheme[at] = count > 2 ? moreThemes : count === 2 ? termLists[themes + 1]! : noTheme;
    columns.organisation[at] = terms.organisation[row]!;
    columns.load[at] = terms.load[row]!;
    columns.rating[at] = terms.rating[row]!;
  }

  remove(row: number): void {
    const at = this.columns.terms.indexOf(row);
    if (at < 0 || at >= this.count) return;
    this.count--;
    for (const column of Object.values(this.columns)) column[at] = column[this.count]!;
  }

  /**
   * Writes the rows that may fit into the array from `offset`, and the most that each can score, and says where they end.
   * There must be room for all.
   */
  pass(wish: RoughWish, into: Int32Array, bounds: Float64Array, offset: number): number {
    const { terms, firstDay, lastDay, weekdays, sectors, grades, x, y, reachKm } = this.columns;
    const { count } = this;
    let to = offset;
    for (let at = 0; at < count; at++) {
      if (lastDay[at]! < wish.firstDay || firstDay[at]! > wish.lastDay) continue;
      if ((weekdays[at]! & wish.weekdays) === 0) continue;
      if ((sectors[at]! & wish.sectors) === 0 || (grades[at]! & wish.grades) === 0) continue;
      const east = x[at]! - wish.x;
      const north = y[at]! - wish.y;
      const squared = east * east + north * north;
      const limit = Math.min(reachKm[at]!, wish.reachKm);
      if (!(squared <= limit * limit)) continue;
      into[to] = terms[at]!;
      bounds[to++] = this.bound(wish, at, Math.max(0, Math.sqrt(squared) - marginKm));
    }
    return to;
  }

  /** The rows, whatever a request asks. */
  rows(): Int32Array {
    return this.columns.terms.slice(0, this.count);
  }

  private bound(wish: RoughWish, at: number, km: number): number {
    const { reachKm, theme, otherTheme, organisation, load, rating } = this.columns;
    const own = reachKm[at]!;
    const near = Math.min(wish.nearest, Math.max(0, 1 - km / (own === Infinity ? wish.limitKm : own)));
    const [one, other] = [theme[at]!, otherTheme[at]!];
    let similar = wish.theme(one);
    let priority = wish.priority(one);
    if (other >= 0) {
      similar = Math.max(similar, wish.theme(other));
      priority = Math.max(priority, wish.priority(other));
    } else if (other === moreThemes) {
      similar = wish.themeShare;
      priority = wish.priorityShare;
    }
    return (
      wish.base +
      similar +
      near * wish.distanceShare +
      priority +
      load[at]! * wish.loadShare +
      rating[at]! * wish.ratingShare +
      wish.partner(organisation[at]!)
    );
  }
}

function audienceBits(terms: MarketData['terms'], termLists: Int32Array, row: number, which: 0 | 1): number {
  const from = terms.listStart[row]! + terms.themeCount[row]!;
  const count = terms.audienceCount[row]!;
  let bits = count === 0 ? anyBits : 0;
  for (let entry = 0; entry < count; entry++) bits |= termLists[from + entry * audienceLength + which]!;
  return bits;
}
