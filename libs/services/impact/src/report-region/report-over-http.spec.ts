import { parse } from 'csv-parse/sync';
import type { Actor } from '#libs/runtime';
import { runImpact, type RunningImpact } from '../../../../../test/support/running-impact.js';
import {
  aSession,
  confirmed,
  considered,
  counted,
  ended,
  held,
  locationChanged,
  organisationChanged,
  posted,
  regionChanged,
  someHours,
} from '../../test/builders.js';

const as = (role: Actor['roles'][number]): Actor => ({ id: `a-${role.role}`, roles: [role] });
const coordinator = as({ role: 'coordinator', regionIds: ['ijssel'] });
const reader = as({ role: 'reader', regionIds: ['ijssel'] });
const operator = as({ role: 'operator', regionIds: [] });
const ofTwo = as({ role: 'coordinator', regionIds: ['ijssel', 'far'] });
const stranger = as({ role: 'coordinator', regionIds: ['far'] });
const teacher = as({ role: 'teacher', regionIds: ['ijssel'], schoolLocationId: 'brug' });
const partner = as({ role: 'partner', regionIds: ['ijssel'], organisationId: 'factory' });

const report = '/api/reports/region';
const activities = '/api/exports/activities';

let impact: RunningImpact;
beforeAll(async () => {
  impact = await runImpact();
  await impact.tell(regionChanged('IJssel'), { key: 'ijssel' });
  await impact.tell(locationChanged(), { key: 'brug' });
  await impact.tell(locationChanged({ name: 'Het Anker', brin6: '11ZZ01' }), { key: 'anker' });
  await impact.tell(organisationChanged('Machinefabriek "Hoekstra"; Zwolle'), { key: 'factory' });
  await impact.tell(counted({ hours: someHours }), { key: 'm1', seq: 5 });
  await impact.tell(held({ sessions: [aSession('2027-01-13')] }), { key: 'm2', seq: 4 });
  await impact.tell(confirmed({ sessions: [aSession('2027-03-10')] }), { key: 'm3', seq: 3 });
  await impact.tell(held({ sessions: [aSession('2026-07-31')] }), { key: 'last-year', seq: 3 });
  await impact.tell(held({ regionId: 'far' }), { key: 'elsewhere', seq: 3 });
  await impact.tell(ended('no-show'), { key: 'm4', seq: 4 });
  await impact.tell(posted(), { key: 'r2' });
  await impact.tell(considered('r2', ['distance']), { key: 'r2', seq: 1 });
});
afterAll(() => impact.close());

