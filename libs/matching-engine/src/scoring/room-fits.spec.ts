import { aContext, aGroup, aRequest, aSlot, kmNorth } from '../../test/builders.js';
import { costs } from './costs.js';
import { fits } from './fits.js';
import { groupsNeeded } from './groups.js';
import type { CeilingCode, OfferSlot, RequestNeed } from './model.js';

function failures(request: Partial<RequestNeed>, slot: Partial<OfferSlot>) {
  return fits(aRequest(request), aSlot(slot), aContext());
}

function failed(request: Partial<RequestNeed>, slot: Partial<OfferSlot>) {
  return failures(request, slot).map(({ condition, by }) => ({ [condition]: by }));
}

const pupils = (...classes: number[]) => ({
  groups: classes.map((count, index) => aGroup({ key: `g${index}`, pupils: count })),
});

describe('capacity', () => {
  it('counts the partner’s own groups, class by class', () => {
    expect(groupsNeeded(aRequest(pupils(26)), aSlot({ pupilsPerGroup: 15 }))).toBe(2);
    expect(groupsNeeded(aRequest(pupils(30)), aSlot({ pupilsPerGroup: 15 }))).toBe(2);
    expect(groupsNeeded(aRequest(pupils(16, 14)), aSlot({ pupilsPerGroup: 15 }))).toBe(3);
  });

  it('takes no further place for pupils above what the offer says', () => {
    expect(groupsNeeded(aRequest(pupils(33)), aSlot())).toBe(1);
    expect(failed(pupils(33), {})).toEqual([{ 'group-size': { pupils: 1 } }]);
  });

  it('needs room for all groups of the request together', () => {
    expect(failed(pupils(26, 26), { capacityGroups: 3, takenGroups: 1 })).toEqual([]);
    expect(failed(pupils(26, 26), { capacityGroups: 3, takenGroups: 2 })).toEqual([
      { capacity: { groups: 1 } },
    ]);
    expect(failed({}, { capacityGroups: 1, takenGroups: 2 })).toEqual([{ capacity: { groups: 1 } }]);
  });

  it('says whether it is full or too small', () => {
    expect(failures({}, { takenGroups: 1 })[0]?.sentence.nl).toBe('Dit moment is vol.');
    expect(failures(pupils(26, 26), {})[0]?.sentence.nl).toBe(
      'Er is nog plaats voor 1 groep van de partner; nodig: 2 groepen.',
    );
  });
});

describe('group-size', () => {
  it.each([
    [4, 1],
    [33, 1],
    [40, 8],
  ])('refuses a class of %i', (count, by) => {
    expect(failed(pupils(count), {})).toEqual([{ 'group-size': { pupils: by } }]);
  });

  it.each([5, 32])('takes a class of %i', (count) => {
    expect(failed(pupils(count), {})).toEqual([]);
  });

  it('names the class that is furthest off', () => {
    const found = failures(pupils(33, 1, 20), { capacityGroups: 9 })[0];
    expect(found).toMatchObject({ by: { pupils: 4 }, facts: { pupils: 1, min: 5, max: 32 } });
    expect(found?.sentence.nl).toBe('Een groep van 1 leerling; Machinefabriek Hoekstra zegt minstens 5.');
    expect(failures(pupils(33), {})[0]?.sentence.nl).toBe(
      'Een groep van 33 leerlingen; Machinefabriek Hoekstra zegt hoogstens 32.',
    );
  });
});

describe('ceiling', () => {
  const ceiling = (code: CeilingCode, max: number, taken: number) => ({ code, max, taken });

  it('leaves room for one activity more, however many groups', () => {
    const request = pupils(26, 26);
    expect(failed(request, { capacityGroups: 2, ceilings: [ceiling('offer-month', 4, 3)] })).toEqual([]);
    expect(failed(request, { capacityGroups: 2, ceilings: [ceiling('offer-month', 4, 4)] })).toEqual([
      { ceiling: { activities: 1 } },
    ]);
  });

  it('names the ceiling that is passed furthest', () => {
    const ceilings = [
      ceiling('offer-month', 4, 2),
      ceiling('organisation-month', 6, 8),
      ceiling('person-year', 6, 6),
    ];
    const found = failures({}, { ceilings })[0];
    expect(found).toMatchObject({ by: { activities: 3 }, facts: { ceiling: 'organisation-month' } });
    expect(found?.sentence.nl).toBe('Het maximum voor deze partner in die maand is bereikt: 6 keer.');
  });
});

