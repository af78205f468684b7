import { slotsOfOffer } from '#libs/facts';
import type { Aggregate } from '#libs/runtime';
import { type Offer } from './domain/offer.js';

/** An offer as its own people and the coordinator see it, with the slots that its pattern means. */
export function viewOf({ id, rev, state }: Aggregate<Offer>) {
  const { removedSlots: _removed, slots: _own, ...offer } = state;
  return { id, rev, ...offer, slots: slotsOfOffer(id, state) };
}
