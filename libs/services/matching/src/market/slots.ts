import type { OfferSnapshot, OrganisationChanged } from '#libs/contracts';
import { dayNumberOf, localDateOf, localMinuteOf, slotsOfOffer, type DatedSlot } from '#libs/facts';
import type { OfferAudience, OfferSlot } from '#libs/matching-engine';
import type { Rating } from './ratings.js';

/** Every slot of a published offer as the engine reads it, nothing taken yet. */
export function offerSlots(
  id: string,
  offer: OfferSnapshot,
  organisation: OrganisationChanged | undefined,
  rating: Rating | null,
): OfferSlot[] {
  const shared = {
    offerId: id,
    organisationId: offer.organisationId,
    kind: offer.kind,
    themes: offer.themes,
    promise: offer.promise,
    place: offer.place,
    location: offer.location ?? null,
    reachKm: offer.reachKm ?? null,
    audience: audienceOf(offer.audience),
    pupils: offer.pupils ?? { min: 1, max: 32 },
    pupilsPerGroup: offer.pupilsPerGroup,
    durationMinutes: offer.durationMinutes,
    lessonsPerVisit: offer.lessonsPerVisit,
    takenGroups: 0,
    closed: offer.state !== 'published',
    partnerClosedDays: [
      ...offer.closedOn.map((date) => ({ from: date, to: date })),
      ...(organisation?.closed ?? []),
    ].map(({ from, to }) => ({ fromDay: dayNumberOf(from), toDay: dayNumberOf(to) })),
    pausedUntil: organisation?.pausedUntil ? dayNumberOf(organisation.pausedUntil) : null,
    ceilings: [],
    leadTimeDays: offer.leadTimeDays,
    costPerGroupCents: offer.costPerGroupCents,
    costPerPupilCents: offer.costPerPupilCents,
    suitability: offer.suitability,
    vog: offer.vog,
    regionIds: organisation?.regionIds ?? [],
    rating,
    partnerLoad: null,
  };
  const blocked = new Map(offer.blocked.map(({ slotId, groups }) => [slotId, groups]));
  return slotsOfOffer(id, offer).map((slot) => ({
    ...shared,
    ...placeInTime({ ...slot, groups: Math.max(0, slot.groups - (blocked.get(slot.id) ?? 0)) }),
  }));
}

/** For whom an offer is, as the engine reads it. */
export const audienceOf = (audience: OfferSnapshot['audience']): OfferAudience[] =>
  audience.map(({ sector, grades, levels, pupilsPerAdult }) => ({
    sector,
    grades: grades ?? [],
    levels: levels ?? [],
    pupilsPerAdult: pupilsPerAdult ?? null,
  }));

function placeInTime(slot: DatedSlot) {
  const start = Date.parse(slot.start);
  const startMinute = localMinuteOf(start);
  return {
    slotId: slot.id,
    day: dayNumberOf(localDateOf(start)),
    startMinute,
    endMinute: startMinute + (Date.parse(slot.end) - start) / 60_000,
    capacityGroups: slot.groups,
  };
}
