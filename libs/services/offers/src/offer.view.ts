import { slotsOfOffer } from '#libs/facts';
import type { Aggregate } from '#libs/runtime';
import { type Offer } from './domain/offer.js';

/** An offer as its own people and the coordinator see it, with the slots that its pattern means and what is free in each. */
export function viewOf({ id, rev, state }: Aggregate<Offer>, free: ReadonlyMap<string, number>) {
  const { removedSlots: _removed, slots: _own, ...offer } = state;
  const slots = slotsOfOffer(id, state).map((slot) => ({ ...slot, free: free.get(slot.id) ?? 0 }));
  return { id, rev, ...offer, slots };
}
