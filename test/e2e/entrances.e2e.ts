import { aWorld, postedRequest, proposalsOf, publishedOffer, type World } from '../support/world.js';
import { firmOffer as firmOfferIn, group, nextTuesday, tuesday, wait } from '../support/museum.js';
import { until } from '../support/until.js';

describe('the entrances to an appointment', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  const firmOffer = (changes: Record<string, unknown> = {}) => firmOfferIn(world, changes);
  const stateOf = async (id: string) => (await world.coordinator.get(`/api/matches/${id}`)).body;
  const becomes = (id: string, state: string) =>
    until(async () => {
      const match = await stateOf(id);
      return match.state === state && match;
    }, `match to be ${state}`);
  const book = (slotId: string, changes: Record<string, unknown> = {}) =>
    until(async () => {
      const answer = await world.teacher.post(
        `/api/slots/${slotId}/bookings`,
        { schoolLocationId: 'school-brug', groups: [group('7A')], ...changes },
        wait,
      );
      return answer.status === 422 ? undefined : answer;
    }, 'the slot to be known');

  it('a firm slot is booked at once: the class takes two of the museum’s groups, and nobody is asked', async () => {
    const offer = await firmOffer();
    const { status, body } = await book(offer.slots[0].id);

    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        origin: 'booked',
        state: 'confirmed',
        exact: true,
        requestId: null,
        costs: { totalCents: 5000 },
        acceptedBy: { school: {}, partner: { how: 'beforehand' } },
      },
    });
    // Of several processes one may hear a moment later that the place is taken, and is refused it then.
    await until(async () => {
      const full = await book(offer.slots[0].id, { groups: [group('7B', 12)] });
      expect(full.status).toBe(409);
      return full.body.code === 'matches.does-not-fit';
    }, 'the place to be known as taken');
  });

  it('an option lapses; the next on the waiting list gets the place as an option', async () => {
    const offer = await firmOffer();
    const slotId = offer.slots[0].id;
    const { body: option } = await book(slotId, { option: true });
    expect(option).toMatchObject({ state: 'option', answerBy: expect.stringMatching(/^2026-11-30/) });

    const first = await until(async () => {
      const answer = await world.teacher.post(`/api/slots/${slotId}/waiting-list`, {
        schoolLocationId: 'school-brug',
        groups: [group('7B')],
      });
      return answer.body.code !== 'matches.slot-free' && answer;
    }, 'the place to be known as taken');
    expect(first).toMatchObject({ status: 201, body: { place: 1, waiting: 1 } });
    const inVain = await world.teacher.post(`/api/slots/${slotId}/waiting-list`, {
      schoolLocationId: 'school-brug',
      groups: [group('7C', 31)],
    });
    expect(inVain).toMatchObject({ status: 409, body: { code: 'matches.does-not-fit' } });
    const cancelled = await world.teacher.post(`/api/matches/${option.id}/cancel`, { reason: 'Toch niet.' });
    expect(cancelled.body.state).toBe('cancelled');

    const next = await until(async () => {
      const { body } = await world.teacher.get('/api/matches?state=option');
      return body.items[0];
    }, 'the option of the waiting list');
    expect(next.groups).toMatchObject([{ name: '7B' }]);
    const taken = await world.teacher.post(`/api/matches/${next.id}/accept`);
    expect(taken.body.state).toBe('confirmed');
  });

  it('a slot that is no firm one, or is booked elsewhere, says how to go on', async () => {
    const byAppointment = await publishedOffer(world);
    expect(await book(byAppointment.slots[0].id)).toMatchObject({
      status: 409,
      body: { code: 'matches.not-firm' },
    });
    const ownSite = await firmOffer({ bookVia: 'own-site', bookUrl: 'https://museum.test/boek' });
    expect(await book(ownSite.slots[0].id)).toMatchObject({
      status: 409,
      body: { code: 'matches.book-at-own-site', bookUrl: 'https://museum.test/boek' },
    });
  });

  it('a slot kept for a round is booked by nobody before its answer date', async () => {
    const offer = await firmOffer();
    const round = {
      region: 'region-ijssel',
      name: 'Winterronde',
      opensOn: '2026-11-20',
      closesOn: '2026-12-04',
      answerBy: '2026-12-11',
    };
    const opened = await until(async () => {
      const answer = await world.coordinator.post('/api/rounds', { ...round, keptOfferIds: [offer.id] });
      return answer.status === 422 ? undefined : answer;
    }, 'the region to be known');
    expect(opened.status).toBe(201);

    expect(await book(offer.slots[0].id)).toMatchObject({
      status: 409,
      body: { code: 'matches.kept-for-round', until: '2026-12-11' },
    });
    await world.at('2026-12-12T09:00:00+01:00');
    expect((await book(offer.slots[0].id)).status).toBe(201);
  });

  it('what two sides arranged is confirmed by the other’s yes, and a class is never in two places', async () => {
    const arranged = (session: object, name = '7A') =>
      world.teacher.post(
        '/api/matches/arranged',
        {
          schoolLocationId: 'school-brug',
          organisationId: 'factory',
          kind: 'guest-lesson',
          themes: ['hi-tech-science/robotics'],
          sessions: [{ ...session, groups: [group(name)] }],
        },
        wait,
      );
    const first = await arranged(tuesday);
    expect(first).toMatchObject({
      status: 201,
      body: { origin: 'arranged', state: 'asked', exact: true, acceptedBy: { school: {} } },
    });
    const yes = await world.partner.post(`/api/matches/${first.body.id}/accept`);
    expect(yes.body.state).toBe('confirmed');

    const twice = await arranged({ ...tuesday, end: '2027-01-12T09:30:00+01:00' });
    expect(twice).toMatchObject({ status: 409, body: { code: 'matches.refused', obstacle: 'group-busy' } });
    expect((await arranged(tuesday, '8A')).status).toBe(201);
  });

  it('what was arranged in the past counts as held; the other side may still say no', async () => {
    const past = { start: '2026-11-10T09:00:00+01:00', end: '2026-11-10T10:30:00+01:00' };
    const { body } = await world.partner.post(
      '/api/matches/arranged',
      {
        schoolLocationId: 'school-brug',
        organisationId: 'factory',
        kind: 'guest-lesson',
        themes: ['hi-tech-science/robotics'],
        sessions: [{ ...past, groups: [group('7A')] }],
      },
      wait,
    );
    expect(body).toMatchObject({ state: 'held', acceptedBy: { partner: {} } });
    const hours = { people: 1, hours: { preparation: 1, delivery: 1.5, travel: 0.5 } };
    expect((await world.partner.post(`/api/matches/${body.id}/count`, hours)).body.state).toBe('held');
    const counted = { pupils: 24, adults: 2, groups: 1 };
    expect((await world.admin.post(`/api/matches/${body.id}/count`, counted)).body).toMatchObject({
      state: 'closed',
      count: { pupils: 24, unusual: false },
      hours: { delivery: 1.5 },
    });
  });

  it('a class that is asked for after the summer is the class that is there then', async () => {
    const idFor = async (from: string) => {
      const request = await postedRequest(world, { windows: [{ from, to: from }], groups: [group('7A')] });
      return request.groups[0].groupId;
    };
    const [spring, autumn, again] = [
      await idFor('2027-06-01'),
      await idFor('2027-09-07'),
      await idFor('2027-09-14'),
    ];
    expect([spring === autumn, autumn === again]).toEqual([false, true]);
  });

  it('a confirmed appointment is repeated a year later with two yeses', async () => {
    const offer = await firmOffer();
    const { body: first } = await book(offer.slots[0].id);
    const again = await world.teacher.post(`/api/matches/${first.id}/repeat`, {}, wait);

    expect(again).toMatchObject({ status: 201, body: { origin: 'repeated', state: 'asked' } });
    expect(again.body.sessions[0].start).toBe('2028-01-11T09:00:00+01:00');
    // Who is in that group then is not who was in it.
    const [then, now] = [again.body.groups[0], first.groups[0]];
    expect(then).toEqual({ ...now, groupId: expect.not.stringMatching(now.groupId) });
    expect(again.body.sessions[0].groups).toEqual([{ groupId: then.groupId, pupils: then.pupils }]);
    expect((await world.museum.post(`/api/matches/${again.body.id}/accept`)).body.state).toBe('confirmed');
  });

  it('other numbers are repeated at the price of then', async () => {
    const offer = await firmOffer({ costPerGroupCents: 0, costPerPupilCents: 300 });
    const { body: first } = await book(offer.slots[0].id, { groups: [group('7A', 20)] });
    const again = await world.teacher.post(
      `/api/matches/${first.id}/repeat`,
      { groups: [group('7A', 25)] },
      wait,
    );

    expect([first, again.body]).toMatchObject([
      { costs: { totalCents: 6000 } },
      { costs: { totalCents: 7500 } },
    ]);
  });

  describe('repeated after the partner made the groups smaller', () => {
    const apart = { ...nextTuesday, groups: 2 };
    async function repeatable() {
      const offer = await firmOffer({ pupilsPerGroup: 32, costPerGroupCents: 20_000 });
      const { body: first } = await book(offer.slots[0].id);
      const { etag } = await world.museum.get(`/api/offers/${offer.id}`);
      const smaller = { pupilsPerGroup: 15, costPerGroupCents: 10_000 };
      await world.museum.patch(`/api/offers/${offer.id}`, smaller, etag);
      const { body } = await world.museum.post(`/api/offers/${offer.id}/slots`, { slots: [apart] });
      // Once the new slot is known here, the smaller groups are.
      const other = await book(body.slots[1].id, { groups: [group('7B', 12)] });
      return { first, other };
    }
    const repeat = (id: string, body: object) => world.teacher.post(`/api/matches/${id}/repeat`, body, wait);

    it('the same costs the same, and so do other numbers: per group as large as it was', async () => {
      const { first, other } = await repeatable();
      expect([first.costs.totalCents, other.body.costs.totalCents]).toEqual([20_000, 10_000]);

      const { body: again } = await repeat(first.id, {});
      expect(again).toMatchObject({ state: 'asked', costs: { totalCents: 20_000 } });
      await world.museum.post(`/api/matches/${again.id}/accept`);
      const numbers = { groups: [{ groupId: again.groups[0].groupId, pupils: 33 }] };
      const grown = await world.teacher.post(`/api/matches/${again.id}/pupils`, numbers, wait);
      expect(grown.body).toMatchObject({ change: { costs: { totalCents: 40_000 } } });
    });

    it('it takes as many of the smaller groups as the class needs now', async () => {
      const { first } = await repeatable();
      const again = await repeat(first.id, { start: nextTuesday.start });

      expect(again).toMatchObject({ status: 409, body: { code: 'matches.refused', obstacle: 'slot-full' } });
    });
  });

  it('a preview says what fits and which wish costs most; a call to a partner becomes an appointment', async () => {
    await publishedOffer(world);
    const wish = {
      schoolLocationId: 'school-brug',
      kind: 'guest-lesson',
      themes: ['hi-tech-science/robotics'],
      groups: [group('7A')],
      windows: [{ from: '2027-01-11', to: '2027-02-12', weekdays: ['fri'] }],
    };
    const preview = await until(async () => {
      const { body } = await world.teacher.post('/api/requests/preview', wish);
      return body.wishes?.length > 0 && body;
    }, 'the offer to be known');
    expect(preview).toMatchObject({ fitting: 0, best: [] });
    expect(preview.wishes.map(({ wish: name }: { wish: string }) => name)).toContain('weekdays');

    const request = await postedRequest(world, { windows: wish.windows });
    const called = await until(async () => {
      const answer = await world.coordinator.post(`/api/requests/${request.id}/call`, {
        organisationIds: ['factory', 'museum'],
      });
      return answer.status === 404 || answer.status === 422 ? undefined : answer;
    }, 'the request to be known');
    const friday = { start: '2027-01-15T09:00:00+01:00', end: '2027-01-15T10:30:00+01:00' };
    expect((await world.partner.get('/api/calls')).body.items).toMatchObject([
      { id: called.body.id, asked: { kind: wish.kind, windows: wish.windows, groups: [{ sector: 'po' }] } },
    ]);
    expect((await world.partner.post(`/api/calls/${called.body.id}/answer`, friday)).status).toBe(200);
    expect(await world.museum.post(`/api/calls/${called.body.id}/answer`, friday)).toMatchObject({
      status: 409,
      body: { code: 'calls.answered' },
    });

    const match = await until(async () => {
      const { body } = await world.coordinator.get('/api/matches?state=asked');
      return body.items[0];
    }, 'the match of the call');
    expect(match).toMatchObject({ requestId: request.id, acceptedBy: { partner: {} }, exact: true });
    const yes = await world.teacher.post(`/api/matches/${match.id}/accept`);
    expect(yes.body.state).toBe('confirmed');
  });

  it('the proposals of a request are still there when its answer date has passed, and it can still be met', async () => {
    await publishedOffer(world);
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    await world.at('2026-12-01T09:00:00+01:00');
    await until(
      async () => (await world.coordinator.get(`/api/requests/${request.id}`)).body.halfWay,
      'half-way',
    );
    await world.at('2026-12-15T09:00:00+01:00');
    await until(
      async () => (await world.teacher.get(`/api/requests/${request.id}`)).body.state === 'unmet',
      'the request to be unmet',
    );
    const approved = await world.coordinator.post(
      '/api/matches',
      { requestId: request.id, slotId: items[0].slotId },
      wait,
    );
    expect(approved.status).toBe(201);
    await becomes(approved.body.id, 'asked');
  });
});
