import type { OfferSnapshot, OrganisationChanged, RequestSnapshot } from '#libs/contracts';
import { placeAmong } from '#libs/facts';
import type { OfferSlot } from '#libs/matching-engine';
import type { CallAnswer } from '../domain/call.js';
import { placesOf } from '../domain/sessions.js';
import { termsOf } from '../make-match/match-in-slots.js';
import { offerSlots } from '../market/slots.js';

/** The offer that `offers` makes of an answer, as far as it decides whether that fits. */
export function offerOfAnswer(
  { organisationId, start, end }: CallAnswer,
  { kind, title, themes, groups, places }: RequestSnapshot,
  vog: OfferSnapshot['vog'],
): OfferSnapshot {
  const most = Math.max(...groups.map(({ pupils }) => pupils));
  return {
    ...{ organisationId, kind, title, themes, vog, promise: 'by-appointment' },
    place: placeAmong(kind, places),
    audience: [...new Set(groups.map(({ sector }) => sector))].map((sector) => ({ sector })),
    ...{ pupils: { min: 1, max: most }, pupilsPerGroup: most, lessonsPerVisit: 1 },
    durationMinutes: Math.floor((Date.parse(end) - Date.parse(start)) / 60_000),
    ...{ leadTimeDays: 0, costPerGroupCents: 0, costPerPupilCents: 0, changeNumbersUntilDays: 0 },
    ...{ suitability: {}, closedOn: [], slots: [], removedSlots: [], givenBy: [], blocked: [] },
    ...{ state: 'published', bookVia: 'leerbrug' },
  };
}

/** The slot that an answer gets in an offer that has none then: with room for those groups. */
export function slotOfAnswer(
  { offerId, slotId, start, end }: CallAnswer,
  { pattern: _, ...offer }: OfferSnapshot,
  groups: RequestSnapshot['groups'],
  organisation: OrganisationChanged | undefined,
): OfferSlot | undefined {
  const places = groups.reduce((sum, group) => sum + placesOf(group, termsOf(offer)), 0);
  const slots = [{ id: slotId, start, end, groups: places }];
  return offerSlots(offerId, { ...offer, slots }, organisation, null)[0];
}
