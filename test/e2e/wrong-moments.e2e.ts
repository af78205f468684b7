import {
  askedMatch,
  aWorld,
  anOffer,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import type { Answered, Caller } from '../support/caller.js';
import { until } from '../support/until.js';

const on = (date: string, from = '09:00', to = '10:30') => ({
  start: `${date}T${from}:00+01:00`,
  end: `${date}T${to}:00+01:00`,
});
const tuesday = on('2027-01-12');
const thursday = on('2027-01-14');
const nextTuesday = on('2027-01-19');
const group = (name: string, pupils = 20) => ({ sector: 'po', grades: ['7'], pupils, name });
const wait = { prefer: 'wait=5' };

describe('what happens at the wrong moment', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  const firmOffer = async (by: Caller, changes: Record<string, unknown> = {}) => {
    const museum = { organisationId: 'museum', kind: 'museum-visit', place: 'at-partner' };
    const body = anOffer({ ...museum, promise: 'firm', slots: [{ ...tuesday, groups: 1 }], ...changes });
    const added = await known(() => by.post('/api/offers', body));
    expect(added).toMatchObject({ status: 201 });
    return (await by.post(`/api/offers/${added.body.id}/publish`)).body;
  };
  /** Asked again while the answer is that something is not known yet. */
  const known = (ask: () => Promise<Answered>) =>
    until(async () => {
      const answer = await ask();
      return answer.status === 422 ? undefined : answer;
    }, 'everything to be known');
  const book = (who: Caller, slotId: string, name: string, more: Record<string, unknown> = {}) =>
    known(() =>
      who.post(
        `/api/slots/${slotId}/bookings`,
        { schoolLocationId: 'school-brug', groups: [group(name)], ...more },
        wait,
      ),
    );
  const arranged = (changes: Record<string, unknown>, who = world.teacher) =>
    who.post(
      '/api/matches/arranged',
      {
        schoolLocationId: 'school-brug',
        organisationId: 'factory',
        kind: 'guest-lesson',
        themes: ['hi-tech-science/robotics'],
        sessions: [{ ...tuesday, groups: [group('7A')] }],
        ...changes,
      },
      wait,
    );
  /** Of several processes one may hear a moment later that the place is taken. */
  const onceTaken = (ask: () => Promise<Answered>) =>
    until(async () => {
      const answer = await ask();
      return answer.body.code === 'matches.slot-free' ? undefined : answer;
    }, 'the place to be known as taken');
  const matchOf = async (id: string) => (await world.coordinator.get(`/api/matches/${id}`)).body;
  const matches = async (state: string) =>
    (await world.coordinator.get(`/api/matches?state=${state}&limit=100`)).body.items;

  it('two schools take the last place at once: one has it, the other reads that it is gone', async () => {
    const { slots } = await firmOffer(world.museum);
    const slotId = slots[0].id;
    const kampen = { schoolLocationId: 'school-kampen' };
    const answers = await Promise.all([
      book(world.teacher, slotId, '7A'),
      book(world.coordinator, slotId, '7B', kampen),
      book(world.teacher, slotId, '7C'),
      book(world.coordinator, slotId, '7D', kampen),
    ]);

    const [won, ...others] = [...answers].sort((a, b) => a.status - b.status) as [Answered, ...Answered[]];
    expect(won).toMatchObject({ status: 201, body: { state: 'confirmed' } });
    for (const { status, body } of others) {
      expect({ status, code: body.code }).toEqual({
        status: 409,
        code: expect.stringMatching(/^matches\.(refused|does-not-fit)$/),
      });
    }
    expect((await matches('confirmed')).map(({ id }: { id: string }) => id)).toEqual([won.body.id]);

    await world.coordinator.post(`/api/matches/${won.body.id}/cancel`, {
      reason: 'De bus rijdt niet.',
      onBehalfOf: 'school',
      how: 'belde',
    });
    await until(async () => (await book(world.teacher, slotId, '7E')).status === 201, 'the place to be free');
  });

  it('an option that lapses while it is taken up is either taken up or gone, never both', async () => {
    const { slots } = await firmOffer(world.museum);
    const slotId = slots[0].id;
    const { body: option } = await book(world.teacher, slotId, '7A', { option: true });
    const [accepted] = await Promise.all([
      world.teacher.post(`/api/matches/${option.id}/accept`),
      world.at(option.answerBy),
    ]);
    const { state } = await matchOf(option.id);

    const outcome = { status: accepted.status, code: accepted.body.code, state };
    expect([
      { status: 200, code: undefined, state: 'confirmed' },
      { status: 410, code: 'matches.ended', state: 'released' },
    ]).toContainEqual(outcome);
    const other = async () => (await book(world.teacher, slotId, '7B')).status;
    if (state === 'confirmed') expect(await other()).toBe(409);
    else await until(async () => (await other()) === 201, 'the free place');
  });

  it('an option is not taken up after it lapsed, and its place is free for the next', async () => {
    const { slots } = await firmOffer(world.museum);
    const { body: option } = await book(world.teacher, slots[0].id, '7A', { option: true });
    await world.at(option.answerBy);

    expect(await world.teacher.post(`/api/matches/${option.id}/accept`)).toMatchObject({
      status: 410,
      body: { code: 'matches.ended', state: 'released' },
    });
    await until(async () => (await book(world.teacher, slots[0].id, '7B')).status === 201, 'the free place');
  });

  it('each who waits for a place is told the own place in the line', async () => {
    const { slots } = await firmOffer(world.museum);
    await book(world.teacher, slots[0].id, '7A');
    const join = (name: string, who = world.teacher, schoolLocationId = 'school-brug') =>
      onceTaken(() =>
        who.post(`/api/slots/${slots[0].id}/waiting-list`, { schoolLocationId, groups: [group(name)] }),
      );

    expect((await join('7B')).body).toMatchObject({ place: 1, waiting: 1 });
    expect((await join('8K', world.coordinator, 'school-kampen')).body).toMatchObject({ place: 2 });
    expect((await join('7C')).body).toMatchObject({ place: 3, waiting: 3 });
    expect((await join('7B')).body).toMatchObject({ place: 1, waiting: 3 });
  });

  describe('of those who wait for a place that comes free', () => {
    const join = (slotId: string, name: string, pupils: number) =>
      world.teacher.post(`/api/slots/${slotId}/waiting-list`, {
        schoolLocationId: 'school-brug',
        groups: [{ ...group(name), pupils }],
      });
    const waitsAlone = (slotId: string, name: string, pupils: number) =>
      until(async () => {
        const { body } = await join(slotId, name, pupils);
        return body.place === 1 && body.waiting === 1;
      }, `${name} to wait alone`);
    const cancel = ({ body: { id } }: Answered) =>
      world.teacher.post(`/api/matches/${id}/cancel`, { reason: 'De klas is op kamp.' });
    const optionsFor = (...names: string[]) =>
      until(async () => {
        const options = await matches('option');
        const found = options.flatMap(({ groups }: { groups: { name: string }[] }) => groups[0]?.name ?? []);
        return found.toSorted().join() === names.toSorted().join();
      }, `options for ${names.join()}`);
    const two = { pupilsPerGroup: 15, pupils: { min: 5, max: 60 }, slots: [{ ...tuesday, groups: 2 }] };

    it('each gets one while there is room', async () => {
      const { slots } = await firmOffer(world.museum, two);
      const big = await book(world.teacher, slots[0].id, '7A');
      for (const name of ['7B', '7C', '7D']) await onceTaken(() => join(slots[0].id, name, 12));

      await cancel(big);

      await optionsFor('7B', '7C');
      await waitsAlone(slots[0].id, '7D', 12);
    });

    it('one that needs more than is free waits for the rest', async () => {
      const { slots } = await firmOffer(world.museum, two);
      const small = await book(world.teacher, slots[0].id, '7A', {
        groups: [{ ...group('7A'), pupils: 12 }],
      });

      expect(await join(slots[0].id, '7B', 12)).toMatchObject({
        status: 409,
        body: { code: 'matches.slot-free' },
      });
      const waits = await onceTaken(() => join(slots[0].id, '7C', 26));
      expect(waits).toMatchObject({ status: 201, body: { place: 1 } });
      await cancel(small);
      await optionsFor('7C');
    });

    it('the next gets it when the first turns out to be elsewhere then, who keeps its place in the line', async () => {
      const { slots } = await firmOffer(world.museum);
      const there = await firmOffer(world.partner, { organisationId: 'factory', kind: 'company-visit' });
      const taken = await book(world.teacher, slots[0].id, '7A');
      for (const name of ['7B', '7C']) await onceTaken(() => join(slots[0].id, name, 26));
      await book(world.teacher, there.slots[0].id, '7B');

      await cancel(taken);

      await optionsFor('7C');
      await waitsAlone(slots[0].id, '7B', 26);
    });
  });

  it('a group is in one place at a time, also when two of its teachers book at once', async () => {
    const here = await firmOffer(world.museum);
    const there = await firmOffer(world.partner, { organisationId: 'factory', kind: 'company-visit' });
    const answers = await Promise.all([
      book(world.teacher, here.slots[0].id, '7A'),
      book(world.colleague, there.slots[0].id, '7A'),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const lost = answers.find(({ status }) => status === 409) as Answered;
    expect(lost.body).toMatchObject({ code: 'matches.refused', obstacle: 'group-busy' });
    expect(await matches('confirmed')).toHaveLength(1);
  });

  it('a group is not in two sessions of one appointment at the same time', async () => {
    await known(() => arranged({ sessions: [{ ...thursday, groups: [group('8A')] }] }));
    const overlapping = { ...on('2027-01-12', '10:00', '11:00'), groups: [group('7A')] };
    const answer = await arranged({ sessions: [{ ...tuesday, groups: [group('7A')] }, overlapping] });

    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'matches.sessions-overlap', errors: [{ path: 'sessions[1].start' }] },
    });
    expect((await arranged({})).status).toBe(201);
  });

  it('a person is in one place at a time, also over two regions', async () => {
    const given = { organisationId: 'factory', givenBy: ['partner'], kind: 'guest-lesson' };
    const here = await firmOffer(world.partner, { ...given, place: 'at-school' });
    const online = await firmOffer(world.partner, { ...given, place: 'online', location: undefined });
    const far = { schoolLocationId: 'school-far' };
    expect(await book(world.stranger, online.slots[0].id, '7X', far)).toMatchObject({
      status: 201,
      body: { regionId: 'region-far' },
    });
    expect(await book(world.teacher, here.slots[0].id, '7A')).toMatchObject({
      status: 409,
      body: { code: 'matches.refused', obstacle: 'person-busy' },
    });
  });

  it('a museum withdraws an offer with three live matches: they stay, and a person looks at them', async () => {
    const slots = [tuesday, thursday, nextTuesday].map((time) => ({ ...time, groups: 1 }));
    const offer = await firmOffer(world.museum, { slots });
    const [first, second, third] = offer.slots.map(({ id }: { id: string }) => id);
    const confirmed = await book(world.teacher, first, '7A');
    const option = await book(world.teacher, second, '7B', { option: true });
    const request = await postedRequest(world, { kind: 'museum-visit', groups: [group('7C')] });
    await proposalsOf(world, request.id);
    const asked = await askedMatch(world, request.id, third);
    await world.museum.post(`/api/offers/${offer.id}/withdraw`);

    const live = { confirmed: confirmed.body.id, option: option.body.id, asked: asked.id };
    for (const [state, id] of Object.entries<string>(live)) {
      const match = await until(async () => {
        const found = await matchOf(id);
        return found.attention && found;
      }, `attention for the ${state} match`);
      expect(match).toMatchObject({ state, attention: 'no-longer-fits: not-open' });
    }
    expect((await world.teacher.post(`/api/matches/${live.option}/accept`)).body.state).toBe('confirmed');
    expect((await world.teacher.post(`/api/matches/${live.asked}/accept`)).body.state).toBe('confirmed');
    expect((await book(world.teacher, first, '8A')).status).toBe(409);
  });

  it('an appointment that was moved out of the slots of a withdrawn offer is looked at too', async () => {
    const offer = await publishedOffer(world);
    const request = await postedRequest(world);
    await proposalsOf(world, request.id);
    const { id } = await askedMatch(world, request.id, offer.slots[0].id);
    await world.partner.post(`/api/matches/${id}/accept`, { start: tuesday.start });
    await world.teacher.post(`/api/matches/${id}/accept`);
    const friday = { start: '2027-01-15T09:00:00+01:00', reason: 'De hal is bezet.' };
    await world.partner.post(`/api/matches/${id}/move`, friday, wait);
    const moved = await world.teacher.post(`/api/matches/${id}/accept`);
    expect(moved.body.sessions[0]).toMatchObject({ start: friday.start });
    expect(moved.body.sessions[0]).not.toHaveProperty('slotId');
    await world.partner.post(`/api/offers/${offer.id}/withdraw`);

    const match = await until(async () => {
      const found = await matchOf(id);
      return found.attention && found;
    }, 'attention');
    expect(match).toMatchObject({ state: 'confirmed', attention: 'no-longer-fits: not-open' });
  });

  it('who proposes a move does not say yes to it for the other; a coordinator only with how', async () => {
    const { body } = await known(() => arranged({}));
    const early = { start: thursday.start, reason: 'x' };
    expect(await world.teacher.post(`/api/matches/${body.id}/move`, early)).toMatchObject({
      status: 409,
      body: { code: 'matches.not-confirmed' },
    });
    await world.partner.post(`/api/matches/${body.id}/accept`);
    const moved = await world.partner.post(`/api/matches/${body.id}/move`, early, wait);
    expect(moved.body.change).toMatchObject({ by: 'partner', phase: 'asked' });

    const own = await world.partner.post(`/api/matches/${body.id}/accept`);
    expect(own.body).toMatchObject({ sessions: [tuesday], change: { by: 'partner' } });
    const forOther = await world.partner.post(`/api/matches/${body.id}/accept`, { onBehalfOf: 'school' });
    expect(forOther).toMatchObject({ status: 400, body: { code: 'matches.how-needed' } });
    const nobody = await world.coordinator.post(`/api/matches/${body.id}/accept`);
    expect(nobody).toMatchObject({ status: 400, body: { code: 'matches.side-needed' } });
    expect((await matchOf(body.id)).sessions).toMatchObject([tuesday]);
  });

  it('an arranged appointment needs a partner, a school, an offer and a slot that exist', async () => {
    await known(() => arranged({ sessions: [{ ...thursday, groups: [group('8A')] }] }));
    const before = (await world.teacher.get('/api/matches?limit=100')).body.items.length;
    const session = { ...tuesday, groups: [group('7A')] };
    const museum = await firmOffer(world.museum);
    for (const [body, status, code, path] of [
      [{ organisationId: 'nobody' }, 422, 'matches.organisation-unknown', 'organisationId'],
      [{ schoolLocationId: 'nowhere' }, 422, 'matches.school-location-unknown', 'schoolLocationId'],
      [{ schoolLocationId: 'school-kampen' }, 403, 'access.not-yours', 'schoolLocationId'],
      [{ offerId: 'nothing' }, 422, 'matches.offer-unknown', 'offerId'],
      [{ offerId: museum.id }, 400, 'matches.offer-of-another', 'offerId'],
      [
        { sessions: [{ ...session, slotId: 'no.2027-01-12T08:00:00Z' }] },
        422,
        'matches.slot-unknown',
        'sessions[0].slotId',
      ],
      [{ themes: ['robots'] }, 400, 'matches.theme-unknown', 'themes[0]'],
      [{ sessions: [{ ...session, end: session.start }] }, 400, 'matches.time-outside', 'sessions[0].end'],
      [
        { sessions: [{ ...session, end: '2027-02-12T09:00:00+01:00' }] },
        400,
        'matches.too-long',
        'sessions[0].end',
      ],
    ] as const) {
      const answer = await until(async () => {
        const found = await arranged(body);
        return found.body.code === 'matches.offer-unknown' && code !== found.body.code ? undefined : found;
      }, code);
      expect({ status: answer.status, ...answer.body }).toMatchObject({ status, code, errors: [{ path }] });
    }
    expect((await world.teacher.get('/api/matches?limit=100')).body.items).toHaveLength(before);
  });

  it('an appointment that is repeated with fewer or more groups takes each of them once', async () => {
    const { body } = await known(() =>
      arranged({ sessions: [{ ...on('2026-11-10'), groups: [group('7A'), group('7B')] }] }),
    );
    const repeated = async (...names: string[]) => {
      const groups = names.map((name) => group(name));
      const start = `2027-03-0${names.length}T09:00:00+01:00`;
      const again = await world.teacher.post(`/api/matches/${body.id}/repeat`, { start, groups }, wait);
      expect([again.status, again.body.code]).toEqual([201, undefined]);
      const nameOf = new Map(again.body.groups.map((one: any) => [one.groupId, one.name]));
      return again.body.sessions[0].groups.map((one: any) => nameOf.get(one.groupId));
    };

    expect(await repeated('8A')).toEqual(['8A']);
    expect(await repeated('8A', '8B')).toEqual(['8A', '8B']);
    expect(await repeated('8A', '8B', '8C')).toEqual(['8A', '8B', '8C']);
  });

  it('a slot, and a time that somebody proposes, lasts a day at most', async () => {
    const slots = [{ start: tuesday.start, end: '2036-01-12T10:30:00+01:00' }];
    expect(await known(() => world.partner.post('/api/offers', anOffer({ slots })))).toMatchObject({
      status: 400,
      body: { code: 'offers.slot-too-long', errors: [{ path: 'slots[0].end' }] },
    });
    const { body } = await known(() => arranged({}));
    const counter = { start: thursday.start, end: '2099-01-12T10:30:00+01:00' };
    expect(await world.partner.post(`/api/matches/${body.id}/counter`, counter)).toMatchObject({
      status: 400,
      body: { code: 'matches.too-long', errors: [{ path: 'end' }] },
    });
  });

  it('lessons in a row are not given at the same time', async () => {
    const sessions = [
      { ...tuesday, groups: [group('7A')] },
      { ...thursday, groups: [group('7A')] },
    ];
    const { body } = await known(() => arranged({ sessions }));
    const [first, second] = body.sessions.map(({ id }: { id: string }) => id);
    const counter = {
      sessions: [
        { id: first, start: tuesday.start },
        { id: second, start: '2027-01-12T10:00:00+01:00' },
      ],
    };
    expect(await world.partner.post(`/api/matches/${body.id}/counter`, counter)).toMatchObject({
      status: 400,
      body: { code: 'matches.sessions-overlap', errors: [{ path: 'sessions[1].start' }] },
    });
  });

  describe('afterwards', () => {
    const past = on('2026-11-10');
    const held = async () =>
      (await known(() => arranged({ sessions: [{ ...past, groups: [group('7A', 26)] }] }))).body.id as string;
    const hours = (preparation: number, delivery = 1.5) => ({
      people: 1,
      hours: { preparation, delivery, travel: 0.5 },
    });

    it('a count above the group by half is kept and flagged', async () => {
      const id = await held();
      const count = (pupils: number) =>
        world.teacher.post(`/api/matches/${id}/count`, { pupils, adults: 2, groups: 1 });

      expect((await count(39)).body.count).toEqual({ pupils: 39, adults: 2, groups: 1, unusual: false });
      expect((await count(40)).body.count).toEqual({ pupils: 40, adults: 2, groups: 1, unusual: true });
      expect((await matchOf(id)).state).toBe('counted');
    });

    it('hours that came twice are counted once, impossible ones not at all', async () => {
      const id = await held();
      const tell = (body: object, who = world.partner) => who.post(`/api/matches/${id}/count`, body);
      const first = await tell(hours(1));
      const again = await tell(hours(1));
      expect(again.body).toEqual(first.body);
      const key = { 'idempotency-key': 'hours' };
      const once = await world.partner.post(`/api/matches/${id}/count`, hours(2), key);
      await tell(hours(3));
      const late = await world.partner.post(`/api/matches/${id}/count`, hours(2), key);
      expect([once.status, late.status]).toEqual([200, 200]);
      expect((await matchOf(id)).hours).toMatchObject({ preparation: 3, unusual: false });

      for (const [body, code, path] of [
        [hours(-1), 'body.invalid', 'hours.preparation'],
        [hours(1, 400), 'matches.hours-impossible', 'hours.delivery'],
        [hours(1e9), 'matches.hours-impossible', 'hours.preparation'],
        [{ people: 1 }, 'matches.count-empty', 'hours'],
        [{ pupils: 20, adults: 1, groups: 1 }, 'matches.count-empty', 'people'],
      ] as const) {
        expect(await tell(body)).toMatchObject({ status: 400, body: { code, errors: [{ path }] } });
      }
      expect((await matchOf(id)).hours).toMatchObject({ preparation: 3, delivery: 1.5 });
      expect((await tell(hours(400))).body.hours).toMatchObject({ preparation: 400, unusual: true });
    });

    it('who says for the other that nobody came says how that is known', async () => {
      const id = await held();
      const noShow = { reason: 'De monteur kwam niet.', onBehalfOf: 'school' };

      expect(await world.partner.post(`/api/matches/${id}/no-show`, noShow)).toMatchObject({
        status: 400,
        body: { code: 'matches.how-needed', errors: [{ path: 'how' }] },
      });
      expect((await matchOf(id)).state).toBe('held');
      const told = await world.teacher.post(`/api/matches/${id}/no-show`, { reason: noShow.reason });
      expect(told.body).toMatchObject({ state: 'no-show', ended: { by: 'school' } });
      expect(
        await world.teacher.post(`/api/matches/${id}/count`, { pupils: 1, adults: 1, groups: 1 }),
      ).toMatchObject({
        status: 410,
        body: { code: 'matches.ended' },
      });
    });
  });
});
