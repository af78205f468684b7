import { FlatMarket, type RequestAxes, type SlotAxes } from '../search/flat-market.js';
import { MarketAxes } from './market-axes.js';
import { PairScorer } from './pair-scorer.js';
import type { RoundMarket } from './round-market.js';
import { TermGroups } from './term-groups.js';

/** A round as a plan sees it: requests are its units, scores are without equity plus the unit's bonus. */
export class DomainMarket extends FlatMarket {
  readonly requestCount: number;
  readonly slotCount: number;
  readonly capacity: Int32Array;
  readonly scorer: PairScorer;
  readonly groups: TermGroups;
  private readonly axes: MarketAxes;

  constructor(readonly round: RoundMarket) {
    super();
    const { data, units } = round;
    this.requestCount = units.length;
    this.slotCount = data.slotCount;
    this.capacity = data.slots.capacity;
    this.scorer = new PairScorer(data, 'without-equity');
    this.groups = new TermGroups(data);
    this.axes = new MarketAxes(this.scorer, this.groups);
  }

  score(unit: number, slot: number): number {
    this.focus(unit);
    const score = this.scorer.score(slot);
    return score < 0 || this.isExcluded(unit, slot) ? -1 : score + this.round.bonus[unit]!;
  }

  /** How many places the unit's whole request takes in this slot; −1 where it does not fit. */
  placesNeeded(unit: number, slot: number): number {
    return this.score(unit, slot) < 0 ? -1 : this.scorer.terms.needed[this.round.data.slots.terms[slot]!]!;
  }

  slotAxes(slot: number, into: SlotAxes): void {
    this.axes.ofSlot(slot, into);
  }

  requestAxes(unit: number, into: RequestAxes): void {
    this.focus(unit);
    this.axes.ofRequest(into);
    into.base += this.round.bonus[unit]!;
  }

  isExcluded(unit: number, slot: number): boolean {
    const { data, excluded } = this.round;
    const { offers, offersFrom, slots, slotsFrom } = excluded;
    const offer = data.terms.offer[data.slots.terms[slot]!]!;
    return (
      holds(offers, offersFrom[unit]!, offersFrom[unit + 1]!, offer) ||
      holds(slots, slotsFrom[unit]!, slotsFrom[unit + 1]!, slot)
    );
  }

  private focus(unit: number): void {
    const row = this.round.units[unit]!;
    if (this.scorer.request.row !== row) this.scorer.begin(row, this.round.today);
  }
}

function holds(numbers: Int32Array, from: number, to: number, number: number): boolean {
  for (let at = from; at < to; at++) if (numbers[at] === number) return true;
  return false;
}
