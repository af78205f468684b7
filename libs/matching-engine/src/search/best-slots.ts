import { type CandidateRows, type Question } from './candidate-source.js';

const mostCandidates = 64;
/** Slot numbers stay below this. */
const slotSpan = 2 ** 28;

const noPrices = new Int32Array(0);

/** The best k slots offered so far by value = score − price, best first, ties by slot number; a slot stands in it once. */
export class BestSlots {
  request = 0;
  /** Only values of at least this can still enter (at exactly this, if the slot number is lower). */
  floor = 1;
  private count = 0;
  private k = 0;
  private prices: Int32Array = noPrices;
  private priced = false;
  /** Value and slot as one number that falls with the rank: a comparison of one decides both. */
  private readonly keys = new Float64Array(mostCandidates + 1);

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
    const value = score - this.price(slot);
    if (value >= this.floor) this.enter(value * slotSpan + (slotSpan - 1 - slot));
  }

  price(slot: number): number {
    return this.priced ? this.prices[slot]! : 0;
  }

  writeTo(into: CandidateRows, offset: number): number {
    for (let rank = 0; rank < this.count; rank++) {
      const value = Math.floor(this.keys[rank]! / slotSpan);
      into.values[offset + rank] = value;
      into.slots[offset + rank] = slotSpan - 1 - (this.keys[rank]! - value * slotSpan);
    }
    return this.count;
  }

  private enter(key: number): void {
    const { keys, k } = this;
    let rank = this.count;
    while (rank > 0 && keys[rank - 1]! < key) {
      keys[rank] = keys[rank - 1]!;
      rank--;
    }
    if (rank > 0 && keys[rank - 1] === key) {
      keys.copyWithin(rank, rank + 1, this.count + 1);
      return;
    }
    keys[rank] = key;
    if (this.count < k) this.count++;
    if (this.count === k) this.floor = Math.max(this.floor, Math.floor(keys[k - 1]! / slotSpan));
  }
}
