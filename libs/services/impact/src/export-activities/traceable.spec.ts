import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { matchStates, sectors, type MatchSnapshot, type RegionReportView } from '#libs/contracts';
import { activityKinds, addDays, rootOfTheme, schoolYearOf, taxonomy } from '#libs/facts';
import { aGroup, aLocation, aMatch, aSession, location } from '../../test/builders.js';
import { activityRow, type Around } from '../domain/activity-row.js';
import { activityOf } from '../domain/activity.js';
import { regionReport } from '../domain/region-report.js';
import { activitiesCsv } from './activities-csv.js';

const period = { from: '2025-08-01', to: '2027-07-31' };
const amount = fc.integer({ min: 0, max: 300 });
const quarterHours = fc.integer({ min: 0, max: 80 }).map((quarters) => quarters / 4);

const someMatch = fc
  .record({
    day: fc.integer({ min: 0, max: 700 }),
    state: fc.constantFrom(...matchStates),
    schoolLocationId: fc.constantFrom('a', 'b', 'c', 'unknown'),
    organisationId: fc.constantFrom('factory', 'museum'),
    kind: fc.constantFrom(...activityKinds.map(({ id }) => id)),
    origin: fc.constantFrom('proposed' as const, 'booked' as const, 'arranged' as const),
    programme: fc.constantFrom('Techkwadraat' as const, 'STO' as const, 'other' as const),
    themes: fc.uniqueArray(fc.constantFrom(...taxonomy.themes.map(({ id }) => id)), {
      minLength: 1,
      maxLength: 3,
    }),
    groups: fc.uniqueArray(
      fc.record({
        groupId: fc.constantFrom('g1', 'g2', 'g3', 'g4'),
        sector: fc.constantFrom(...sectors),
        pupils: fc.integer({ min: 1, max: 40 }),
      }),
      { minLength: 1, maxLength: 3, selector: ({ groupId }) => groupId },
    ),
    costs: fc.record({ totalCents: amount, schoolCents: amount, regionCents: amount, partnerCents: amount }),
    count: fc.option(fc.record({ pupils: amount, adults: amount, groups: amount, unusual: fc.boolean() }), {
      nil: undefined,
    }),
    hours: fc.option(
      fc.record({
        people: amount,
        preparation: quarterHours,
        delivery: quarterHours,
        travel: quarterHours,
        unusual: fc.boolean(),
      }),
      { nil: undefined },
    ),
    ended: fc.record({ wasConfirmed: fc.boolean(), late: fc.boolean(), feeCents: amount }),
  })
  .map(({ day, groups, count, hours, ended, ...match }): [MatchSnapshot, Around] => [
    aMatch({
      ...match,
      groups: groups.map(({ groupId, sector, pupils }) => aGroup(groupId, { sector, pupils })),
      sessions: [
        aSession(
          addDays(period.from, day),
          groups.map(({ groupId, pupils }) => ({ groupId, pupils })),
        ),
      ],
      ...(count && { count }),
      ...(hours && { hours }),
    }),
    {
      ended,
      ...(match.schoolLocationId !== 'unknown' && {
        location: { ...location, municipality: `gemeente ${match.schoolLocationId}` } as never,
      }),
    },
  ]);

type Line = Record<string, string>;
const number = (text = '') => Number(text.replace(',', '.'));
const total = (lines: readonly Line[], column: string) =>
  lines.reduce((whole, line) => whole + number(line[column]), 0);
const listed = (text = '') => (text === '' ? [] : text.split(', '));

/** The reach of those lines, as somebody with a spreadsheet adds it up; a cell of parts holds `sbo 12, po 20`. */
function addedUp(lines: readonly Line[], part?: string) {
  const of = (text = '') =>
    number(
      listed(text)
        .find((each) => each.startsWith(`${part} `))
        ?.split(' ')[1],
    );
  const numbers = (status: string) => {
    const theirs = lines.filter((line) => line['status'] === status);
    const sumOf = (column: string) =>
      part
        ? theirs.reduce((whole, line) => whole + of(line[`${column}PerSector`]), 0)
        : total(theirs, column);
    return { activities: theirs.length, groups: sumOf('groups'), pupils: sumOf('pupils') };
  };
  return {
    counted: numbers('counted'),
    toBeCounted: numbers('to-be-counted'),
    planned: numbers('planned'),
  };
}

