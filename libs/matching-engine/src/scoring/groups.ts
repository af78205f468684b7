import type { OfferSlot, RequestNeed } from './model.js';

/**
 * How many of the *partner's* groups the request takes: each class by itself, ceil(pupils / pupilsPerGroup), summed
 * (classes are not mixed). Pupils above the offer's `pupils.max` are a matter of the condition `group-size`; they take
 * no further place, so that a coordinator who passes that limit for a 33rd pupil does not run into the capacity.
 */
export function groupsNeeded(request: RequestNeed, slot: OfferSlot): number {
  let needed = 0;
  for (const group of request.groups) {
    needed += Math.ceil(Math.min(group.pupils, slot.pupils.max) / slot.pupilsPerGroup);
  }
  return needed;
}

export function pupilsOf(request: RequestNeed): number {
  let pupils = 0;
  for (const group of request.groups) pupils += group.pupils;
  return pupils;
}
