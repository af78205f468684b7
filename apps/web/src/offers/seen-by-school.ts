import type { CatalogueOffer } from '../api/catalogue.js';
import type { Offer } from '../api/offers.js';
import type { Organisation } from '../api/region-names.js';
import { addDays } from '../ask/school-days.js';
import { isPaused } from '../organisations/paused.js';
import { localDateOf } from '../say/dates.js';

type SeenOrganisation = Pick<Organisation, 'id' | 'name' | 'pausedUntil'> &
  Partial<Pick<Organisation, 'closed'>>;

/** An offer as the catalogue would show it, now or once it is published. */
export function seenBySchool(
  offer: Offer,
  { id: organisationId, name, pausedUntil, closed = [] }: SeenOrganisation,
  now: string,
): CatalogueOffer {
  const today = localDateOf(now);
  const paused = isPaused(pausedUntil, today);
  const soonest = addDays(today, offer.leadTimeDays);
  const isShut = (day: string) =>
    offer.closedOn.includes(day) || closed.some(({ from, to }) => from <= day && day <= to);
  const coming = offer.slots.filter(({ start }) => {
    const day = localDateOf(start);
    return !paused && Date.parse(start) > Date.parse(now) && soonest <= day && !isShut(day);
  });
  const shown = coming.map((slot) => ({
    ...{ slotId: slot.id, start: slot.start, end: slot.end },
    groups: slot.free,
  }));
  const nextSlots = shown.filter(({ groups }) => groups > 0);
  const isFirm = offer.promise === 'firm';
  const fullSlots = isFirm && offer.bookVia === 'leerbrug' ? shown.filter(({ groups }) => groups <= 0) : [];
  const { id, location, visit } = offer;
  return {
    offerId: id,
    organisation: { id: organisationId, name },
    ...pick(offer),
    town: location?.place ?? null,
    point: location ? { lat: location.lat, lon: location.lon } : null,
    km: null,
    availability: availabilityOf(isFirm, nextSlots.length, fullSlots.length),
    nextSlots,
    fullSlots,
    moreSlots: false,
    movableSlots: nextSlots,
    ...(isPaused(pausedUntil, today) ? { pausedUntil } : {}),
    visit: {
      ...(visit.arrival ? { arrival: visit.arrival } : {}),
      ...(visit.parking ? { parking: visit.parking } : {}),
      ...(visit.safety ? { safety: visit.safety } : {}),
    },
  };
}

function availabilityOf(isFirm: boolean, free: number, full: number): CatalogueOffer['availability'] {
  if (free > 0) return isFirm ? 'free' : 'by-appointment';
  return full > 0 ? 'waiting-list' : 'none';
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
