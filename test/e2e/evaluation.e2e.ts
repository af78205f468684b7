import { aWorld, type World } from '../support/world.js';
import { until } from '../support/until.js';

describe('what the two sides and the class thought of it', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  /** What the teacher agreed with the factory, for that day; with a class of 24. */
  async function arranged(day: string, name: string): Promise<string> {
    const groups = [{ sector: 'po', grades: ['7'], pupils: 24, name }];
    const { body } = await until(async () => {
      const answer = await world.teacher.post(
        '/api/matches/arranged',
        {
          schoolLocationId: 'school-brug',
          organisationId: 'factory',
          kind: 'guest-lesson',
          themes: ['hi-tech-science/robotics'],
          sessions: [{ start: `${day}T09:00:00+01:00`, end: `${day}T10:30:00+01:00`, groups }],
        },
        { prefer: 'wait=5' },
      );
      return answer.status === 422 ? undefined : answer;
    }, 'the school to be known to matching');
    return `/api/matches/${body.id}`;
  }
  const good = { fit: 5, again: 'yes', words: 'Prachtig.' };
  const hands = { present: 22, fun: 20, learned: 18, wantMore: 15 };

  it('is said once by each side, by who was there, and may be corrected', async () => {
    const match = await arranged('2026-11-20', '7A');

    expect((await world.colleague.post(`${match}/evaluation`, good)).status).toBe(403);
    expect((await world.museum.post(`${match}/evaluation`, good)).status).toBe(404);
    expect(await world.teacher.post(`${match}/evaluation`, good)).toMatchObject({
      status: 200,
      body: { state: 'held', evaluation: { school: good } },
    });
    expect(await world.admin.post(`${match}/evaluation`, good)).toMatchObject({
      status: 409,
      body: { code: 'matches.evaluated' },
    });
    expect(
      (await world.teacher.post(`${match}/evaluation`, { fit: 4, again: 'maybe' })).body.evaluation,
    ).toEqual({
      school: { fit: 4, again: 'maybe' },
    });
    await world.teacher.post(`${match}/count`, { pupils: 22, adults: 2, groups: 1 });
    const noted = { fit: 3, again: 'no', onBehalfOf: 'partner', how: 'belde' };
    expect((await world.coordinator.post(`${match}/evaluation`, noted)).body).toMatchObject({
      state: 'evaluated',
      evaluation: { partner: { fit: 3, again: 'no' } },
    });
    expect((await world.partner.post(`${match}/evaluation`, { fit: 2, again: 'no' })).status).toBe(200);
  });

  it('is not said before the activity', async () => {
    const match = await arranged('2026-12-08', '7B');
    await world.partner.post(`${match}/accept`, {});

    for (const [path, body] of [
      ['evaluation', good],
      ['tally', hands],
    ] as const)
      expect(await world.teacher.post(`${match}/${path}`, body)).toMatchObject({
        status: 409,
        body: { code: 'matches.not-yet' },
      });
  });

  it('is counted by the school, with no more hands than pupils', async () => {
    const match = await arranged('2026-11-19', '7C');

    expect(await world.teacher.post(`${match}/tally`, { ...hands, fun: 23 })).toMatchObject({
      status: 400,
      body: { code: 'matches.tally-impossible', errors: [{ path: 'fun' }] },
    });
    expect((await world.partner.post(`${match}/tally`, hands)).status).toBe(403);
    await world.teacher.post(`${match}/tally`, hands);
    const again = await world.teacher.post(`${match}/tally`, { ...hands, fun: 22 });
    expect(again).toMatchObject({ status: 200, body: { tally: { fun: 22 } } });
  });

  it('is in the report, but not of fewer than five', async () => {
    const report = '/api/reports/region?region=region-ijssel&from=2026-08-01&to=2027-07-31';
    const { opinions } = await until(async () => {
      const { body } = await world.coordinator.get(report);
      return body.opinions?.tally.fun === 22 && body.opinions.partner.evaluations === 1 && body;
    }, 'the figures to arrive');

    expect(opinions).toMatchObject({
      school: { evaluations: 1, fit: null, again: null },
      tally: { activities: 1, present: 22, fun: 22, wantMore: 15 },
    });
  });
});
