import { type SlotAxes } from '../search/flat-market.js';

/** Words of an entry, by these names: metres, days, a bit per leaf of the root. */
export const entryWords = 8;
export const entryOf = {
  request: 0,
  x: 1,
  y: 2,
  /** How far the request goes itself; −1 not at all. */
  reach: 3,
  firstDay: 4,
  lastDay: 5,
  leaves: 6,
  /** Twice the number of the addition, plus 1 when slots travel to it. */
  addition: 7,
} as const;

/** Request numbers in a list that grows. */
export interface FoundRequests {
  numbers: Int32Array;
  count: number;
}

export function makeRoom(found: FoundRequests, more: number): void {
  if (found.count + more <= found.numbers.length) return;
  const grown = new Int32Array(2 * (found.count + more));
  grown.set(found.numbers);
  found.numbers = grown;
}

/** For the rounding of positions to metres. */
const slack = 10;

/** A growing list of requests with what a rough judgement needs side by side. */
export class RequestBucket {
  entries = new Int32Array(4 * entryWords);
  count = 0;

  add(entry: Int32Array): void {
    if (this.count * entryWords === this.entries.length) {
      const grown = new Int32Array(2 * this.entries.length);
      grown.set(this.entries);
      this.entries = grown;
    }
    this.entries.set(entry, entryWords * this.count++);
  }

  /** Does not keep the order. */
  remove(request: number): void {
    const { entries } = this;
    let at = entryWords * (this.count - 1);
    while (at >= 0 && entries[at] !== request) at -= entryWords;
    if (at < 0) return;
    this.count--;
    entries.copyWithin(at, entryWords * this.count, entryWords * (this.count + 1));
  }

  /** Adds those who may fit the slot by one of the `leaves`. Goes backwards, and stops at an addition before `since`. */
  judge(slot: SlotAxes, leaves: number, since: number, found: FoundRequests): void {
    const { entries } = this;
    makeRoom(found, this.count);
    const { numbers } = found;
    const { day, online } = slot;
    const [x, y] = [slot.x * 1000, slot.y * 1000];
    const served = slot.reach < 0 ? -1 : (slot.reach * 1000 + slack) ** 2;
    const limit = slot.reach > 0 ? served : Infinity;
    let next = found.count;
    for (let at = entryWords * (this.count - 1); at >= 0; at -= entryWords) {
      const addition = entries[at + 7]!;
      if (addition >> 1 < since) break;
      if (day < entries[at + 4]! || day > entries[at + 5]! || (entries[at + 6]! & leaves) === 0) continue;
      if (!online) {
        const dx = entries[at + 1]! - x;
        const dy = entries[at + 2]! - y;
        const square = dx * dx + dy * dy;
        if (square > limit) continue;
        const own = entries[at + 3]!;
        const goes = own >= 0 && square <= (own + slack) ** 2;
        if (!goes && !((addition & 1) === 1 && square <= served)) continue;
      }
      numbers[next++] = entries[at]!;
    }
    found.count = next;
  }
}