describe('the report of a region', () => {
  it('is of this school year and the only region of who asks', async () => {
    const { status, body } = await impact.get(report, coordinator);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      region: { id: 'ijssel', name: 'IJssel' },
      from: '2026-08-01',
      to: '2027-07-31',
      reach: {
        counted: { activities: 1, groups: 1, pupils: 24 },
        toBeCounted: { activities: 1, groups: 1, pupils: 26 },
        planned: { activities: 1, groups: 1, pupils: 26 },
      },
      locations: { participating: 2, reached: 1, notReached: [{ name: 'Het Anker', brin6: '11ZZ01' }] },
      exposure: [{ schoolYear: '2026-2027', once: 0, twice: 1, more: 0 }],
      endings: { noShows: { activities: 1 } },
      unmetDemand: { open: { requests: 1 }, reasons: [{ reason: 'distance', requests: 1 }] },
    });
    expect(body.hours).toMatchObject({ total: 4.5, perPartner: [{ organisationId: 'factory', total: 4.5 }] });
  });

  it('takes both days in', async () => {
    const of = async (days: string) => {
      const { body } = await impact.get(`${report}?${days}`, coordinator);
      return body.reach.counted.activities + body.reach.toBeCounted.activities;
    };

    expect(await of('from=2027-01-12&to=2027-01-13')).toBe(2);
    expect(await of('from=2027-01-13&to=2027-01-13')).toBe(1);
    expect(await of('from=2026-07-31&to=2026-07-31')).toBe(1);
    expect(await of('from=2027-01-14')).toBe(0);
  });

  it.each([
    ['a reader', reader, report, 200],
    ['an operator who says which', operator, `${report}?region=ijssel`, 200],
    ['a coordinator of two who says which', ofTwo, `${report}?region=ijssel`, 200],
    ['a visitor', 'visitor', report, 401],
    ['a teacher', teacher, report, 403],
    ['a partner', partner, report, 403],
  ] as const)('answers %s: %#', async (_, actor, path, status) => {
    expect((await impact.get(path, actor)).status).toBe(status);
    for (const rows of [activities, '/api/exports/demand'])
      expect((await impact.get(path.replace(report, rows), actor)).status).toBe(status);
  });

  it.each([
    ['an operator who does not say which', operator, '', 400, 'reports.region-needed'],
    ['a coordinator of two who does not say which', ofTwo, '', 400, 'reports.region-needed'],
    ['another region than the own', stranger, '?region=ijssel', 403, 'reports.region-not-yours'],
    ['a region nobody knows', operator, '?region=nowhere', 422, 'reports.region-unknown'],
    ['a period backwards', reader, '?from=2027-01-02&to=2027-01-01', 400, 'reports.period-invalid'],
    ['a day that does not exist', reader, '?from=2027-02-30', 400, 'body.invalid'],
    ['a field nobody knows', reader, '?school=brug', 400, 'body.invalid'],
  ] as const)('refuses %s', async (_, actor, query, status, code) => {
    expect(await impact.get(`${report}${query}`, actor)).toMatchObject({ status, body: { code } });
  });
});

describe('which groups had something', () => {
  const path = '/internal/reached-groups';
  const service = as({ role: 'service', regionIds: [] });

  it('is told to services: those of activities of this school year that took place', async () => {
    const { items } = (await impact.get(`${path}?region=ijssel`, service)).body as { items: string[] };

    expect(items).toEqual(['g1']);
    expect((await impact.get(`${path}?region=nowhere`, service)).body).toEqual({ items: [] });
  });

  it('is not told to people', async () => {
    for (const who of [coordinator, operator, teacher])
      expect((await impact.get(`${path}?region=ijssel`, who)).status).toBe(403);
  });
});

describe('the export of activities', () => {
  it('is a csv file with the rows of the report, in the order of days', async () => {
    const { status, headers, bytes } = await impact.get(activities, reader);

    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="activiteiten-2026-08-01-2027-07-31.csv"',
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: Record<string, string>[] = parse(bytes, { bom: true, delimiter: ';', columns: true });
    expect(rows.map(({ matchId, date, status }) => [matchId, date, status])).toEqual([
      ['m1', '2027-01-12', 'counted'],
      ['m4', '2027-01-12', 'no-show'],
      ['m2', '2027-01-13', 'to-be-counted'],
      ['m3', '2027-03-10', 'planned'],
    ]);
    expect(rows[0]).toMatchObject({ partner: 'Machinefabriek "Hoekstra"; Zwolle', hours: '4,5' });
  });

  it('is JSON when asked for', async () => {
    const { body } = await impact.get(`${activities}?format=json&from=2027-01-12&to=2027-01-12`, reader);

    expect(body).toMatchObject({
      region: { name: 'IJssel' },
      items: [{ matchId: 'm1', hours: 4.5, sectors: [{ sector: 'po', groups: 1, pupils: 24 }] }, {}],
    });
    expect((await impact.get(`${activities}?format=xlsx`, reader)).status).toBe(400);
  });

  it('names no person', async () => {
    const both = await Promise.all(
      [report, `${activities}?format=json`].map((path) => impact.get(path, reader)),
    );

    for (const { bytes } of both) expect(bytes.toString()).not.toContain('tess');
  });
});
