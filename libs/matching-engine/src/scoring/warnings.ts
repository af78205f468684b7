import { coveringAudience, outside, suitabilityAnswered } from './audience.js';
import { capitalised, sayGrades, sayLevels, suitabilityLabels } from './labels.js';
import type { Warning } from './answers.js';
import type { OfferSlot, RequestNeed } from './model.js';
import { say, sayCount, sayDay } from './say.js';

/** As much of a request as decides what people should know. */
export type WarnedNeed = Pick<RequestNeed, 'groups' | 'suitability' | 'vogPolicy'>;
/** As much of a slot, or of its offer. */
export type WarnedOffer = Pick<OfferSlot, 'audience' | 'kind' | 'place' | 'suitability' | 'vog'>;

/**
 * What people should know before they say yes: suitability in consultation (one each), the grades and levels of a
 * combination group that the offer is not for (one per group), a guest without VOG who is not left alone, the adults
 * to bring. Meant for pairs that fit; of a group that the offer is not for at all nothing is said here.
 */
export function warnings(request: WarnedNeed, slot: WarnedOffer): Warning[] {
  return [
    ...inConsultation(request, slot),
    ...otherGrades(request, slot),
    ...otherLevels(request, slot),
    ...stayWithTheGuest(request, slot),
    ...bringAdults(request, slot),
  ];
}

function inConsultation(request: WarnedNeed, slot: WarnedOffer): Warning[] {
  return suitabilityAnswered(request, slot, 'in-consultation').map((code) => ({
    code: 'suitability-in-consultation',
    facts: { suitability: code },
    sentence: say(
      `Of dit past bij ${suitabilityLabels[code].nl}, gaat in overleg.`,
      `Whether this suits ${suitabilityLabels[code].en} is to be discussed.`,
    ),
  }));
}

function otherGrades(request: WarnedNeed, slot: WarnedOffer): Warning[] {
  return request.groups.flatMap((group) => {
    const grades = outside(slot, group, 'grades');
    if (grades.length === 0) return [];
    const other = capitalised(sayGrades(group.sector, grades));
    return {
      code: 'other-grades',
      facts: { group: group.key, grades },
      sentence: say(
        `${other.nl} in deze groep valt buiten het aanbod.`,
        `${other.en} in this group falls outside the offer.`,
      ),
    };
  });
}

function otherLevels(request: WarnedNeed, slot: WarnedOffer): Warning[] {
  return request.groups.flatMap((group) => {
    const levels = outside(slot, group, 'levels');
    if (levels.length === 0) return [];
    const other = capitalised(sayLevels(levels));
    return {
      code: 'other-levels',
      facts: { group: group.key, levels },
      sentence: say(
        `${other.nl} in deze groep valt buiten het aanbod.`,
        `${other.en} in this group falls outside the offer.`,
      ),
    };
  });
}

function stayWithTheGuest(request: WarnedNeed, slot: WarnedOffer): Warning[] {
  // With a loan nobody comes along.
  if (slot.kind === 'loan') return [];
  if (request.vogPolicy !== 'when-unsupervised' || slot.vog === 'available' || slot.place === 'online')
    return [];
  return [
    {
      code: 'stay-with-the-guest',
      facts: { vogPolicy: request.vogPolicy },
      sentence: say(
        'De gast heeft geen VOG. Er blijft steeds iemand van de school bij.',
        'The guest has no certificate of conduct. Someone of the school stays all the time.',
      ),
    },
  ];
}

/**
 * The adults that the school brings to a partner with these groups; none where the offer asks for none. `day`, in days since
 * 1970, is said where the groups come on several days.
 */
export function bringAdults(
  { groups }: Pick<WarnedNeed, 'groups'>,
  offer: Pick<WarnedOffer, 'audience' | 'kind' | 'place'>,
  day?: number,
): Warning[] {
  if (offer.place !== 'at-partner' || offer.kind === 'loan') return [];
  let adults = 0;
  for (const group of groups) {
    const stated = coveringAudience(offer, group).flatMap(({ pupilsPerAdult }) => pupilsPerAdult ?? []);
    // Where two entries of the audience fit a combination group, the stricter one counts.
    if (stated.length > 0) adults += Math.ceil(group.pupils / Math.min(...stated));
  }
  if (adults === 0) return [];
  const count = sayCount(adults, 'adult');
  const on = day === undefined ? undefined : sayDay(day);
  return [
    {
      code: 'bring-adults',
      facts: { adults, ...(day === undefined ? {} : { day }) },
      sentence: on
        ? say(`Op ${on.nl} neemt de school ${count.nl} mee.`, `On ${on.en} the school brings ${count.en}.`)
        : say(`De school neemt ${count.nl} mee.`, `The school brings ${count.en}.`),
    },
  ];
}
