import type { Aggregate } from '#libs/runtime';
import { slotsOf, type Offer } from './domain/offer.js';

/** An offer as its own people and the coordinator see it, with the slots that its pattern means. */
export function viewOf({ id, rev, state }: Aggregate<Offer>) {
  const { removedSlots: _removed, slots: _own, ...offer } = state;
  return { id, rev, ...offer, slots: slotsOf(id, state) };
}
