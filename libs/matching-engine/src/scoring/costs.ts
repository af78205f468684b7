import { groupsNeeded, pupilsOf } from './groups.js';
import type { Costs } from './answers.js';
import type { OfferSlot, RequestNeed } from './model.js';

/**
 * What the whole activity costs (euro cents, transport apart) and who pays: the price per group counts the *partner's*
 * groups, the region pays its percentage rounded to a cent, the school the rest. The partner's share is 0 until
 * somebody agrees otherwise. Pupils pay nothing.
 */
export function costs(request: RequestNeed, slot: OfferSlot): Costs {
  const totalCents =
    slot.costPerGroupCents * groupsNeeded(request, slot) + slot.costPerPupilCents * pupilsOf(request);
  const percent = Math.min(100, Math.max(0, request.regionSharePercent));
  const regionCents = Math.round((totalCents * percent) / 100);
  return { totalCents, schoolCents: totalCents - regionCents, regionCents, partnerCents: 0 };
}