function everyLine(report: RegionReportView, lines: readonly Line[]) {
  const check = (found: RegionReportView['perKind'], has: (line: Line, key: string) => boolean) => {
    for (const { key, ...reach } of found)
      expect([key, reach]).toEqual([key, addedUp(lines.filter((line) => has(line, key)))]);
  };
  check(report.perMunicipality, (line, key) => (line['municipality'] || 'unknown') === key);
  check(report.perProgramme, (line, key) => line['programme'] === key);
  check(report.perOrigin, (line, key) => line['origin'] === key);
  check(report.perKind, (line, key) => line['kind'] === key);
  check(report.perMonth, (line, key) => line['date']?.slice(0, 7) === key);
  check(report.perTheme, (line, key) => listed(line['themes']).includes(key));
  check(report.perRootTheme, (line, key) =>
    listed(line['themes']).some((theme) => rootOfTheme(theme) === key),
  );
  for (const { key, ...reach } of report.perSector)
    expect([key, reach]).toEqual([
      key,
      addedUp(
        lines.filter((line) => listed(line['sectors']).includes(key)),
        key,
      ),
    ]);
}

it('gives a report whose every figure about activities is a sum over the rows of the export', () => {
  fc.assert(
    fc.property(fc.array(someMatch, { maxLength: 40 }), (matches) => {
      const rows = matches.flatMap(
        ([match, around], i) => activityRow(`m${i}`, activityOf(match), around) ?? [],
      );
      const locations = ['a', 'b', 'c', 'd'].map((id) => aLocation(id));
      const report = regionReport({ id: 'ijssel', name: 'IJssel', locations }, period, rows, []);
      const lines: Line[] = parse(activitiesCsv(rows), { bom: true, delimiter: ';', columns: true });
      const held = lines.filter(({ status }) => status === 'counted' || status === 'to-be-counted');
      const withHours = held.filter(({ hours }) => hours !== '');

      expect(report.reach).toEqual({ ...addedUp(lines), adults: total(lines, 'adults') });
      everyLine(report, lines);
      expect(report.hours).toMatchObject({
        activities: withHours.length,
        missing: held.length - withHours.length,
        people: total(withHours, 'people'),
        preparation: total(withHours, 'hoursPreparation'),
        delivery: total(withHours, 'hoursDelivery'),
        travel: total(withHours, 'hoursTravel'),
        total: total(withHours, 'hours'),
      });
      for (const { organisationId, total: hours } of report.hours.perPartner)
        expect(hours).toBe(
          total(
            withHours.filter(({ partnerId }) => partnerId === organisationId),
            'hours',
          ),
        );
      for (const payer of ['totalCents', 'schoolCents', 'regionCents', 'partnerCents'] as const) {
        expect(report.costs.held[payer]).toBe(total(held, payer));
        expect(report.costs.planned[payer]).toBe(
          total(
            lines.filter(({ status }) => status === 'planned'),
            payer,
          ),
        );
      }
      const cancelled = lines.filter(({ status }) => status === 'cancelled');
      expect(report.endings).toMatchObject({
        noShows: { activities: lines.filter(({ status }) => status === 'no-show').length },
        cancelled: { activities: cancelled.length, pupils: total(cancelled, 'pupils') },
        cancelledLate: lines.filter(({ late }) => late === 'yes').length,
        feeCents: total(lines, 'feeCents'),
      });
      const reached = new Set(held.map(({ locationId }) => locationId));
      expect(report.locations.notReached.map(({ id }) => id)).toEqual(
        ['a', 'b', 'c', 'd'].filter((id) => !reached.has(id)),
      );
      expect(report.exposure).toEqual(exposed(held));
    }),
    { numRuns: 200 },
  );
});

function exposed(held: readonly Line[]) {
  const years = [...new Set(held.map(({ date = '' }) => schoolYearOf(date)))].sort();
  return years.map((schoolYear) => {
    const groups = held
      .filter(({ date = '' }) => schoolYearOf(date) === schoolYear)
      .flatMap(({ groupIds }) => listed(groupIds));
    const times = [...new Set(groups)].map((id) => groups.filter((each) => each === id).length);
    return {
      schoolYear,
      once: times.filter((n) => n === 1).length,
      twice: times.filter((n) => n === 2).length,
      more: times.filter((n) => n > 2).length,
    };
  });
}
