import { scoreUnits } from '../search/flat-market.js';
import { meetsAll } from './fits.js';
import type { Proposals, RankedSlot } from './answers.js';
import type { MatchingContext, OfferSlot, RequestNeed } from './model.js';
import { explain, sharesOf, weigh } from './score.js';
import { shortlist } from './shortlist.js';
import { warnings } from './warnings.js';
import { whyNone } from './why-none.js';

/**
 * The best `k` of the slots for a request, best score first and equal scores by slot id, each explained with the equity
 * part (for the coordinator) and with its warnings; when not one slot fits, why. Scores are compared × 10,000 and rounded,
 * as prices and plans count: what differs less is equal. A full scan: the order in which the slots come changes nothing.
 * The caller leaves out slots it does not want, such as those of rejected offers.
 * @throws WeightsInvalid
 */
export function propose(
  request: RequestNeed,
  slots: readonly OfferSlot[],
  k: number,
  context: MatchingContext,
): Proposals {
  const shares = sharesOf(context.weights, 'with-equity');
  const best: Scored[] = [];
  let fitting = 0;
  for (const slot of slots) {
    if (!meetsAll(request, slot, context)) continue;
    fitting += 1;
    const score = weigh(request, slot, context, shares);
    shortlist(best, { slot, score, units: Math.round(score * scoreUnits) }, k, isBetter);
  }
  if (fitting === 0) return { items: [], whyNone: whyNone(request, slots, context) };
  return {
    items: best.map(({ slot }) => ranked(request, slot, context)),
  };
}

/** One slot for a request, with its score, explained, and what to know before saying yes. */
export function ranked(request: RequestNeed, slot: OfferSlot, context: MatchingContext): RankedSlot {
  const explanation = explain(request, slot, context);
  return { slot, score: explanation.score, explanation, warnings: warnings(request, slot) };
}

/** How many offers have a slot that fits: no scores, no words, so it is cheap enough to ask for every new request. */
export function countFittingOffers(
  request: RequestNeed,
  slots: readonly OfferSlot[],
  context: MatchingContext,
): number {
  const offers = new Set<string>();
  for (const slot of slots) {
    if (!offers.has(slot.offerId) && meetsAll(request, slot, context)) offers.add(slot.offerId);
  }
  return offers.size;
}

interface Scored {
  readonly slot: OfferSlot;
  readonly score: number;
  /** The score as it is compared. */
  readonly units: number;
}

function isBetter(one: Scored, other: Scored): boolean {
  return one.units === other.units ? one.slot.slotId < other.slot.slotId : one.units > other.units;
}
