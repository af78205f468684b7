import type { OfferSlot, RequestNeed } from '#libs/matching-engine';
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
