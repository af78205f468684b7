import { until } from '../support/until.js';
import { aWorld, postedRequest, publishedOffer, type World } from '../support/world.js';

const wait = { prefer: 'wait=5' };
const takenBack = { reason: 'Vergissing.', undo: true };
const slot = (day: string) => ({
  start: `2027-01-${day}T08:30:00+01:00`,
  end: `2027-01-${day}T10:00:00+01:00`,
  groups: 1,
});
const classOf = (name: string) => ({ groups: [{ sector: 'po', grades: ['7'], pupils: 24, name }] });

interface Proposal {
  readonly slotId: string;
}

/** One place for each of three, and a fourth that wants each of them. */
describe.each(['firm', 'by-appointment'])('an approval that is undone, of a place that is %s', (promise) => {
  let world: World;
  let requests: readonly { readonly id: string }[];
  beforeEach(async () => {
    world = await aWorld({ undoMs: 600_000 });
    for (const day of ['12', '14', '19'])
      await publishedOffer(world, { promise, title: `Robots op de ${day}e`, slots: [slot(day)] });
    requests = [];
    for (const name of ['7A', '7B', '7C', '7D'])
      requests = [...requests, await postedRequest(world, classOf(name))];
  });
  afterEach(() => world.close());

  const requestOf = async (id: string) => (await world.coordinator.get(`/api/requests/${id}`)).body;
  const proposalsOf = async (id: string): Promise<Proposal[]> =>
    (await world.coordinator.get(`/api/requests/${id}/proposals`)).body.items;
  const howMany = (id: string, count: number) =>
    until(async () => (await proposalsOf(id)).length === count, `${count} proposals`);

  /** Approves its best, and waits until its place is gone for who else wants one. */
  async function approve(id: string, left: number) {
    const [best] = await proposalsOf(id);
    const approval = { requestId: id, slotId: best?.slotId };
    const { status, body } = await world.coordinator.post('/api/matches', approval, wait);
    if (status !== 201) throw new Error(JSON.stringify(body));
    await until(async () => (await requestOf(id)).matchId === body.id, 'the request to be under way');
    await howMany(fourth(), left);
    return { matchId: body.id as string, slotId: approval.slotId };
  }
  const fourth = () => (requests[3] as { id: string }).id;
  const undo = (matchId: string) => world.coordinator.post(`/api/matches/${matchId}/cancel`, takenBack);

  it('brings that request back as it was, with the very proposals it had, and no other', async () => {
    const [a, b, c] = requests as { id: string }[] as [{ id: string }, { id: string }, { id: string }];
    await howMany(fourth(), 3);
    const first = await approve(a.id, 2);
    const second = await approve(b.id, 1);
    const before = await requestOf(c.id);
    const could = { own: await proposalsOf(c.id), fourth: await proposalsOf(fourth()) };
    const third = await approve(c.id, 0);

    expect((await undo(third.matchId)).body).toMatchObject({
      state: 'cancelled',
      ended: { reasonCode: 'undone' },
    });

    await until(async () => (await requestOf(c.id)).matchId === null, 'the request to wait for nobody');
    await howMany(c.id, 1);
    await howMany(fourth(), 1);
    const { rev: _, ...asItWas } = before;
    expect(await requestOf(c.id)).toMatchObject(asItWas);
    expect({ own: await proposalsOf(c.id), fourth: await proposalsOf(fourth()) }).toEqual(could);
    for (const [{ id }, { matchId }] of [
      [a, first],
      [b, second],
    ] as const)
      expect(await requestOf(id)).toMatchObject({ matchId });
    const now = (await world.coordinator.get('/api/requests?region=region-ijssel')).body.items;
    const waiting = now.filter(({ matchId }: { matchId: string | null }) => matchId === null);
    expect(waiting.map(({ id }: { id: string }) => id).toSorted()).toEqual([c.id, fourth()].toSorted());
  });

  it('gives back also the one before the last, and it can be approved once more', async () => {
    const [a, b, c] = requests as { id: string }[] as [{ id: string }, { id: string }, { id: string }];
    await howMany(fourth(), 3);
    await approve(a.id, 2);
    const second = await approve(b.id, 1);
    await approve(c.id, 0);

    await undo(second.matchId);

    await until(async () => (await requestOf(b.id)).matchId === null, 'the request to wait for nobody');
    await howMany(b.id, 1);
    expect(await proposalsOf(b.id)).toMatchObject([{ slotId: second.slotId }]);
    await howMany(fourth(), 1);
    expect(await approve(b.id, 0)).toMatchObject({ slotId: second.slotId });
  });

  it('is heard of by nobody', async () => {
    const [a] = requests as [{ id: string }];
    const { matchId } = await approve(a.id, 2);
    const told = async () =>
      (await Promise.all(['teacher', 'partner'].map((who) => world.mails(`${who}@leerbrug.test`))))
        .flat()
        .filter(({ text }) => text.includes(matchId));

    await undo(matchId);
    await until(async () => (await requestOf(a.id)).matchId === null, 'the request to wait for nobody');
    await world.at('2027-01-04T09:00:00+01:00');

    expect(await told()).toEqual([]);
  });
});

describe('undo that comes too late', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  it('is refused, and the appointment stands: who was asked may be answering', async () => {
    await publishedOffer(world, { slots: [slot('12')] });
    const request = await postedRequest(world, classOf('7A'));
    const best = await until(async (): Promise<Proposal | undefined> => {
      const { body } = await world.coordinator.get(`/api/requests/${request.id}/proposals`);
      return body.items[0];
    }, 'a proposal');
    const approval = { requestId: request.id, slotId: best.slotId };
    const { body: match } = await world.coordinator.post('/api/matches', approval, wait);
    await until(async () => {
      const { body } = await world.coordinator.get(`/api/matches/${match.id}`);
      return body.clock.school?.deliveredAt;
    }, 'the question to be delivered');

    const late = await world.coordinator.post(`/api/matches/${match.id}/cancel`, takenBack);

    expect(late).toMatchObject({ status: 409, body: { code: 'matches.too-late-to-undo', state: 'asked' } });
    expect((await world.coordinator.get(`/api/matches/${match.id}`)).body.state).toBe('asked');
  });
});
