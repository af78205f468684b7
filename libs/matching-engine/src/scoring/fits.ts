import { conditions, conditionsInOrder } from './conditions.js';
import { conditionCodes, type Failure } from './answers.js';
import type { MatchingContext, OfferSlot, RequestNeed } from './model.js';

/** Every hard condition that this pair fails, in the order of `conditionCodes`; empty when it fits. */
export function fits(request: RequestNeed, slot: OfferSlot, context: MatchingContext): Failure[] {
  return conditionCodes
    .filter((code) => conditions[code].miss(request, slot, context) > 0)
    .map((code) => ({ condition: code, ...conditions[code].describe(request, slot, context) }));
}

/** The same question without the words: stops at the first condition that fails. */
export function meetsAll(request: RequestNeed, slot: OfferSlot, context: MatchingContext): boolean {
  for (const condition of conditionsInOrder) if (condition.miss(request, slot, context) > 0) return false;
  return true;
}
