import type { Request } from '../api/requests.js';
import { dotsAround, named } from './reach-map.js';
import { regionAmong } from './region-of-school.js';
import { cellOf, weeksOf } from './weeks.js';
import { anyDistance, blankWish, bodyOf, missingIn, patchOf, previewOf, wishAgain } from './wish.js';

const today = '2027-01-08';
const weeks = weeksOf(today, '2027-02-05', {
  facts: { sectors: ['po'], calendar: { hours: [] } },
  closed: new Map(),
});
const calendar = { weeks, today };
const wish = {
  ...blankWish('a-school'),
  themes: ['hi-tech-science'],
  groupIds: ['5a'],
  cells: [cellOf('2027-01-11', 'morning')],
};

describe('a wish', () => {
  it('says what is still needed', () => {
    expect(missingIn(blankWish('a-school'))).toEqual(['themes', 'groups', 'windows']);
    expect(missingIn(wish)).toEqual([]);
  });

  it('is sent without what nobody filled in', () => {
    expect(bodyOf(wish, calendar)).toEqual({
      ...{ schoolLocationId: 'a-school', kind: 'guest-lesson', themes: ['hi-tech-science'] },
      groups: [{ groupId: '5a' }],
      windows: [{ from: '2027-01-11', to: '2027-01-15', parts: ['morning'] }],
      ...{ maxDistanceKm: 25, transport: 'none', splitAllowed: false, confirm: 'ask-me' },
    });
    expect(bodyOf({ ...wish, km: anyDistance, maxCost: 12.5 }, calendar)).toMatchObject({
      maxCostCents: 1250,
    });
    expect(bodyOf({ ...wish, km: anyDistance }, calendar)).not.toHaveProperty('maxDistanceKm');
  });

  it('of a school in several regions says in which, also while looking; a change of it does not', () => {
    const inVecht = { ...wish, regionId: 'vecht' };

    expect(bodyOf(inVecht, calendar)).toMatchObject({ regionId: 'vecht' });
    expect(previewOf(inVecht, calendar)).toMatchObject({ regionId: 'vecht' });
    expect(patchOf({ ...inVecht, note: 'Graag robots' }, wish, calendar)).toEqual({ note: 'Graag robots' });
    expect(regionAmong(['ijssel', 'vecht'], 'vecht')).toBe('vecht');
    expect(regionAmong(['ijssel'], 'vecht')).toBe('ijssel');
    expect(regionAmong([], '')).toBe('');
  });

  it('can be looked at before the weeks are chosen, not before theme and group', () => {
    expect(previewOf({ ...wish, themes: [] }, calendar)).toBeUndefined();
    expect(previewOf({ ...wish, cells: [] }, calendar)?.windows).toEqual([
      { from: today, to: weeks.at(-1)?.friday },
    ]);
  });

  it('is asked again for the classes that are still there, in weeks still to be chosen', () => {
    const request = {
      ...{
        schoolLocationId: 'a-school',
        regionId: 'vecht',
        kind: 'workshop',
        title: 'Voor 5a',
        note: 'Graag',
      },
      ...{
        themes: ['hi-tech-science'],
        groups: [{ groupId: '5a' }, { groupId: 'left' }],
        places: ['online'],
      },
      windows: [{ from: '2026-11-02', to: '2026-11-06', weekdays: ['tue'] }],
      ...{ maxCostCents: 1_250, preferred: [{ offerId: 'robots' }], suitability: [], transport: 'none' },
      ...{ splitAllowed: true, confirm: 'at-once' },
    } as unknown as Request;
    const again = wishAgain(request, ['5a', '5b'], new Map([['robots', 'Bouw een robot']]));

    expect(again).toMatchObject({
      ...{ groupIds: ['5a'], cells: [], title: '', note: 'Graag', maxCost: 12.5, km: anyDistance },
      preferred: [{ offerId: 'robots', title: 'Bouw een robot' }],
      ...{ kind: 'workshop', places: ['online'], weekdays: ['tue'], splitAllowed: true, confirm: 'at-once' },
    });
    expect(missingIn(again)).toEqual(['windows']);
  });

  it('changed, sends only what is other than before, and takes limits away', () => {
    expect(patchOf({ ...wish, note: 'Graag robots' }, wish, calendar)).toEqual({ note: 'Graag robots' });
    expect(patchOf({ ...wish, km: anyDistance }, wish, calendar)).toEqual({ maxDistanceKm: null });
    expect(patchOf({ ...wish, cells: [...wish.cells] }, wish, calendar)).toEqual({});
  });
});

describe('the map of how far', () => {
  const school = { lat: 52.5, lon: 6 };

  it('has towns with how many there are, in kilometres from the school, north up', () => {
    const kampen = { name: 'Kampen', point: { lat: 52.6, lon: 6 } };
    const [dot, ...others] = dotsAround(
      school,
      [kampen, kampen, { name: 'Ver', point: { lat: 53.4, lon: 6 } }],
      30,
    );

    expect(others).toEqual([]);
    expect(dot).toMatchObject({ name: 'Kampen', count: 2 });
    expect(dot?.km).toBeCloseTo(11.1, 1);
    expect(dot?.y).toBeLessThan(0);
  });

  it('names only towns whose names do not lie over each other', () => {
    const dots = [
      { name: 'A', x: 10, y: 10, km: 14, count: 3 },
      { name: 'B', x: 11, y: 11, km: 15, count: 1 },
      { name: 'C', x: -20, y: -10, km: 22, count: 1 },
    ];
    expect([...named(dots, 3)]).toEqual(['A', 'C']);
  });
});
