import {
  aWorld,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import { until } from '../support/until.js';

describe('a request travels', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('from the school to a confirmed appointment, with mails to both', async () => {
    const offer = await publishedOffer(world);
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    expect(items[0]).toMatchObject({
      offerId: offer.id,
      organisationId: 'factory',
      start: '2027-01-12T08:30:00+01:00',
    });

    const match = await askedMatch(world, request.id, items[0].slotId);
    expect(match).toMatchObject({ state: 'asked', exact: false, question: 1 });

    const first = await world.partner.post(`/api/matches/${match.id}/accept`, {
      start: '2027-01-12T09:00:00+01:00',
    });
    expect(first.body).toMatchObject({ state: 'asked', exact: true });
    const second = await world.teacher.post(`/api/matches/${match.id}/accept`);
    expect(second.body).toMatchObject({ state: 'confirmed', exact: true });
    expect(second.body.sessions[0]).toMatchObject({
      start: '2027-01-12T09:00:00+01:00',
      end: '2027-01-12T10:30:00+01:00',
    });

    const met = await until(async () => {
      const { body } = await world.teacher.get(`/api/requests/${request.id}`);
      return body.state === 'met' && body;
    }, 'the request to be met');
    expect(met.matchId).toBe(match.id);
    const confirmations = await until(async () => {
      const mails = await world.mails('teacher@leerbrug.test');
      return mails.find(({ attachments }) => attachments.some(({ filename }) => filename.endsWith('.ics')));
    }, 'the invitation');
    expect(confirmations.text).toContain('12 jan');
  });
});
