import { costs, type Costs, type OfferSlot, type RequestNeed } from '#libs/matching-engine';
import type { Laid } from '../domain/sessions.js';

/** A slot with the groups that it takes. */
export interface Part {
  readonly slot: OfferSlot;
  readonly need: RequestNeed;
}

/** What each slot takes of the need, as the groups were laid into them. */
export function partsOf(need: RequestNeed, slots: readonly OfferSlot[], { groupsOf }: Laid): Part[] {
  return slots.map((slot, i) => {
    const ids = new Set((groupsOf[i] ?? []).map(({ groupId }) => groupId));
    const groups = need.groups.filter(({ key }) => ids.has(key));
    return { slot, need: ids.size === need.groups.length ? need : { ...need, groups } };
  });
}

/** What all slots cost together, euro cents. */
export function costsOf(parts: readonly Part[]): Costs {
  const sum = { totalCents: 0, schoolCents: 0, regionCents: 0, partnerCents: 0 };
  for (const { need, slot } of parts) {
    const one = costs(need, slot);
    for (const payer of ['totalCents', 'schoolCents', 'regionCents', 'partnerCents'] as const)
      sum[payer] += one[payer];
  }
  return sum;
}
