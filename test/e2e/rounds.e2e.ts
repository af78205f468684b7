import { postedRequest, aWorld, proposalsOf, publishedOffer, type World } from '../support/world.js';
import { until } from '../support/until.js';

const aRound = (changes: Record<string, unknown> = {}) => ({
  region: 'region-ijssel',
  name: 'Winterronde',
  opensOn: '2026-11-01',
  closesOn: '2026-12-18',
  answerBy: '2027-01-08',
  ...changes,
});
const slot = (day: string) => ({
  start: `2027-01-${day}T08:30:00+01:00`,
  end: `2027-01-${day}T12:00:00+01:00`,
});
const week = { weekdays: ['tue', 'thu'], parts: ['morning'] };

describe('a round', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  const opened = async (changes = {}) => {
    const answer = await until(async () => {
      const tried = await world.coordinator.post('/api/rounds', aRound(changes));
      return tried.status === 422 ? undefined : tried;
    }, 'the region to be known to matching');
    expect(answer).toMatchObject({ status: 201, body: { region: 'region-ijssel', plan: null } });
    return answer.body.id as string;
  };
  const planned = (id: string, run = 1) =>
    until(async () => {
      const { body } = await world.coordinator.get(`/api/rounds/${id}`);
      return body.plan?.phase === 'planned' && body.plan.run === run && body;
    }, 'the plan');

  /** The first would take the only slot that the second can have, and has another choice. */
  const contested = async () => {
    await publishedOffer(world, { slots: [slot('12'), slot('14')] });
    const flexible = await postedRequest(world, {
      windows: [{ from: '2027-01-11', to: '2027-01-14', ...week }],
    });
    await world.at(new Date(world.clock.now() + 60_000).toISOString());
    const bound = await postedRequest(world, {
      windows: [{ from: '2027-01-12', to: '2027-01-12', ...week }],
      groups: [{ sector: 'po', grades: ['6'], pupils: 20, name: '6A' }],
    });
    const before = await proposalsOf(world, flexible.id, 2);
    await proposalsOf(world, bound.id);
    return { flexible, bound, before };
  };

  it('gives what is asked while it is open its own date to answer by', async () => {
    const today = { closesOn: '2026-11-23', answerBy: '2026-11-27' };
    const later = { opensOn: '2026-12-01', closesOn: '2026-12-02', answerBy: '2026-12-04' };
    for (const round of [{ answerBy: '2027-01-15' }, later, {}, today]) await opened(round);
    const answeredBy = (day: string) =>
      until(async () => (await postedRequest(world)).answerBy.startsWith(day), `an answer by ${day}`);

    await answeredBy('2026-11-27');
    await world.at('2026-11-24T09:00:00+01:00');
    await answeredBy('2027-01-08');
  });

  it('plans everybody at once, proves it, and shows what first come first served would have given', async () => {
    const { flexible, bound, before } = await contested();
    expect(before.items[0]).toMatchObject({ start: slot('12').start, price: 0 });
    const id = await opened();

    const asked = await world.coordinator.post(`/api/rounds/${id}/plan`);
    expect(asked).toMatchObject({ status: 202, body: { plan: { phase: 'planning', run: 1 } } });
    const { plan } = await planned(id);

    expect(plan).toMatchObject({
      requests: 2,
      served: 2,
      firstComeFirstServed: { served: 1 },
      schoolsWithNothing: [],
      fairness: { before: { worstServedShare: 0 }, after: { worstServedShare: 1 } },
    });
    expect(plan.score).toBeGreaterThan(plan.firstComeFirstServed.score);
    expect(plan.certificate.bound).toBeGreaterThanOrEqual(plan.score);
    expect(plan.certificate.sentence.nl).toContain('bewezen');
    const { body: lines } = await world.coordinator.get(`/api/rounds/${id}/lines`);
    for (const cursor of ['abc', '-1', '1e9'])
      expect((await world.coordinator.get(`/api/rounds/${id}/lines?cursor=${cursor}`)).body).toMatchObject({
        code: 'query.cursor-invalid',
      });
    const { body: rest } = await world.coordinator.get(`/api/rounds/${id}/lines?limit=1&cursor=1`);
    expect(rest).toEqual({ items: [lines.items[1]], next: null });
    const startOf = (requestId: string) =>
      lines.items.find((line: { requestId: string }) => line.requestId === requestId).proposal.start;
    expect([startOf(flexible.id), startOf(bound.id)]).toEqual([slot('14').start, slot('12').start]);
  });

  it('makes the proposals after it weigh what a slot is worth to others', async () => {
    const { flexible } = await contested();
    const id = await opened();
    await world.coordinator.post(`/api/rounds/${id}/plan`);
    await planned(id);

    // Of several processes one may hear of the plan a moment after another.
    const [first, second] = await until(async () => {
      const { items } = await proposalsOf(world, flexible.id, 2);
      return items[0].start === slot('14').start && items;
    }, 'the slot that nobody else needs to be first');
    expect(second).toMatchObject({ start: slot('12').start });
    expect(second.price).toBeGreaterThan(0);
    expect(second.score).toBeGreaterThan(first.score);
  });

  it('is decided by the coordinator, in bulk, with one result per line', async () => {
    await contested();
    const id = await opened();
    await world.coordinator.post(`/api/rounds/${id}/plan`);
    await planned(id);
    const { body: lines } = await world.coordinator.get(`/api/rounds/${id}/lines`);
    const items = lines.items.map(({ requestId, slotId }: { requestId: string; slotId: string }) => ({
      requestId,
      slotId,
    }));

    const answer = await world.coordinator.post('/api/matches/approvals', {
      items: [...items, { requestId: 'nobody', slotId: 'nothing.2027-01-12T08:00:00Z' }],
    });

    expect(answer.status).toBe(200);
    expect(answer.body.items).toMatchObject([
      { ...items[0], status: 202, match: { requestId: items[0].requestId } },
      { ...items[1], status: 202, match: { requestId: items[1].requestId } },
      { status: 422, problem: { code: 'matches.request-unknown' } },
    ]);
    for (const { match } of answer.body.items.slice(0, 2)) {
      await until(async () => {
        const { body } = await world.coordinator.get(`/api/matches/${match.id}`);
        return body.state === 'asked';
      }, 'both sides to be asked');
    }
    const again = await until(async () => {
      const { body } = await world.coordinator.get(`/api/rounds/${id}/lines`);
      return body.items.every(({ matchId }: { matchId: string | null }) => matchId) && body;
    }, 'the lines to name their appointments');
    expect(again.items).toHaveLength(2);
  });

  it('says of a place that is gone meanwhile, or a request that is not open any more, that it cannot be approved', async () => {
    const { flexible, bound } = await contested();
    const id = await opened();
    await world.coordinator.post(`/api/rounds/${id}/plan`);
    await planned(id);
    const lineOf = async (requestId: string) => {
      const { body } = await world.coordinator.get(`/api/rounds/${id}/lines`);
      return body.items.find((line: { requestId: string }) => line.requestId === requestId);
    };
    const goneAs = (requestId: string, gone: string) =>
      until(async () => {
        const line = await lineOf(requestId);
        return line.gone === gone && line;
      }, `the line to say that its ${gone} is gone`);
    const { slotId, gone } = await lineOf(bound.id);
    expect(gone).toBeNull();

    // Somebody else gets the place that the plan gave it.
    await world.coordinator.post('/api/matches', { requestId: flexible.id, slotId });
    expect(await goneAs(bound.id, 'slot')).toMatchObject({ slotId, matchId: null, proposal: null });
    expect(await lineOf(flexible.id)).toMatchObject({ matchId: expect.any(String), gone: null });

    await world.teacher.post(`/api/requests/${bound.id}/withdraw`, { reason: 'Lukt zo' });
    expect(await goneAs(bound.id, 'request')).toMatchObject({ proposal: null });
  });

  it('says of whoever gets nothing why', async () => {
    await publishedOffer(world, { slots: [slot('12')] });
    await postedRequest(world);
    const without = await postedRequest(world, { themes: ['food-nature/food-production'] });
    await until(async () => {
      const { body } = await world.coordinator.get(`/api/requests/${without.id}/proposals`);
      return body.state === 'ready';
    }, 'both requests to be known');
    const id = await opened();
    await world.coordinator.post(`/api/rounds/${id}/plan`);
    expect((await planned(id)).plan).toMatchObject({ requests: 2, served: 1 });

    const { body: lines } = await world.coordinator.get(`/api/rounds/${id}/lines`);

    expect(lines.items[1]).toMatchObject({
      requestId: without.id,
      slotId: null,
      whyNone: { failures: expect.arrayContaining([expect.objectContaining({ condition: 'theme' })]) },
    });
  });

  it('of a region where nobody asks is an empty plan, and can be made again', async () => {
    const id = await opened();
    await world.coordinator.post(`/api/rounds/${id}/plan`);
    expect((await planned(id)).plan).toMatchObject({
      requests: 0,
      served: 0,
      certificate: { gapPercent: 0 },
    });

    await world.coordinator.post(`/api/rounds/${id}/plan`);
    expect((await planned(id, 2)).plan).toMatchObject({ run: 2, requests: 0 });
  });

  it('refuses what cannot be, and does not exist for others', async () => {
    const id = await opened();
    const refused = async (changes: Record<string, unknown>) =>
      (await world.coordinator.post('/api/rounds', aRound(changes))).body;
    expect(await refused({ closesOn: '2026-10-01' })).toMatchObject({
      code: 'rounds.dates',
      errors: [{ path: 'closesOn' }],
    });
    expect(await refused({ answerBy: '2026-12-01' })).toMatchObject({ errors: [{ path: 'answerBy' }] });
    expect(await refused({ region: 'region-far' })).toMatchObject({ code: 'access.not-yours' });
    expect((await world.teacher.post('/api/rounds', aRound())).status).toBe(403);
    expect((await world.teacher.get(`/api/rounds/${id}`)).status).toBe(403);
    expect((await world.coordinator.get('/api/rounds/nothing')).status).toBe(404);
    expect((await world.coordinator.get(`/api/rounds/${id}/lines`)).body).toMatchObject({
      status: 409,
      code: 'rounds.not-planned',
    });
    expect((await world.coordinator.post(`/api/rounds/${id}/plan/cancel`)).body).toMatchObject({
      status: 409,
      code: 'rounds.not-planning',
    });
  });
});
