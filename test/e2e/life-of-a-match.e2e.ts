import {
  aWorld,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import { until } from '../support/until.js';

const nine = '2027-01-12T09:00:00+01:00';
const ten = '2027-01-12T10:00:00+01:00';
const oneSlot = {
  slots: [{ start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00', groups: 1 }],
};

describe('the life of a match', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  async function asked(changes: Record<string, unknown> = {}) {
    const offer = await publishedOffer(world, { ...oneSlot, ...changes });
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    return {
      offer,
      request,
      slotId: items[0].slotId as string,
      match: await askedMatch(world, request.id, items[0].slotId),
    };
  }

  const stateOf = async (requestId: string) =>
    (await world.teacher.get(`/api/requests/${requestId}`)).body.state;
  const waitFor = (matchId: string, state: string) =>
    until(async () => {
      const { body } = await world.coordinator.get(`/api/matches/${matchId}`);
      return body.state === state && body;
    }, `match to be ${state}`);

  it('answers 202 while the place is being secured and 201 once it is', async () => {
    const offer = await publishedOffer(world);
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    const key = { 'idempotency-key': 'the same approval' };
    const approval = { requestId: request.id, slotId: items[0].slotId };

    const first = await world.coordinator.post('/api/matches', approval, key);
    expect([201, 202]).toContain(first.status);
    await waitFor(first.body.id, 'asked');
    const again = await world.coordinator.post('/api/matches', approval, key);

    expect(again).toMatchObject({
      status: 201,
      body: { id: first.body.id, offerId: offer.id, state: 'asked' },
    });
  });

  it('gives the last place to one of two, and tells the other what else there is', async () => {
    await publishedOffer(world, oneSlot);
    const other = await publishedOffer(world, {
      title: 'Ook robots',
      slots: [{ start: '2027-01-14T08:30:00+01:00', end: '2027-01-14T12:00:00+01:00' }],
    });
    const requests = [
      await postedRequest(world),
      await postedRequest(world, { groups: [{ sector: 'po', grades: ['6'], pupils: 20, name: '6A' }] }),
    ];
    const { items } = await proposalsOf(world, requests[0].id, 2);
    await proposalsOf(world, requests[1].id, 2);
    const slotId = items.find((item: { offerId: string }) => item.offerId !== other.id).slotId;

    const answers = await Promise.all(
      requests.map((request) =>
        world.coordinator.post('/api/matches', { requestId: request.id, slotId }, { prefer: 'wait=5' }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    // Decided before the other's hold was known, `offers` refuses it; decided after, the slot does not fit any more.
    expect(refused?.body).toMatchObject(
      refused?.body.code === 'matches.refused'
        ? { obstacle: 'slot-full' }
        : { code: 'matches.does-not-fit', failures: [{ condition: 'capacity' }] },
    );
    expect(refused?.body.alternatives.map((item: { offerId: string }) => item.offerId)).toEqual([other.id]);
  });

  it('says why a slot that filled up meanwhile does not fit, and what else there is', async () => {
    await publishedOffer(world, oneSlot);
    const other = await publishedOffer(world, { title: 'Ook robots' });
    const [first, second] = [await postedRequest(world), await postedRequest(world)];
    const { items } = await proposalsOf(world, first.id, 2);
    const slotId = items.find((item: { offerId: string }) => item.offerId !== other.id).slotId;
    await world.coordinator.post('/api/matches', { requestId: first.id, slotId }, { prefer: 'wait=5' });
    await until(
      async () =>
        (await proposalsOf(world, second.id)).items.every(
          (item: { slotId: string }) => item.slotId !== slotId,
        ),
      'the full slot to be proposed no more',
    );

    const late = await world.coordinator.post('/api/matches', { requestId: second.id, slotId });

    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'matches.does-not-fit',
        failures: [{ condition: 'capacity' }],
        alternatives: [{ offerId: other.id }],
      },
    });
  });

  it('after a no the request is open again, the place is free and the offer is not proposed to it again', async () => {
    const { match, request, offer } = await asked();
    const no = await world.partner.post(`/api/matches/${match.id}/decline`, { reason: 'We zijn op beurs.' });

    expect(no.body).toMatchObject({
      state: 'declined',
      ended: { by: 'partner', reason: 'We zijn op beurs.' },
    });
    await until(async () => (await stateOf(request.id)) === 'open', 'the request to be open');
    const { body } = await world.coordinator.get(`/api/requests/${request.id}/proposals`);
    expect(body).toMatchObject({ state: 'ready', items: [], whyNone: {} });
    const second = await postedRequest(world);
    const { items } = await proposalsOf(world, second.id);
    expect(items[0].offerId).toBe(offer.id);
  });

  it('another time is a new question to the other side, whose yes confirms it', async () => {
    const { match } = await asked();
    await world.partner.post(`/api/matches/${match.id}/accept`, { start: nine });
    const counter = await world.teacher.post(`/api/matches/${match.id}/counter`, {
      start: ten,
      note: 'Na het speelkwartier.',
    });

    expect(counter.body).toMatchObject({
      state: 'asked',
      question: 2,
      exact: true,
      sessions: [{ start: ten }],
      acceptedBy: { school: expect.anything() },
    });
    expect(counter.body.acceptedBy.partner).toBeUndefined();
    expect(await world.teacher.post(`/api/matches/${match.id}/counter`, { start: ten })).toMatchObject({
      status: 409,
      body: { code: 'matches.counter-same' },
    });
    const yes = await world.partner.post(`/api/matches/${match.id}/accept`);
    expect(yes.body).toMatchObject({
      state: 'confirmed',
      sessions: [{ start: ten, end: '2027-01-12T11:30:00+01:00' }],
    });
    const { body } = await world.coordinator.get(`/api/matches/${match.id}/history`);
    expect(body.items.map(({ what }: { what: string }) => what)).toEqual([
      'approved',
      'asked',
      'accepted',
      'countered',
      'accepted',
      'confirmed',
    ]);
  });

  it('a firm slot is its own time: two words of yes and it stands', async () => {
    const { match } = await asked({
      promise: 'firm',
      slots: [{ start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T11:00:00+01:00' }],
    });
    await world.partner.post(`/api/matches/${match.id}/accept`);
    const { body } = await world.teacher.post(`/api/matches/${match.id}/accept`);
    expect(body).toMatchObject({
      state: 'confirmed',
      sessions: [{ start: nine, end: '2027-01-12T11:00:00+01:00' }],
    });
  });

  it('what is called off after both said yes is free for others, and both are told', async () => {
    const { match, request, offer } = await asked();
    await world.partner.post(`/api/matches/${match.id}/accept`, { start: nine });
    await world.teacher.post(`/api/matches/${match.id}/accept`);
    const off = await world.partner.post(`/api/matches/${match.id}/cancel`, { reason: 'De robot is stuk.' });

    expect(off.body).toMatchObject({ state: 'cancelled' });
    await until(async () => (await stateOf(request.id)) === 'open', 'the request to be open');
    await until(
      async () =>
        (await world.mails('teacher@leerbrug.test')).find(({ text }) => text.includes('De robot is stuk.')),
      'the mail',
    );
    const free = await until(async () => {
      const { body } = await world.visitor.get('/api/catalogue');
      return body.items[0]?.nextSlots.length === 1 && body.items[0];
    }, 'the slot to be free');
    expect(free).toMatchObject({ offerId: offer.id, availability: 'by-appointment' });
  });

  it('a question that nobody answers is seen to, then released after seven working days; only that slot is out', async () => {
    const { match, request, slotId } = await asked({
      slots: [...oneSlot.slots, { start: '2027-01-14T08:30:00+01:00', end: '2027-01-14T12:00:00+01:00' }],
    });
    expect(match.answerBy).toBe('2026-12-02T23:59:00+01:00');
    const clock = await until(async () => {
      const { school, partner } = (await world.coordinator.get(`/api/matches/${match.id}`)).body.clock;
      return school?.deliveredAt && partner?.deliveredAt && { school, partner };
    }, 'both to have the question');
    const days = ({ nudgeAt, attentionAt, releaseAt }: Record<string, string>) =>
      [nudgeAt, attentionAt, releaseAt].map((at) => String(at).slice(0, 10));
    expect(days(clock.school)).toEqual(['2026-11-26', '2026-11-30', '2026-12-02']);
    const after = (stage: string) =>
      new Date(
        1000 + Math.max(...[clock.school, clock.partner].map((side) => Date.parse(side[stage]))),
      ).toISOString();

    await world.at(after('nudgeAt'));
    expect((await world.partner.get(`/api/matches/${match.id}`)).body.clock).toMatchObject({
      partner: { stage: 'nudge' },
    });
    await world.at(after('attentionAt'));
    const { body: waiting } = await world.coordinator.get('/api/matches?attention=true&region=region-ijssel');
    expect(waiting.items).toMatchObject([
      { id: match.id, attention: 'no-answer', attentionSince: expect.stringContaining('2026-11-30') },
    ]);
    await world.at(after('releaseAt'));

    await waitFor(match.id, 'released');
    await until(async () => (await stateOf(request.id)) === 'open', 'the request to be open');
    const { items } = await proposalsOf(world, request.id);
    expect(items).toHaveLength(1);
    expect(items[0].slotId).not.toBe(slotId);
    expect((await world.coordinator.get('/api/matches?attention=true')).body.items).toEqual([]);
  });

  it('a request that was given up is open again when something fits', async () => {
    const request = await postedRequest(world);
    await until(
      async () =>
        (await world.coordinator.get(`/api/requests/${request.id}/proposals`)).body.state === 'ready',
      'the request to be considered',
    );
    const week = 7 * 24 * 60 * 60_000;
    await world.at(new Date(Date.parse(request.answerBy) - week / 2).toISOString());
    await world.at(new Date(Date.parse(request.answerBy) + 1000).toISOString());
    await until(async () => (await stateOf(request.id)) === 'unmet', 'the request to be given up');

    await publishedOffer(world, oneSlot);

    await until(async () => (await stateOf(request.id)) === 'open', 'the request to be open');
    const { body } = await world.teacher.get(`/api/requests/${request.id}`);
    expect(Date.parse(body.answerBy)).toBeGreaterThan(world.clock.now());
  });

  it('a rejected offer is not proposed to that request again', async () => {
    const offer = await publishedOffer(world);
    const request = await postedRequest(world);
    await proposalsOf(world, request.id);
    const rejected = await world.coordinator.post(`/api/proposals/${request.id}/reject`, {
      offerId: offer.id,
      reason: 'Was er vorig jaar al.',
    });

    expect(rejected.status).toBe(201);
    const { body } = await world.coordinator.get(`/api/requests/${request.id}/proposals`);
    expect(body.items).toEqual([]);
  });

  it('an offer withdrawn under a live match leaves the match standing, for a person to look at', async () => {
    const { match, offer } = await asked();
    await world.partner.post(`/api/offers/${offer.id}/withdraw`);
    const looked = await until(async () => {
      const { body } = await world.coordinator.get(`/api/matches/${match.id}`);
      return body.attention && body;
    }, 'attention');
    expect(looked).toMatchObject({ state: 'asked', attention: expect.stringContaining('not-open') });
  });

  it('a slot with an appointment in it is not taken out, an empty one is', async () => {
    const { slotId, offer } = await asked({
      slots: [...oneSlot.slots, { start: '2027-01-14T08:30:00+01:00', end: '2027-01-14T12:00:00+01:00' }],
    });
    const empty = offer.slots.find(({ id }: { id: string }) => id !== slotId).id;

    expect(await world.partner.delete(`/api/slots/${slotId}`)).toMatchObject({
      status: 409,
      body: { code: 'offers.slot-taken' },
    });
    const { body } = await world.partner.delete(`/api/slots/${empty}`);
    expect(body.slots.map(({ id }: { id: string }) => id)).toEqual([slotId]);
  });

  it('who it does not concern does not find it', async () => {
    const { match } = await asked();
    for (const caller of [world.museum, world.stranger]) {
      expect((await caller.get(`/api/matches/${match.id}`)).status).toBe(404);
      expect((await caller.post(`/api/matches/${match.id}/accept`, { start: nine })).status).toBe(404);
      expect((await caller.get('/api/matches')).body.items).toEqual([]);
    }
    expect((await world.visitor.get(`/api/matches/${match.id}`)).status).toBe(401);
  });
});
