import { infinitePrice } from '../plan/bid-book.js';
import { type PlaceCosts } from '../plan/plan-options.js';
import { grown } from './grown.js';
import { waiting, type RequestRecords } from './request-records.js';

/**
 * Who has a place in which slot at what bid, and what slots ask for their next place. The requests of a slot form a linked
 * list, in no particular order: slots have few places, and may get more.
 */
export class PlaceBook {
  /** Per slot: `infinitePrice` where there is nothing to have. */
  prices = new Int32Array(0);
  /** Per slot: how many requests are in it. */
  counts = new Int32Array(0);
  private firstIn = new Int32Array(0);
  private firstCosts = new Int32Array(0);
  private costSteps = new Int32Array(0);

  constructor(
    private readonly records: RequestRecords,
    private readonly costs: PlaceCosts | undefined,
  ) {}

  /** Makes room for so many; new slots ask `infinitePrice`. */
  grow(slots: number): void {
    const { costs } = this;
    const known = this.prices.length;
    if (slots <= known) return;
    this.prices = grown(this.prices, slots, infinitePrice);
    this.counts = grown(this.counts, slots, 0);
    this.firstIn = grown(this.firstIn, slots, -1);
    this.firstCosts = grown(this.firstCosts, slots, 0);
    this.costSteps = grown(this.costSteps, slots, 0);
    for (let slot = known; costs && slot < costs.first.length; slot++) {
      this.firstCosts[slot] = costs.first[slot]!;
      this.costSteps[slot] = costs.step[slot]!;
    }
  }

  /** What giving the place costs that comes after so many. */
  costOf(slot: number, taken: number): number {
    return this.firstCosts[slot]! + taken * this.costSteps[slot]!;
  }

  /** The request with the lowest bid, the higher number of two; −1 when there is none. */
  lowest(slot: number): number {
    const { records } = this;
    let lowest = this.firstIn[slot]!;
    if (lowest < 0) return -1;
    for (let request = records.nextOf(lowest); request >= 0; request = records.nextOf(request)) {
      const less = records.bidOf(request) - records.bidOf(lowest);
      if (less < 0 || (less === 0 && request > lowest)) lowest = request;
    }
    return lowest;
  }

  /** What the next to come must bid: the lowest bid, or the cost of a free place when that is less. */
  asking(slot: number, capacity: number): number {
    const lowest = this.lowest(slot);
    const free = this.counts[slot]! < capacity ? this.costOf(slot, this.counts[slot]!) : infinitePrice;
    return lowest < 0 ? free : Math.min(free, this.records.bidOf(lowest));
  }

  enter(request: number, slot: number, bid: number, worth: number): void {
    const { records } = this;
    records.setSlot(request, slot);
    records.setBid(request, bid);
    records.setWorth(request, worth);
    records.setNext(request, this.firstIn[slot]!);
    this.firstIn[slot] = request;
    this.counts[slot]!++;
  }

  /** The request waits then. */
  leave(request: number): void {
    const { records } = this;
    const slot = records.slotOf(request);
    const next = records.nextOf(request);
    if (this.firstIn[slot] === request) this.firstIn[slot] = next;
    else {
      let before = this.firstIn[slot]!;
      while (records.nextOf(before) !== request) before = records.nextOf(before);
      records.setNext(before, next);
    }
    records.setSlot(request, waiting);
    records.setBid(request, 0);
    this.counts[slot]!--;
  }

  /** The first place is gone: those after it cost what they did. */
  forgetPlace(slot: number): void {
    this.firstCosts[slot]! += this.costSteps[slot]!;
  }

  /** What the places left cost; undefined when none ever does. */
  placeCosts(slots: number): PlaceCosts | undefined {
    if (this.costs === undefined) return undefined;
    return { first: this.firstCosts.slice(0, slots), step: this.costSteps.slice(0, slots) };
  }
}
