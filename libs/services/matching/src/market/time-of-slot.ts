import { instantOf, localDateOfDay, toOffsetIso } from '#libs/facts';
import type { OfferSlot } from '#libs/matching-engine';

/** The slot's start and end as ISO 8601 with offset. */
export function timeOfSlot({
  day,
  startMinute,
  endMinute,
}: Pick<OfferSlot, 'day' | 'startMinute' | 'endMinute'>) {
  const date = localDateOfDay(day);
  return { start: toOffsetIso(instantOf(date, startMinute)), end: toOffsetIso(instantOf(date, endMinute)) };
}

/** Nobody is sent to a slot that runs already. `now` in epoch ms. */
export const hasBegun = (slot: Pick<OfferSlot, 'day' | 'startMinute' | 'endMinute'>, now: number): boolean =>
  Date.parse(timeOfSlot(slot).start) <= now;
