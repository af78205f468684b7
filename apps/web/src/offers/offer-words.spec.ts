import type { Offer } from '../api/offers.js';
import { blankOffer, bodyOf, wordsOf, type OfferWords } from './offer-words.js';

const offer = {
  ...{ kind: 'museum-visit', title: 'Bouw een brug', summary: '', themes: [], goals: [] },
  audience: [
    { sector: 'po', grades: ['1', '2'], pupilsPerAdult: 5 },
    { sector: 'po', grades: ['3', '4'], pupilsPerAdult: 10 },
    { sector: 'vo' },
  ],
  ...{ promise: 'firm', durationMinutes: 60, lessonsPerVisit: 1, place: 'online', pupilsPerGroup: 15 },
  location: { postcode: '8011PK', place: 'Zwolle', lat: 52.5, lon: 6.1 },
  pupils: { min: 5, max: 60 },
  ...{ givenBy: [], contactId: 'mies', leadTimeDays: 14, changeNumbersUntilDays: 3 },
  ...{ costPerGroupCents: 0, costPerPupilCents: 0, suitability: {}, vog: 'none', bookVia: 'leerbrug' },
  visit: {},
} as unknown as Offer;

describe('the words of an offer', () => {
  it('leave as it is what nobody touched: each audience with its own number of pupils per adult', () => {
    expect(bodyOf(wordsOf(offer))).toMatchObject({
      audience: offer.audience,
      pupils: { min: 5, max: 60 },
      contactId: 'mies',
      location: { postcode: '8011PK', place: 'Zwolle' },
    });
  });

  it('empty what was emptied', () => {
    const emptied: OfferWords = {
      ...wordsOf(offer),
      ...{ contactId: '', location: { postcode: '', place: ' ' } },
      pupils: { min: '', max: '' },
    };

    expect(bodyOf(emptied)).toMatchObject({ contactId: null, pupils: null, location: null });
  });

  it('of the fewest and the most that come take the one that was left empty as nobody says it', () => {
    const pupils = (min: number | '', max: number | '') =>
      bodyOf({ ...blankOffer, pupils: { min, max } }).pupils;

    expect([pupils('', 20), pupils(8, '')]).toEqual([
      { min: 1, max: 20 },
      { min: 8, max: 32 },
    ]);
  });
});
