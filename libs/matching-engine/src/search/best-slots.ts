import { type CandidateRows, type Question } from './flat-market.js';

export const mostCandidates = 64;

const noPrices = new Int32Array(0);

/** The best k slots offered so far by value = score − price, best first, ties by slot number; a slot stands in it once. */
export class BestSlots {
  request = 0;
  count = 0;
  /** Only values of at least this can still enter (at exactly this, if the slot number is lower). */
  floor = 1;
  private k = 0;
  private prices: Int32Array = noPrices;
  private priced = false;
  private readonly slots = new Int32Array(mostCandidates);
  private readonly values = new Int32Array(mostCandidates);

  /** @throws RangeError when k is not in 1 … 64 */
  begin(request: number, { k, above, prices }: Question): void {
    if (!(k >= 1 && k <= mostCandidates)) throw new RangeError(`k must be 1 to ${mostCandidates}`);
    this.request = request;
    this.count = 0;
    this.k = k;
    this.floor = Math.max(0, above) + 1;
    this.prices = prices ?? noPrices;
    this.priced = prices !== undefined;
  }

  /** `score` −1 = does not fit. */
  offer(slot: number, score: number): void {
    if (score < this.floor) return;
    const value = this.priced ? score - this.prices[slot]! : score;
    if (value >= this.floor) this.enter(slot, value);
  }

  writeTo(into: CandidateRows, offset: number): number {
    for (let rank = 0; rank < this.count; rank++) {
      into.slots[offset + rank] = this.slots[rank]!;
      into.values[offset + rank] = this.values[rank]!;
    }
    return this.count;
  }

  private enter(slot: number, value: number): void {
    const { slots, values } = this;
    let rank = this.count;
    while (rank > 0 && (values[rank - 1]! < value || (values[rank - 1] === value && slots[rank - 1]! > slot)))
      rank--;
    // An equal slot has an equal value, so it can only stand right before.
    if (rank === this.k || (rank > 0 && slots[rank - 1] === slot)) return;
    if (this.count < this.k) this.count++;
    for (let to = this.count - 1; to > rank; to--) {
      slots[to] = slots[to - 1]!;
      values[to] = values[to - 1]!;
    }
    slots[rank] = slot;
    values[rank] = value;
    if (this.count === this.k) this.floor = Math.max(this.floor, values[this.k - 1]!);
  }
}
