import type { ActivityRowView } from '#libs/contracts';
import { aCount, aLocation, aMatch, aRow, aSession, someHours, thisYear } from '../../test/builders.js';
import { regionReport } from './region-report.js';

const region = { id: 'ijssel', name: 'IJssel', locations: [aLocation('brug'), aLocation('anker')] };
const reportOn = (...rows: readonly ActivityRowView[]) => regionReport(region, thisYear, rows, []);
const countedRow = (match: Partial<ReturnType<typeof aMatch>> = {}) =>
  aRow({ state: 'counted', count: aCount, ...match });

describe('the report of a region', () => {
  it('never mixes what was counted with what was planned', () => {
    const { reach } = reportOn(countedRow(), aRow({ state: 'held' }), aRow({ state: 'confirmed' }));

    expect(reach).toEqual({
      counted: { activities: 1, groups: 1, pupils: 24 },
      toBeCounted: { activities: 1, groups: 1, pupils: 26 },
      planned: { activities: 1, groups: 1, pupils: 26 },
      adults: 2,
    });
  });

  it('says which locations it reached and names those it did not', () => {
    const elsewhere = aRow({ schoolLocationId: 'far', state: 'held' });
    const coming = aRow({ schoolLocationId: 'anker', state: 'confirmed' });

    expect(reportOn(countedRow(), elsewhere, coming).locations).toEqual({
      participating: 2,
      reached: 1,
      reachedOutside: 1,
      notReached: [
        {
          id: 'anker',
          name: 'School anker',
          brin6: '11ZZ00',
          municipality: 'Zwolle',
          sectors: ['po'],
          planned: 1,
        },
      ],
      all: [
        expect.objectContaining({ id: 'anker', activities: 0, planned: 1, lat: null, lon: null }),
        expect.objectContaining({ id: 'brug', activities: 1, planned: 0 }),
      ],
    });
  });

  it('shows, in their usual order, sectors, programmes, origins, kinds and municipalities that have nothing', () => {
    const report = reportOn();

    expect(report.perSector.map(({ key }) => key)).toEqual(['po', 'sbo', 'so', 'vso', 'vo', 'mbo']);
    expect(report.perMunicipality.map(({ key }) => key)).toEqual(['Zwolle']);
    expect([report.perProgramme, report.perOrigin, report.perKind].map(({ length }) => length)).toEqual([
      3, 4, 7,
    ]);
    expect(report.perTheme).toEqual([]);
  });

  it('puts an activity under each of its themes, and once under their root', () => {
    const themes = ['hi-tech-science/robotics', 'hi-tech-science', 'nature'];
    const { perTheme, perRootTheme } = reportOn(countedRow({ themes }));

    const of = (lines: typeof perTheme) => lines.map(({ key, counted }) => [key, counted.activities]);
    expect(of(perTheme)).toEqual(themes.toSorted().map((theme) => [theme, 1]));
    expect(of(perRootTheme)).toEqual([
      ['hi-tech-science', 1],
      ['nature', 1],
    ]);
  });

  it('tells how often groups took part, each school year anew', () => {
    const of = (date: string, ...groupIds: string[]) => aRow({ sessions: [aSession(date)] }, { groupIds });

    const { exposure } = reportOn(
      of('2026-05-12', 'a'),
      of('2027-01-12', 'a', 'b', 'c'),
      of('2027-02-12', 'a', 'b'),
      of('2027-03-12', 'a'),
      aRow({ state: 'confirmed' }, { groupIds: ['c'] }),
    );

    expect(exposure).toEqual([
      { schoolYear: '2025-2026', once: 1, twice: 0, more: 0 },
      { schoolYear: '2026-2027', once: 1, twice: 1, more: 1 },
    ]);
  });

  it('adds up hours without rounding errors, per partner too, and says how many are missing', () => {
    const tenth = { ...someHours, preparation: 0.1, delivery: 0.2, travel: 0 };
    const { hours } = reportOn(
      countedRow({ hours: tenth }),
      countedRow({ hours: tenth }),
      countedRow({ hours: tenth, organisationId: 'museum' }),
      aRow({ organisationId: 'museum' }),
    );

    expect(hours).toMatchObject({ activities: 3, people: 6, delivery: 0.6, total: 0.9, missing: 1 });
    expect(
      hours.perPartner.map(({ organisationId, total, missing }) => [organisationId, total, missing]),
    ).toEqual([
      ['factory', 0.6, 0],
      ['museum', 0.3, 1],
    ]);
  });

  it('counts no-shows and cancellations apart, and the late ones of those', () => {
    const report = reportOn(
      aRow({ state: 'no-show' }),
      aRow({ state: 'cancelled' }),
      aRow({ state: 'cancelled' }, { late: true, feeCents: 2000 }),
    );

    expect(report.endings).toEqual({
      noShows: { activities: 1, groups: 1, pupils: 26 },
      cancelled: { activities: 2, groups: 2, pupils: 52 },
      cancelledLate: 1,
      feeCents: 2000,
    });
    expect(report.reach.counted.activities).toBe(0);
    expect(report.costs.held.totalCents).toBe(0);
  });

  it('says who pays what was held, and apart what is planned', () => {
    const { costs } = reportOn(countedRow(), aRow(), aRow({ state: 'confirmed' }));

    expect(costs).toEqual({
      held: { totalCents: 10_000, schoolCents: 4000, regionCents: 5000, partnerCents: 1000 },
      planned: { totalCents: 5000, schoolCents: 2000, regionCents: 2500, partnerCents: 500 },
    });
  });

  it('goes by month', () => {
    const on = (date: string) => countedRow({ sessions: [aSession(date)] });

    expect(reportOn(on('2026-12-31'), on('2027-01-01')).perMonth.map(({ key }) => key)).toEqual([
      '2026-12',
      '2027-01',
    ]);
  });
});
