import { scoreUnits } from '../search/flat-market.js';
import { withLength } from './columns.js';
import type { PairScorer } from './pair-scorer.js';
import { TermCandidates } from './term-candidates.js';
import type { TermGroups } from './term-groups.js';

/** Takes what a search finds. Scores below `floor` are of no use to it; it may rise as slots come in. */
export interface SlotSink {
  readonly floor: number;
  offer(slot: number, score: number): void;
}

const nothing: ReadonlySet<number> = new Set();
/** Rounding a score to units may add half of one. */
const slack = 0.51;

/**
 * Finds the slots that fit one request without asking every slot. Rows of terms stand in for all slots of an offer: what
 * fails there fails for all of them, and the score with the nearest place and the best possible day bounds theirs.
 */
export class TermSearch {
  private readonly candidates: TermCandidates;
  private counted = new Int32Array(0);
  private round = 0;

  constructor(
    private readonly scorer: PairScorer,
    groups: TermGroups,
  ) {
    this.candidates = new TermCandidates(scorer, groups);
  }

  /** Offers to the sink, for the request the scorer has begun with, at least every slot that reaches its floor. */
  search(sink: SlotSink, withoutOffers: ReadonlySet<number> = nothing): void {
    const { scorer } = this;
    const heap = this.candidates.gather(withoutOffers);
    heap.order();
    while (heap.count > 0 && heap.bounds[0]! * scoreUnits + slack >= sink.floor) {
      const terms = heap.shift();
      if (scorer.terms.fits(terms)) this.offerSlots(terms, sink);
    }
  }

  /** How many offers have a slot that fits. */
  countOffers(
    withoutOffers: ReadonlySet<number> = nothing,
    isWanted: (slot: number) => boolean = () => true,
  ): number {
    const { terms, data } = this.scorer;
    const { rows, count } = this.candidates.gather(withoutOffers);
    this.round++;
    let offers = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[at]!;
      const offer = data.terms.offer[row]!;
      this.counted = withLength(this.counted, offer + 1);
      if (this.counted[offer] === this.round || !terms.fits(row) || !this.hasSlot(row, isWanted)) continue;
      this.counted[offer] = this.round;
      offers++;
    }
    return offers;
  }

  private offerSlots(terms: number, sink: SlotSink): void {
    const { scorer } = this;
    const { slots, terms: columns } = scorer.data;
    const { request } = scorer;
    const needed = scorer.terms.needed[terms]!;
    const to = columns.slotTo[terms]!;
    for (let slot = this.firstSlot(terms); slot < to && slots.day[slot]! <= request.lastDay; slot++) {
      if (scorer.isOpen(slot) && scorer.slotFits(slot, needed))
        sink.offer(slot, scorer.weigh(terms, request.days.value));
    }
  }

  private hasSlot(terms: number, isWanted: (slot: number) => boolean): boolean {
    const { scorer } = this;
    const { slots, terms: columns } = scorer.data;
    const needed = scorer.terms.needed[terms]!;
    const to = columns.slotTo[terms]!;
    for (let slot = this.firstSlot(terms); slot < to && slots.day[slot]! <= scorer.request.lastDay; slot++) {
      if (scorer.isOpen(slot) && scorer.slotFits(slot, needed) && isWanted(slot)) return true;
    }
    return false;
  }

  /** The first slot of the terms on a day that may be wished. */
  private firstSlot(terms: number): number {
    const { slots, terms: columns } = this.scorer.data;
    const { firstDay } = this.scorer.request;
    let low = columns.slotFrom[terms]!;
    let high = columns.slotTo[terms]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (slots.day[middle]! < firstDay) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
