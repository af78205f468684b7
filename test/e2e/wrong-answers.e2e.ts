import {
  aWorld,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import { until } from '../support/until.js';

describe('wrong answers along the road of a match', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  let classes = 0;
  /** Each for a class of its own: one class is in one place at a time. */
  async function asked() {
    const { id: offerId } = await publishedOffer(world);
    const groups = [{ sector: 'po', grades: ['7'], pupils: 26, name: `7-${++classes}` }];
    const request = await postedRequest(world, { groups });
    const { items } = await proposalsOf(world, request.id);
    const { slotId } = items.find((item: { offerId: string }) => item.offerId === offerId);
    return { match: await askedMatch(world, request.id, slotId), request, slotId };
  }

  it('approving twice is refused, with the match that lives', async () => {
    const { match, request, slotId } = await asked();
    const again = await world.coordinator.post('/api/matches', { requestId: request.id, slotId });

    expect(again).toMatchObject({
      status: 409,
      body: { code: 'matches.already-matched', matchId: match.id },
    });
  });

  it('accepting without a time, outside the slot, or at another time than the first is refused', async () => {
    const { match } = await asked();
    const accept = (body: object) => world.partner.post(`/api/matches/${match.id}/accept`, body);

    expect(await accept({})).toMatchObject({ status: 400, body: { code: 'matches.time-needed' } });
    expect(await accept({ start: '2027-01-12T14:00:00+01:00' })).toMatchObject({
      status: 400,
      body: { code: 'matches.time-outside' },
    });
    expect(await accept({ start: '2027-01-12T09:00:00+01:00' })).toMatchObject({ status: 200 });
    expect(await accept({ start: '2027-01-12T09:00:00+01:00' })).toMatchObject({ status: 200 });
    const other = await world.teacher.post(`/api/matches/${match.id}/accept`, {
      start: '2027-01-12T10:00:00+01:00',
    });
    expect(other).toMatchObject({
      status: 409,
      body: { code: 'matches.time-differs', start: '2027-01-12T09:00:00+01:00' },
    });
  });

  it('accepting what was withdrawn is gone', async () => {
    const { match, request } = await asked();
    expect(
      (
        await world.teacher.post(`/api/requests/${request.id}/withdraw`, {
          reason: 'De groep gaat op kamp.',
        })
      ).status,
    ).toBe(200);

    const gone = await until(async () => {
      const answer = await world.partner.post(`/api/matches/${match.id}/accept`, {
        start: '2027-01-12T09:00:00+01:00',
      });
      return answer.status === 410 && answer;
    }, 'the match to be cancelled');
    expect(gone.body).toMatchObject({ code: 'matches.ended' });
  });

  it('withdrawing what is confirmed is refused', async () => {
    const { match, request } = await asked();
    await world.partner.post(`/api/matches/${match.id}/accept`, { start: '2027-01-12T09:00:00+01:00' });
    await world.teacher.post(`/api/matches/${match.id}/accept`);
    const refused = await until(async () => {
      const { body } = await world.teacher.get(`/api/requests/${request.id}`);
      return (
        body.state === 'met' &&
        world.teacher.post(`/api/requests/${request.id}/withdraw`, { reason: 'Toch niet.' })
      );
    }, 'the request to be met');
    expect(refused).toMatchObject({ status: 409, body: { code: 'requests.confirmed' } });
  });

  it("a colleague reads a match but does not answer it, the school's admin does", async () => {
    const { match } = await asked();
    const accept = { start: '2027-01-12T09:00:00+01:00' };

    expect((await world.colleague.get(`/api/matches/${match.id}`)).status).toBe(200);
    expect((await world.colleague.post(`/api/matches/${match.id}/accept`, accept)).status).toBe(403);
    expect((await world.colleague.post(`/api/matches/${match.id}/cancel`, { reason: 'Nee.' })).status).toBe(
      403,
    );
    expect((await world.admin.post(`/api/matches/${match.id}/accept`, accept)).status).toBe(200);
    expect((await world.museum.get(`/api/matches/${match.id}`)).status).toBe(404);
  });

  it('answering for the other side needs to say how', async () => {
    const { match } = await asked();
    const answer = (body: object) =>
      world.coordinator.post(`/api/matches/${match.id}/accept`, {
        start: '2027-01-12T09:00:00+01:00',
        ...body,
      });

    expect(await answer({})).toMatchObject({ status: 400, body: { code: 'matches.side-needed' } });
    expect(await answer({ onBehalfOf: 'partner' })).toMatchObject({
      status: 400,
      body: { code: 'matches.how-needed' },
    });
    expect(await answer({ onBehalfOf: 'partner', how: 'by phone' })).toMatchObject({
      status: 200,
      body: { acceptedBy: { partner: { how: 'by phone' } } },
    });
  });
});
