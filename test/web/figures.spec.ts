import * as fc from 'fast-check';
import { activityKinds, addDays, taxonomy } from '#libs/facts';
import { sectors, type ActivityRowView } from '#libs/contracts';
import { regionReport } from '../../libs/services/impact/src/domain/region-report.js';
import { demandRows } from '../../libs/services/impact/src/domain/demand.js';
import { aLocation } from '../../libs/services/impact/test/builders.js';
import { demandBehind, rowsBehind, sumsOf } from '../../apps/web/src/figures/rows.js';
import {
  headFigures,
  hoursFigures,
  plannedFigure,
  reachFigures,
  saidFigure,
  type ShownFigure,
} from '../../apps/web/src/figures/shown.js';

const period = { from: '2026-08-01', to: '2027-07-31' };
const themes = fc.uniqueArray(fc.constantFrom(...taxonomy.themes.map(({ id }) => id)), {
  minLength: 1,
  maxLength: 3,
});
const fit = fc.option(fc.integer({ min: 1, max: 5 }));
const someRow = fc
  .record({
    matchId: fc.uuid(),
    day: fc.integer({ min: 0, max: 360 }),
    status: fc.constantFrom('counted', 'to-be-counted', 'planned', 'no-show', 'cancelled'),
    locationId: fc.constantFrom('a', 'b', 'elsewhere'),
    municipality: fc.constantFrom('Zwolle', 'Hattem', null),
    parts: fc.uniqueArray(
      fc.record({ sector: fc.constantFrom(...sectors), groups: fc.nat(3), pupils: fc.nat(60) }),
      { minLength: 1, maxLength: 3, selector: ({ sector }) => sector },
    ),
    partnerId: fc.constantFrom('factory', 'museum'),
    kind: fc.constantFrom(...activityKinds.map(({ id }) => id)),
    themes,
    programme: fc.constantFrom('Techkwadraat', 'STO', 'other'),
    origin: fc.constantFrom('proposed', 'booked', 'arranged', 'repeated'),
    hours: fc.option(fc.nat(80).map((quarters) => quarters / 4)),
    ...{ schoolFit: fit, partnerFit: fit },
  })
  .map(
    ({ day, parts, ...row }) =>
      ({
        ...row,
        ...{ date: addDays(period.from, day), sectors: parts, groupIds: [], partner: null },
        groups: parts.reduce((sum, part) => sum + part.groups, 0),
        pupils: parts.reduce((sum, part) => sum + part.pupils, 0),
        ...{ adults: null, people: null, tallyPresent: null, late: false, feeCents: 0 },
        ...{ hoursPreparation: null, hoursDelivery: row.hours, hoursTravel: null },
        ...{ totalCents: 0, schoolCents: 0, regionCents: 0, partnerCents: 0 },
      }) as unknown as ActivityRowView,
  );

const someWish = fc
  .record({
    requestId: fc.uuid(),
    municipality: fc.option(fc.constantFrom('Zwolle', 'Hattem'), { nil: undefined }),
    state: fc.constantFrom('open', 'needs-info', 'partly-met', 'unmet', 'expired', 'met'),
    themes,
    weekdays: fc.option(fc.uniqueArray(fc.constantFrom('mon', 'tue', 'fri')), { nil: undefined }),
  })
  .map(({ requestId, municipality, weekdays, ...wish }) => ({
    requestId,
    ...(municipality && { municipality }),
    wish: {
      ...{ regionId: 'ijssel', schoolLocationId: 'a', groups: 1, pupils: 20, ...wish },
      windows: [{ from: '2027-01-11', to: '2027-02-12', ...(weekdays && { weekdays }) }],
    },
  }));

/** What the screen says that those rows come to. */
function together({ rows: search, sums }: ShownFigure, rows: readonly ActivityRowView[]): number {
  const { activities, hours, pupils } = sumsOf(rowsBehind(rows, search));
  return { activities, hours, pupils: pupils.counted + pupils.expected + pupils.missed }[sums];
}

it('leads from every figure about activities to the rows that make it', () => {
  fc.assert(
    fc.property(fc.array(someRow, { maxLength: 30 }), (rows) => {
      const region = { id: 'ijssel', name: 'IJssel', locations: [aLocation('a'), aLocation('b')] };
      const report = regionReport(region, period, rows, []);
      const lines = {
        municipality: report.perMunicipality,
        sector: report.perSector,
        root: report.perRootTheme,
        kind: report.perKind,
        month: report.perMonth,
      };
      const figures: ShownFigure[] = [
        ...Object.values(headFigures(report)),
        ...Object.entries(lines).flatMap(([by, some]) =>
          some.flatMap((line) => Object.values(reachFigures(by as keyof typeof lines, line))),
        ),
        ...Object.values(hoursFigures(report.hours)),
        ...report.hours.perPartner.flatMap((line) => Object.values(hoursFigures(line, line.organisationId))),
        ...report.locations.notReached.map(plannedFigure),
        ...(['school', 'partner'] as const).map((side) => saidFigure(side, report)),
      ];

      for (const figure of figures)
        expect([figure.rows, together(figure, rows)]).toEqual([figure.rows, figure.value]);
    }),
    { numRuns: 200 },
  );
});

it('leads from every cell of the unmet demand to the requests that it counts', () => {
  fc.assert(
    fc.property(fc.array(someWish, { maxLength: 30 }), (wishes) => {
      const { unmetDemand } = regionReport(
        { id: 'ijssel', name: 'IJssel', locations: [] },
        period,
        [],
        wishes,
      );
      const rows = demandRows(wishes, period);

      expect(demandBehind(rows, {})).toHaveLength(unmetDemand.open.requests + unmetDemand.unmet.requests);
      for (const { rootTheme: theme, municipality: area, weekday, open, unmet } of unmetDemand.cells)
        expect([
          { theme, area, weekday },
          demandBehind(rows, { theme, area, ...(weekday === 'all' ? {} : { weekday }) }).length,
        ]).toEqual([{ theme, area, weekday }, open + unmet]);
    }),
    { numRuns: 200 },
  );
});
