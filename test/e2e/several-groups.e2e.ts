import { aWorld, postedRequest, proposalsOf, publishedOffer, type World } from '../support/world.js';
import { firmOffer as firmOfferIn, group, nextTuesday, tuesday, wait } from '../support/museum.js';
import { until } from '../support/until.js';

describe('a request for several groups', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  const firmOffer = (changes: Record<string, unknown> = {}) => firmOfferIn(world, changes);

  it('groups of one school are put into several slots, on one day unless the school allows more', async () => {
    const offer = await firmOffer({
      pupilsPerGroup: 30,
      slots: [
        { ...tuesday, groups: 1 },
        { start: '2027-01-12T10:30:00+01:00', end: '2027-01-12T12:00:00+01:00', groups: 1 },
        { ...nextTuesday, groups: 1 },
      ],
    });
    const groups = [group('7A'), group('7B')];
    const request = await postedRequest(world, { groups, kind: 'museum-visit', maxDistanceKm: 50 });
    const slotIds = offer.slots.map(({ id }: { id: string }) => id);
    const approve = (ids: string[]) =>
      until(async () => {
        const answer = await world.coordinator.post(
          '/api/matches',
          { requestId: request.id, slotIds: ids },
          wait,
        );
        return answer.status === 422 ? undefined : answer;
      }, 'request and slots to be known');

    const proposed = await until(async () => {
      const { items } = (await world.coordinator.get(`/api/requests/${request.id}/proposals`)).body;
      return items.length > 0 && items;
    }, 'several slots to be proposed');
    expect(proposed[0].slotIds).toEqual(slotIds.slice(0, 2));
    expect(proposed[0].times.map(({ start }: { start: string }) => start)).toEqual([
      tuesday.start,
      '2027-01-12T10:30:00+01:00',
    ]);
    expect(await approve([slotIds[0], slotIds[2]])).toMatchObject({
      status: 409,
      body: { code: 'matches.split-not-allowed' },
    });
    const { status, body } = await approve([slotIds[1], slotIds[0]]);
    expect(status).toBe(201);
    expect(body.sessions).toMatchObject([
      { slotId: slotIds[0], groups: [{ pupils: 26 }] },
      { slotId: slotIds[1], groups: [{ pupils: 26 }] },
    ]);
    expect((await world.teacher.post(`/api/matches/${body.id}/accept`)).body.state).toBe('confirmed');
  });

  it('several slots are approved in bulk as they are one by one', async () => {
    const slots = [tuesday, { start: '2027-01-12T10:30:00+01:00', end: '2027-01-12T12:00:00+01:00' }];
    await firmOffer({ pupilsPerGroup: 30, slots: slots.map((slot) => ({ ...slot, groups: 1 })) });
    const wish = { groups: [group('7A'), group('7B')], kind: 'museum-visit', maxDistanceKm: 50 };
    const request = await postedRequest(world, wish);
    const { items } = await proposalsOf(world, request.id);
    const approve = async (item: object) => {
      const body = { items: [{ requestId: request.id, ...item }] };
      return (await world.coordinator.post('/api/matches/approvals', body)).body.items[0];
    };

    expect(await approve({})).toMatchObject({ status: 400, problem: { code: 'matches.one-slot' } });
    expect(await approve({ slotIds: items[0].slotIds })).toMatchObject({
      ...{ status: 202, requestId: request.id, slotIds: items[0].slotIds },
      match: { sessions: slots },
    });
  });

  it('several slots together cost no more than was asked, unless the coordinator says so', async () => {
    const slots = [
      { ...tuesday, groups: 1 },
      { start: '2027-01-12T10:30:00+01:00', end: '2027-01-12T12:00:00+01:00', groups: 1 },
    ];
    const offer = await firmOffer({ pupilsPerGroup: 30, slots, costPerGroupCents: 10_000 });
    const groups = [group('7A'), group('7B')];
    const wish = {
      groups,
      kind: 'museum-visit',
      maxDistanceKm: 50,
      confirm: 'at-once',
      maxCostCents: 15_000,
    };
    const request = await postedRequest(world, wish);
    const slotIds = offer.slots.map(({ id }: { id: string }) => id);
    const approve = (more: object) =>
      until(async () => {
        const body = { requestId: request.id, slotIds, ...more };
        const answer = await world.coordinator.post('/api/matches', body, wait);
        return answer.status !== 422 && answer;
      }, 'request and slots to be known');

    expect(await approve({})).toMatchObject({
      status: 409,
      body: { code: 'matches.does-not-fit', failures: [{ condition: 'cost', by: { cents: 5_000 } }] },
    });
    expect((await world.coordinator.get(`/api/requests/${request.id}/proposals`)).body.items).toEqual([]);
    expect(
      await approve({ despite: [{ condition: 'cost', reason: 'De ouderraad betaalt.' }] }),
    ).toMatchObject({
      status: 201,
      // Its yes beforehand was to what it had asked.
      body: { state: 'asked', acceptedBy: { partner: { how: 'beforehand' } } },
    });
  });

  it('a school that allows splitting is served in parts: partly met, then met', async () => {
    const offer = await firmOffer({
      pupilsPerGroup: 30,
      slots: [
        { ...tuesday, groups: 1 },
        { ...nextTuesday, groups: 1 },
      ],
    });
    const request = await postedRequest(world, {
      groups: [group('7A'), group('7B')],
      kind: 'museum-visit',
      maxDistanceKm: 50,
      splitAllowed: true,
      confirm: 'at-once',
    });
    const [first, second] = request.groups.map(({ groupId }: { groupId: string }) => groupId);
    const approve = (slot: number, groupIds?: string[]) =>
      until(async () => {
        const body = {
          requestId: request.id,
          slotId: offer.slots[slot].id,
          ...(groupIds ? { groupIds } : {}),
        };
        const answer = await world.coordinator.post('/api/matches', body, wait);
        return answer.status === 422 ? undefined : answer;
      }, 'request and slots to be known');
    const becomesState = (state: string) =>
      until(
        async () => (await world.teacher.get(`/api/requests/${request.id}`)).body.state === state,
        `the request to be ${state}`,
      );

    expect((await approve(0, [first])).body).toMatchObject({
      state: 'confirmed',
      groups: [{ groupId: first }],
    });
    await becomesState('partly-met');
    await until(async () => {
      const { items } = (await world.coordinator.get('/api/proposals')).body;
      return items.find(
        ({ requestId, proposals }: { requestId: string; proposals: { slotId: string }[] }) =>
          requestId === request.id && proposals[0]?.slotId === offer.slots[1].id,
      );
    }, 'the board to propose something for the rest');
    expect(await approve(1, [first])).toMatchObject({
      status: 409,
      body: { code: 'matches.already-matched' },
    });
    expect((await approve(1)).body).toMatchObject({ state: 'confirmed', groups: [{ groupId: second }] });
    await becomesState('met');
  });

  it('a group that is added to what was agreed is asked for again, and can be approved', async () => {
    const slots = [
      { ...tuesday, groups: 1 },
      { ...nextTuesday, groups: 1 },
    ];
    const offer = await firmOffer({ pupilsPerGroup: 30, slots });
    const wish = { kind: 'museum-visit', maxDistanceKm: 50, confirm: 'at-once' } as const;
    const request = await postedRequest(world, { ...wish, groups: [group('7A')] });
    const approve = (slot: number) =>
      until(async () => {
        const body = { requestId: request.id, slotId: offer.slots[slot].id };
        const answer = await world.coordinator.post('/api/matches', body, wait);
        return answer.status === 201 ? answer : undefined;
      }, 'the approval to be taken');
    const becomes = (facts: object) =>
      until(
        async () => {
          const { body } = await world.teacher.get(`/api/requests/${request.id}`);
          return Object.entries(facts).every(([key, value]) => body[key] === value);
        },
        `the request to be ${JSON.stringify(facts)}`,
      );

    await approve(0);
    await becomes({ state: 'met', underWay: true });
    const groups = [{ groupId: request.groups[0].groupId }, group('7B')];
    const { etag } = await world.teacher.get(`/api/requests/${request.id}`);
    const { body: wider } = await world.teacher.patch(`/api/requests/${request.id}`, { groups }, etag);
    expect(wider).toMatchObject({ state: 'partly-met', underWay: false });

    expect((await approve(1)).body.groups).toMatchObject([{ groupId: wider.groups[1].groupId }]);
    await becomes({ state: 'met', underWay: true });
  });

  it('parts of a request together cost no more than was asked', async () => {
    const slots = [
      { ...tuesday, groups: 1 },
      { ...nextTuesday, groups: 1 },
    ];
    const offer = await firmOffer({ pupilsPerGroup: 30, slots, costPerGroupCents: 10_000 });
    const request = await postedRequest(world, {
      groups: [group('7A'), group('7B')],
      ...{ kind: 'museum-visit', maxDistanceKm: 50, splitAllowed: true, maxCostCents: 15_000 },
    });
    const approve = (slot: number, groupIds: string[]) =>
      until(async () => {
        const body = { requestId: request.id, slotId: offer.slots[slot].id, groupIds };
        const answer = await world.coordinator.post('/api/matches', body, wait);
        return answer.status === 422 ? undefined : answer;
      }, 'request and slots to be known');
    const [first, second] = request.groups.map(({ groupId }: { groupId: string }) => groupId);

    expect((await approve(0, [first])).status).toBe(201);
    expect(await approve(1, [second])).toMatchObject({
      status: 409,
      body: { code: 'matches.does-not-fit', failures: [{ condition: 'cost', by: { cents: 5_000 } }] },
    });
  });

  it('a limit is passed knowingly, with the reason in the question; capacity never is', async () => {
    const offer = await publishedOffer(world, { pupils: { min: 5, max: 32 } });
    const request = await postedRequest(world, { groups: [group('7A', 33)] });
    const slotId = offer.slots[0].id;
    const approve = (despite?: object[]) =>
      until(async () => {
        const body = { requestId: request.id, slotId, ...(despite ? { despite } : {}) };
        const answer = await world.coordinator.post('/api/matches', body, wait);
        return answer.status === 422 ? undefined : answer;
      }, 'request and slot to be known');

    expect(await approve()).toMatchObject({
      status: 409,
      body: { failures: [{ condition: 'group-size', passable: true }] },
    });
    expect(await approve([{ condition: 'capacity', reason: 'Toe maar.' }])).toMatchObject({
      status: 400,
      body: { code: 'matches.despite-not-allowed', errors: [{ path: 'despite[0].condition' }] },
    });
    const reason = 'Zij nemen er altijd 33.';
    const passed = await approve([
      { condition: 'group-size', reason },
      { condition: 'distance', reason: 'Voor de zekerheid.' },
    ]);
    expect(passed.status).toBe(201);
    expect(passed.body.despite).toEqual([{ condition: 'group-size', reason }]);
  });
});
