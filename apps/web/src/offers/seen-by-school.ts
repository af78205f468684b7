import type { CatalogueOffer } from '../api/catalogue.js';
import type { Offer } from '../api/offers.js';

/** Places of a slot that are not given away elsewhere. */
export const freeOf = (offer: Pick<Offer, 'blocked'>, { id, groups }: Offer['slots'][number]): number =>
  groups - (offer.blocked.find(({ slotId }) => slotId === id)?.groups ?? 0);

/** An offer as the catalogue would show it, now or once it is published. */
export function seenBySchool(
  offer: Offer,
  organisation: CatalogueOffer['organisation'],
  now: string,
): CatalogueOffer {
  const coming = offer.slots.filter(({ start }) => Date.parse(start) > Date.parse(now));
  const shown = coming.map((slot) => ({
    ...{ slotId: slot.id, start: slot.start, end: slot.end },
    groups: freeOf(offer, slot),
  }));
  const nextSlots = shown.filter(({ groups }) => groups > 0);
  const isFirm = offer.promise === 'firm';
  const { id, location, visit } = offer;
  return {
    offerId: id,
    organisation,
    ...pick(offer),
    town: location?.place ?? null,
    point: location ? { lat: location.lat, lon: location.lon } : null,
    km: null,
    availability: !isFirm ? 'by-appointment' : nextSlots.length > 0 ? 'free' : 'waiting-list',
    nextSlots,
    fullSlots: isFirm ? shown.filter(({ groups }) => groups <= 0) : [],
    visit: {
      ...(visit.arrival ? { arrival: visit.arrival } : {}),
      ...(visit.parking ? { parking: visit.parking } : {}),
      ...(visit.safety ? { safety: visit.safety } : {}),
    },
  };
}

function pick(offer: Offer) {
  const { title, summary, kind, themes, audience, place, promise, bookVia, bookUrl, vog } = offer;
  const { costPerGroupCents, costPerPupilCents, pupils, pupilsPerGroup, durationMinutes } = offer;
  const { lessonsPerVisit, reachKm, leadTimeDays, changeNumbersUntilDays, freeCancelDays } = offer;
  return {
    ...{ title, summary, kind, themes, audience, place, promise, bookVia, bookUrl, vog },
    ...{ costPerGroupCents, costPerPupilCents, pupilsPerGroup, durationMinutes },
    ...{ lessonsPerVisit, leadTimeDays, changeNumbersUntilDays, suitability: offer.suitability },
    ...(pupils ? { pupils } : {}),
    ...(reachKm === undefined ? {} : { reachKm }),
    ...(freeCancelDays === undefined ? {} : { freeCancelDays }),
  };
}
