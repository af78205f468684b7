import { aGroup, aRequest, aSlot } from '../../test/builders.js';
import type { OfferSlot, RequestNeed } from './model.js';
import { bringAdults, warnings } from './warnings.js';

function warned(request: Partial<RequestNeed>, slot: Partial<OfferSlot>) {
  return warnings(aRequest(request), aSlot(slot)).map(({ code, facts }) => ({ [code]: facts }));
}

const entry = { sector: 'po' as const, grades: [], levels: [], pupilsPerAdult: null };

describe('warnings', () => {
  it('are none for a plain pair', () => {
    expect(warned({}, {})).toEqual([]);
  });

  it('name each suitability that is in consultation, stated or not', () => {
    expect(
      warned(
        { suitability: ['wheelchair', 'newcomers', 'english'] },
        { suitability: { wheelchair: 'in-consultation', english: 'yes' } },
      ),
    ).toEqual([
      { 'suitability-in-consultation': { suitability: 'wheelchair' } },
      { 'suitability-in-consultation': { suitability: 'newcomers' } },
    ]);
  });

  it('name sbo, so, vso and pro unless the offer’s audience does', () => {
    const sbo = { groups: [aGroup({ sector: 'sbo' })] };
    const pro = { groups: [aGroup({ sector: 'vo', grades: ['1'], levels: ['pro'] })] };
    expect(warned(sbo, { audience: [entry] })).toEqual([
      { 'suitability-in-consultation': { suitability: 'sbo' } },
    ]);
    expect(warned(sbo, { audience: [{ ...entry, sector: 'sbo' }] })).toEqual([]);
    expect(warned(pro, { audience: [{ ...entry, sector: 'vo' }] })).toEqual([
      { 'suitability-in-consultation': { suitability: 'pro' } },
    ]);
    expect(warned(pro, { audience: [{ ...entry, sector: 'vo', levels: ['pro'] }] })).toEqual([]);
  });

  it('name the other grades of a combination group', () => {
    const groups = [aGroup({ key: 'a', grades: ['6', '7', '8'] }), aGroup({ key: 'b', grades: ['8'] })];
    expect(warned({ groups }, { audience: [{ ...entry, grades: ['8'] }] })).toEqual([
      { 'other-grades': { group: 'a', grades: ['6', '7'] } },
    ]);
    const split = [
      { ...entry, grades: ['8'] },
      { ...entry, grades: ['6', '7'] },
    ];
    expect(warned({ groups }, { audience: split })).toEqual([]);
    expect(warned({ groups }, { audience: [entry, { ...entry, grades: ['8'] }] })).toEqual([]);
  });

  it('name the other levels of a mixed class', () => {
    const groups = [aGroup({ key: 'a', sector: 'vo', grades: ['1'], levels: ['havo', 'vwo'] })];
    const audience = [{ ...entry, sector: 'vo' as const, levels: ['vwo'] }];
    expect(warned({ groups }, { audience })).toEqual([{ 'other-levels': { group: 'a', levels: ['havo'] } }]);
    expect(warnings(aRequest({ groups }), aSlot({ audience }))[0]?.sentence.nl).toBe(
      'Havo in deze groep valt buiten het aanbod.',
    );
  });

  it('say nothing of grades to a group that the offer is not for, or where it is for all', () => {
    const groups = [aGroup({ grades: ['1', '2'] })];
    expect(warned({ groups }, { audience: [{ ...entry, grades: ['8'] }] })).toEqual([]);
    expect(warned({ groups }, { audience: [] })).toEqual([]);
  });

  it('ask the school to stay with a guest without VOG', () => {
    const vogPolicy = 'when-unsupervised' as const;
    expect(warned({ vogPolicy }, { vog: 'none' })).toEqual([{ 'stay-with-the-guest': { vogPolicy } }]);
    expect(warned({ vogPolicy }, { vog: 'available' })).toEqual([]);
    expect(warned({ vogPolicy }, { vog: 'none', place: 'online' })).toEqual([]);
    expect(warned({ vogPolicy: 'none' }, { vog: 'none' })).toEqual([]);
  });

  it('count the adults a school brings to a partner, by the strictest entry that fits', () => {
    const place = 'at-partner' as const;
    const audience = [
      { ...entry, grades: ['7'], pupilsPerAdult: 10 },
      { ...entry, grades: ['8'], pupilsPerAdult: 20 },
      { ...entry, grades: ['1'], pupilsPerAdult: 5 },
    ];
    const groups = [aGroup({ pupils: 21 }), aGroup({ grades: ['8'], pupils: 20 })];
    expect(warned({ groups }, { place, audience })).toEqual([{ 'bring-adults': { adults: 4 } }]);
    expect(warned({ groups }, { audience })).toEqual([]);
    expect(warned({ groups }, { place, audience: [entry] })).toEqual([]);
  });

  it('say nothing of guests and adults of a loan: nobody comes along', () => {
    const audience = [{ ...entry, pupilsPerAdult: 10 }];
    const loan = { kind: 'loan', vog: 'none', audience } as const;
    const vogPolicy = 'when-unsupervised' as const;

    expect(warned({ vogPolicy }, { ...loan, place: 'at-partner' })).toEqual([]);
    expect(warned({ vogPolicy }, { ...loan, place: 'at-school' })).toEqual([]);
  });

  it('name the day where the groups come on several', () => {
    const slot = aSlot({ place: 'at-partner', audience: [{ ...entry, pupilsPerAdult: 10 }] });

    expect(bringAdults({ groups: [aGroup({ pupils: 5 })] }, slot, 20_836)).toEqual([
      {
        code: 'bring-adults',
        facts: { adults: 1, day: 20_836 },
        sentence: {
          nl: 'Op ma 18 jan neemt de school 1 begeleider mee.',
          en: 'On Mon 18 Jan the school brings 1 adult.',
        },
      },
    ]);
  });
});