describe('vog', () => {
  it('is asked only by the policy "always"', () => {
    expect(failed({ vogPolicy: 'always' }, { vog: 'available' })).toEqual([]);
    expect(failed({ vogPolicy: 'when-unsupervised' }, { vog: 'none' })).toEqual([]);
    expect(failed({ vogPolicy: 'none' }, { vog: 'none' })).toEqual([]);
    expect(failed({ vogPolicy: 'always' }, { vog: 'none' })).toEqual([{ vog: {} }]);
  });
});

describe('cost', () => {
  const priced = { costPerGroupCents: 5000, costPerPupilCents: 250, pupilsPerGroup: 15, capacityGroups: 2 };

  it('adds the partner’s groups and the pupils, and shares the sum', () => {
    expect(costs(aRequest({ regionSharePercent: 33 }), aSlot(priced))).toEqual({
      totalCents: 16_500,
      regionCents: 5445,
      schoolCents: 11_055,
      partnerCents: 0,
    });
  });

  it('rounds the region’s share to a cent, and takes a percentage outside 0–100 as the nearest', () => {
    const slot = aSlot({ costPerGroupCents: 101 });
    expect(costs(aRequest({ regionSharePercent: 50 }), slot)).toMatchObject({
      regionCents: 51,
      schoolCents: 50,
    });
    expect(costs(aRequest({ regionSharePercent: 120 }), slot)).toMatchObject({
      regionCents: 101,
      schoolCents: 0,
    });
    expect(costs(aRequest({ regionSharePercent: -5 }), slot)).toMatchObject({
      regionCents: 0,
      schoolCents: 101,
    });
  });

  it('holds the school’s share against its limit', () => {
    expect(failed({ maxCostCents: 16_500 }, priced)).toEqual([]);
    expect(failed({ maxCostCents: 16_499 }, priced)).toEqual([{ cost: { cents: 1 } }]);
    expect(failed({ maxCostCents: 8250, regionSharePercent: 50 }, priced)).toEqual([]);
    expect(failed({ maxCostCents: 0 }, {})).toEqual([]);
    expect(failed({ maxCostCents: null }, priced)).toEqual([]);
  });

  it('says both amounts', () => {
    expect(failures({ maxCostCents: 0 }, { costPerGroupCents: 1250 })[0]?.sentence).toEqual({
      nl: 'De school betaalt € 12,50; hoogstens € 0 is gevraagd.',
      en: 'The school pays €12.50; €0 at most was asked.',
    });
  });
});

describe('distance', () => {
  const visit = { kind: 'company-visit' as const };
  const away = (km: number) => ({ ...visit, place: 'at-partner' as const, location: kmNorth(km) });

  it('is limited by whoever travels', () => {
    expect(failed({ maxDistanceKm: 1 }, { reachKm: 10, location: kmNorth(9.999) })).toEqual([]);
    expect(failed({ maxDistanceKm: 99 }, { reachKm: 10, location: kmNorth(10.001) })).toEqual([
      { distance: { km: 0.1 } },
    ]);
    expect(failed({ ...visit, maxDistanceKm: 10 }, { ...away(9.999), reachKm: 1 })).toEqual([]);
    expect(failed({ ...visit, maxDistanceKm: 10 }, { ...away(17.45), reachKm: 99 })).toEqual([
      { distance: { km: 7.5 } },
    ]);
  });

  it('takes the very same place within 0 km', () => {
    expect(failed({}, { reachKm: 0, location: kmNorth(0) })).toEqual([]);
    expect(failed({}, { reachKm: 0, location: kmNorth(0.95) })).toEqual([{ distance: { km: 1 } }]);
  });

  it('is unlimited where nobody said a limit, and online', () => {
    expect(failed({}, { reachKm: null, location: kmNorth(150) })).toEqual([]);
    expect(failed({ ...visit, maxDistanceKm: null }, away(150))).toEqual([]);
    expect(failed({ maxDistanceKm: 0 }, { place: 'online', location: null })).toEqual([]);
  });

  it('fails when it cannot be measured', () => {
    expect(failed({}, { location: null })).toEqual([{ distance: {} }]);
    expect(failed({}, { location: { lat: Number.NaN, lon: 6 }, reachKm: null })).toEqual([{ distance: {} }]);
  });

  it('says how far, and who would travel', () => {
    expect(failures({}, { reachKm: 10, location: kmNorth(17.45) })[0]?.sentence.nl).toBe(
      '17,5 km ver; Machinefabriek Hoekstra reist hoogstens 10 km.',
    );
    expect(failures({ ...visit, maxDistanceKm: 10 }, away(20.02))[0]?.sentence).toEqual({
      nl: '20,1 km ver; de school reist hoogstens 10 km.',
      en: '20.1 km away; the school travels 10 km at most.',
    });
  });
});
