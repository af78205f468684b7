import type { Failure } from './answers.js';
import type { MatchingContext, OfferSlot, RequestNeed, Sentence } from './model.js';

/** Why one condition fails; the condition's own name is added by whoever asks. */
export type Reason = Omit<Failure, 'condition'>;

/** One hard condition: a test that is cheap enough for a full scan, and the words for when somebody asks. */
export interface Condition {
  /** 0 when the pair meets it, else how far off in (0, 1]; 1 where there is no degree. */
  miss(request: RequestNeed, slot: OfferSlot, context: MatchingContext): number;
  /** Only for a pair that misses it. */
  describe(request: RequestNeed, slot: OfferSlot, context: MatchingContext): Reason;
  /** What stands in the way of many slots, and what would help. */
  readonly summary: { readonly what: Sentence; readonly hint: Sentence };
}

/** How far `over` a limit is, in (0, 1]: 10 over 10 is 0.5. Limits below 1 count as 1. */
export function degree(over: number, limit: number): number {
  return over > 0 ? over / (over + Math.max(1, limit)) : 0;
}
