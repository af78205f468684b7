import type { PlaceCosts } from '../plan/plan-options.js';
import type { OfferSlot, Weights } from '../scoring/model.js';
import { sharesOf } from '../scoring/score.js';
import { scoreUnits } from '../search/flat-market.js';

/**
 * What it costs to fill a partner up: each further place of a slot is worth as much less as it raises that partner's load
 * (the load part's share over all its places). A slot's first place costs nothing, so a plan spreads before it stacks. By
 * slots in this order; undefined where a slot is nobody's.
 * @throws WeightsInvalid
 */
export function placeCosts(slots: readonly (OfferSlot | undefined)[], weights: Weights): PlaceCosts {
  const share = sharesOf(weights, 'without-equity').load;
  const places = new Map<string, number>();
  for (const slot of slots)
    if (slot) places.set(slot.organisationId, (places.get(slot.organisationId) ?? 0) + slot.capacityGroups);
  return {
    first: new Int32Array(slots.length),
    step: Int32Array.from(slots, (slot) =>
      slot ? Math.round((scoreUnits * share) / Math.max(1, places.get(slot.organisationId) ?? 1)) : 0,
    ),
  };
}

/** What so many places of a slot cost together. */
export function costOfPlaces({ first, step }: PlaceCosts, slot: number, places: number): number {
  return places * first[slot]! + (step[slot]! * places * (places - 1)) / 2;
}
