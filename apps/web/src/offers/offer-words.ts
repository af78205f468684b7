import type { Audience, Offer, OfferBody, SuitabilityAnswer } from '../api/offers.js';

/** What stands in a field for a number: nothing typed yet is the empty text. */
export type Amount = number | '';

export const suitabilities = [
  'wheelchair',
  'newcomers',
  'low-stimulus',
  'english',
  'sbo',
  'so',
  'vso',
  'pro',
] as const;

/** An offer as it stands on the form; the paths are those that the server names. */
export interface OfferWords {
  readonly kind: Offer['kind'];
  readonly title: string;
  readonly summary: string;
  readonly themes: readonly string[];
  readonly goals: readonly string[];
  readonly audience: readonly Audience[];
  readonly promise: Offer['promise'];
  readonly durationMinutes: Amount;
  readonly lessonsPerVisit: Amount;
  readonly place: Offer['place'];
  readonly location: { readonly postcode: string; readonly place: string };
  readonly reachKm: Amount;
  readonly pupils: { readonly min: Amount; readonly max: Amount };
  readonly pupilsPerGroup: Amount;
  readonly givenBy: readonly string[];
  readonly contactId: string;
  readonly leadTimeDays: Amount;
  readonly changeNumbersUntilDays: Amount;
  readonly freeCancelDays: Amount;
  readonly maxPerMonth: Amount;
  readonly costPerGroupCents: Amount;
  readonly costPerPupilCents: Amount;
  readonly suitability: Readonly<Record<(typeof suitabilities)[number], SuitabilityAnswer>>;
  readonly vog: Offer['vog'];
  readonly bookVia: Offer['bookVia'];
  readonly bookUrl: string;
  readonly visit: Readonly<Record<'arrival' | 'parking' | 'host' | 'safety', string>>;
}

const inConsultation = Object.fromEntries(
  suitabilities.map((each) => [each, 'in-consultation']),
) as OfferWords['suitability'];

const unsaidPupils = { min: 1, max: 32 };

export const blankOffer: OfferWords = {
  ...{ kind: 'guest-lesson', title: '', summary: '', themes: [], goals: [], audience: [] },
  ...{ promise: 'by-appointment', durationMinutes: 60, lessonsPerVisit: 1, place: 'at-school' },
  location: { postcode: '', place: '' },
  reachKm: 25,
  pupils: unsaidPupils,
  ...{ pupilsPerGroup: '', givenBy: [], contactId: '' },
  ...{ leadTimeDays: 14, changeNumbersUntilDays: 3, freeCancelDays: 7, maxPerMonth: '' },
  ...{ costPerGroupCents: 0, costPerPupilCents: 0 },
  suitability: inConsultation,
  ...{ vog: 'none', bookVia: 'leerbrug', bookUrl: '' },
  visit: { arrival: '', parking: '', host: '', safety: '' },
};

/** What an offer says, for changing it or for a copy of it; its moments are not in it. */
export function wordsOf(offer: Offer): OfferWords {
  return {
    kind: offer.kind,
    title: offer.title,
    summary: offer.summary,
    themes: offer.themes,
    goals: offer.goals,
    audience: offer.audience,
    promise: offer.promise,
    durationMinutes: offer.durationMinutes,
    lessonsPerVisit: offer.lessonsPerVisit,
    place: offer.place,
    location: { postcode: offer.location?.postcode ?? '', place: offer.location?.place ?? '' },
    reachKm: offer.reachKm ?? '',
    pupils: offer.pupils ?? { min: '', max: '' },
    pupilsPerGroup: offer.pupilsPerGroup,
    givenBy: offer.givenBy,
    contactId: offer.contactId,
    leadTimeDays: offer.leadTimeDays,
    changeNumbersUntilDays: offer.changeNumbersUntilDays,
    freeCancelDays: offer.freeCancelDays ?? '',
    maxPerMonth: offer.maxPerMonth ?? '',
    costPerGroupCents: offer.costPerGroupCents,
    costPerPupilCents: offer.costPerPupilCents,
    suitability: { ...inConsultation, ...offer.suitability },
    vog: offer.vog,
    bookVia: offer.bookVia,
    bookUrl: offer.bookUrl ?? '',
    visit: { ...blankOffer.visit, ...offer.visit },
  };
}

/** What is sent: null is what was left empty, or emptied. */
export function bodyOf(words: OfferWords): OfferBody {
  const { place, location, bookVia } = words;
  const postcode = location.postcode.trim();
  const town = location.place.trim();
  return {
    kind: words.kind,
    title: words.title.trim(),
    summary: words.summary,
    themes: [...words.themes],
    goals: [...words.goals],
    audience: [...words.audience],
    promise: words.promise,
    // Nothing typed is refused at its field.
    durationMinutes: words.durationMinutes === '' ? 0 : words.durationMinutes,
    place,
    location:
      place !== 'online' || postcode || town
        ? { ...(postcode ? { postcode } : {}), ...(town ? { place: town } : {}) }
        : null,
    pupils: pupilsOf(words.pupils),
    ...(place === 'at-school' ? amounts(words, 'reachKm') : { reachKm: null }),
    ...amounts(
      words,
      'lessonsPerVisit',
      'pupilsPerGroup',
      'leadTimeDays',
      'changeNumbersUntilDays',
      'freeCancelDays',
      'maxPerMonth',
      'costPerGroupCents',
      'costPerPupilCents',
    ),
    givenBy: [...words.givenBy],
    contactId: words.contactId || null,
    suitability: words.suitability,
    vog: words.vog,
    bookVia,
    bookUrl: bookVia === 'own-site' ? words.bookUrl.trim() : null,
    visit: Object.fromEntries(Object.entries(words.visit).filter(([, text]) => text.trim() !== '')),
  };
}

/** One of the two that is left empty is what it is in a new offer. */
function pupilsOf({ min, max }: OfferWords['pupils']) {
  if (min === '' && max === '') return null;
  return { min: min === '' ? unsaidPupils.min : min, max: max === '' ? unsaidPupils.max : max };
}

function amounts<Name extends keyof OfferWords>(words: OfferWords, ...names: Name[]) {
  const given = names.map((name) => [name, words[name] === '' ? null : words[name]]);
  return Object.fromEntries(given) as Record<Name, number | null>;
}
