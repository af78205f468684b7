import { BestSlots } from '../search/best-slots.js';
import type { CandidateRows, CandidateSource, Question } from '../search/candidate-source.js';
import type { DomainMarket } from './domain-market.js';
import { TermSearch, type SlotSink } from './term-search.js';

/** Candidates of a round by way of its offers: few rows of terms stand in for many slots. */
export class DomainCandidates implements CandidateSource {
  private readonly best = new BestSlots();
  private readonly sink: UnitSink;
  private readonly search: TermSearch;

  constructor(private readonly market: DomainMarket) {
    this.sink = new UnitSink(this.best, market);
    this.search = new TermSearch(market.scorer, market.groups);
  }

  top(unit: number, question: Question, into: CandidateRows, offset: number): number {
    const { best, market, sink } = this;
    const { units, bonus, today } = market.round;
    best.begin(unit, question);
    sink.bonus = bonus[unit]!;
    market.scorer.begin(units[unit]!, today);
    this.search.search(sink);
    return best.writeTo(into, offset);
  }

  /** Searches by scores alone, so that prices may change as they like. */
  reprice(_prices: Int32Array): void {}

  lowered(_slot: number): void {}
}

/** Adds the bonus of the unit that is asked for, and leaves out what is out for it. */
class UnitSink implements SlotSink {
  bonus = 0;

  constructor(
    private readonly best: BestSlots,
    private readonly market: DomainMarket,
  ) {}

  get floor(): number {
    return this.best.floor - this.bonus;
  }

  offer(slot: number, score: number): void {
    if (score < this.floor || this.market.isExcluded(this.best.request, slot)) return;
    this.best.offer(slot, score + this.bonus);
  }
}
