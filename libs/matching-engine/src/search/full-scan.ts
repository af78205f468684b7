import { BestSlots } from './best-slots.js';
import { type FlatMarket } from './flat-market.js';
import { type CandidateRows, type CandidateSource, type Question } from './candidate-source.js';

/** Asks every slot of the market: slow, and the truth that the index is held against. */
export class FullScan implements CandidateSource {
  private readonly best = new BestSlots();

  constructor(private readonly market: FlatMarket) {}

  top(request: number, question: Question, into: CandidateRows, offset: number): number {
    const { best, market } = this;
    best.begin(request, question);
    for (let slot = 0; slot < market.slotCount; slot++) best.offer(slot, market.score(request, slot));
    return best.writeTo(into, offset);
  }

  reprice(_prices: Int32Array): void {}

  lowered(_slot: number): void {}
}
