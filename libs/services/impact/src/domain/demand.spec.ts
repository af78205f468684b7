import { aGroup, anUnmetWish, posted, thisYear } from '../../test/builders.js';
import { demandRows, unmetDemand, unservedOf, wishOf } from './demand.js';

describe('unmet demand', () => {
  it('tells what nobody answered apart from what is still open', () => {
    const demand = unmetDemand(
      [
        anUnmetWish(),
        anUnmetWish({ state: 'expired', groups: 2, pupils: 50 }),
        anUnmetWish({ state: 'open' }),
      ],
      thisYear,
    );

    expect(demand).toMatchObject({
      open: { requests: 1, groups: 1, pupils: 26 },
      unmet: { requests: 2, groups: 3, pupils: 76 },
    });
  });

  it.each(['met', 'withdrawn'] as const)('leaves out what is %s', (state) => {
    expect(unmetDemand([anUnmetWish({ state })], thisYear)).toMatchObject({ perTheme: [], reasons: [] });
  });

  it('is that of the period in which the school wants it, not in which it asked', () => {
    const windows = [{ from: '2027-07-31', to: '2027-09-30' }];

    expect(unmetDemand([anUnmetWish({ windows })], thisYear).unmet.requests).toBe(1);
    expect(
      unmetDemand([anUnmetWish({ windows })], { from: '2026-08-01', to: '2027-07-30' }).unmet.requests,
    ).toBe(0);
  });

  it('stands under each theme, root and weekday once, and under the municipality', () => {
    const wish = anUnmetWish({
      themes: ['hi-tech-science/robotics', 'hi-tech-science'],
      windows: [
        { from: '2027-01-11', to: '2027-02-12', weekdays: ['tue', 'thu'] },
        { from: '2027-03-01', to: '2027-03-05', weekdays: ['tue'] },
        { from: '2027-04-01', to: '2027-04-05' },
      ],
    });

    const demand = unmetDemand([wish], thisYear);

    const keys = (lines: readonly { key: string; unmet: { requests: number } }[]) =>
      lines.map(({ key, unmet }) => [key, unmet.requests]);
    expect(keys(demand.perTheme)).toEqual([
      ['hi-tech-science', 1],
      ['hi-tech-science/robotics', 1],
    ]);
    expect(keys(demand.perRootTheme)).toEqual([['hi-tech-science', 1]]);
    expect(keys(demand.perWeekday)).toEqual([
      ['any', 1],
      ['thu', 1],
      ['tue', 1],
    ]);
    expect(keys(demand.perMunicipality)).toEqual([['Zwolle', 1]]);
  });

  it('tells theme, municipality and weekday together, each wish once in a cell', () => {
    const week = { from: '2027-01-11', to: '2027-02-12' };
    const cell = { rootTheme: 'hi-tech-science', municipality: 'Zwolle' };
    const wish = (weekdays: ('tue' | 'thu')[], state: 'open' | 'unmet') =>
      anUnmetWish({ state, themes: ['hi-tech-science/robotics'], windows: [{ ...week, weekdays }] });

    const { cells } = unmetDemand([wish(['tue', 'thu'], 'open'), wish(['tue'], 'unmet')], thisYear);

    expect(cells).toEqual([
      { ...cell, weekday: 'all', open: 1, unmet: 1 },
      { ...cell, weekday: 'thu', open: 1, unmet: 0 },
      { ...cell, weekday: 'tue', open: 1, unmet: 1 },
    ]);
  });

  it('counts the very requests that its rows name', () => {
    const wishes = [
      anUnmetWish({}, { requestId: 'b', location: 'De Brug' }),
      anUnmetWish({ state: 'open', pupils: 20 }, { requestId: 'a', location: 'Het Anker' }),
      anUnmetWish({ state: 'met' }, { requestId: 'met' }),
      anUnmetWish({ windows: [{ from: '2028-01-01', to: '2028-02-01' }] }, { requestId: 'later' }),
    ];

    const rows = demandRows(wishes, thisYear);

    const { open, unmet } = unmetDemand(wishes, thisYear);
    expect(rows).toHaveLength(open.requests + unmet.requests);
    expect(rows).toMatchObject([
      { requestId: 'b', location: 'De Brug', state: 'unmet', rootThemes: ['hi-tech-science'] },
      { requestId: 'a', weekdays: ['tue'], pupils: 20, municipality: 'Zwolle' },
    ]);
  });

  it('says why, the most frequent reason first', () => {
    const demand = unmetDemand(
      [
        anUnmetWish(),
        anUnmetWish({}, { considered: { fitting: 0, obstacles: ['distance'] } }),
        anUnmetWish({}, { considered: { fitting: 2, obstacles: [] } }),
        { requestId: 'a-request', wish: anUnmetWish().wish },
      ],
      thisYear,
    );

    expect(demand.reasons).toEqual([
      { reason: 'distance', requests: 2 },
      { reason: 'not-considered', requests: 1 },
      { reason: 'offers-fit', requests: 1 },
      { reason: 'theme', requests: 1 },
    ]);
    expect(demand.perMunicipality.map(({ key, reasons }) => [key, reasons.length])).toEqual([
      ['Zwolle', 3],
      ['unknown', 1],
    ]);
  });
});

describe('a wish of which some groups are served', () => {
  const groups = [aGroup('g1', { pupils: 20 }), aGroup('g2', { pupils: 25 }), aGroup('g3', { pupils: 30 })];
  const wish = wishOf(posted({ groups, state: 'partly-met' }).request);

  it('counts the others alone', () => {
    expect(unservedOf(wish, new Set(['g2']))).toMatchObject({ groups: 2, pupils: 50 });
    expect(unservedOf(wish, new Set())).toBe(wish);
  });

  it('is none when all of them are', () => {
    expect(unservedOf(wish, new Set(['g1', 'g2', 'g3']))).toBeUndefined();
  });

  it('counts as a whole where its groups were not kept one by one', () => {
    const { members: _, ...kept } = wish;

    expect(unservedOf(kept, new Set(['g1']))).toBe(kept);
  });
});
