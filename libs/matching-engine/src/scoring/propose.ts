import { meetsAll } from './fits.js';
import type { Proposals } from './answers.js';
import type { MatchingContext, OfferSlot, RequestNeed } from './model.js';
import { explain, sharesOf, weigh } from './score.js';
import { shortlist } from './shortlist.js';
import { warnings } from './warnings.js';
import { whyNone } from './why-none.js';

/**
 * The best `k` of the slots for a request, best score first and equal scores by slot id, each explained with the equity
 * part (for the coordinator) and with its warnings; when not one slot fits, why. A full scan: the order in which the
 * slots come changes nothing. The caller leaves out slots it does not want, such as those of rejected offers.
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
    shortlist(best, { slot, score: weigh(request, slot, context, shares) }, k, isBetter);
  }
  if (fitting === 0) return { items: [], whyNone: whyNone(request, slots, context) };
  return {
    items: best.map(({ slot, score }) => ({
      slot,
      score,
      explanation: explain(request, slot, context),
      warnings: warnings(request, slot),
    })),
  };
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
}

function isBetter(one: Scored, other: Scored): boolean {
  return one.score === other.score ? one.slot.slotId < other.slot.slotId : one.score > other.score;
}
