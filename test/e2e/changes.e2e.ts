import {
  askedMatch,
  aWorld,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import { until } from '../support/until.js';

const morning = { start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00', groups: 1 };
const later = { start: '2027-01-14T08:30:00+01:00', end: '2027-01-14T12:00:00+01:00', groups: 1 };
const nine = '2027-01-12T09:00:00+01:00';
const thursday = '2027-01-14T09:00:00+01:00';
const wait = { prefer: 'wait=5' };

describe('an appointment that changes', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  async function asked(changes: Record<string, unknown> = {}) {
    const offer = await publishedOffer(world, { slots: [morning, later], ...changes });
    const request = await postedRequest(world);
    await proposalsOf(world, request.id);
    return { offer, request, match: await askedMatch(world, request.id, offer.slots[0].id) };
  }
  async function confirmed(changes: Record<string, unknown> = {}) {
    const known = await asked(changes);
    await world.partner.post(`/api/matches/${known.match.id}/accept`, { start: nine });
    await world.teacher.post(`/api/matches/${known.match.id}/accept`);
    return known;
  }
  const matchOf = async (id: string) => (await world.coordinator.get(`/api/matches/${id}`)).body;

  it('a counter to another slot keeps the old place until the new one is held, then asks the other side', async () => {
    const { match, offer } = await asked();
    const counter = await world.partner.post(
      `/api/matches/${match.id}/counter`,
      { slotId: offer.slots[1].id, start: thursday, note: 'Donderdag kan ik wel.' },
      wait,
    );
    expect(counter).toMatchObject({
      status: 200,
      body: { state: 'asked', question: 2, exact: true, change: null, acceptedBy: { partner: {} } },
    });
    expect(counter.body.sessions).toMatchObject([{ slotId: offer.slots[1].id, start: thursday }]);
    const yes = await world.teacher.post(`/api/matches/${match.id}/accept`);
    expect(yes.body.state).toBe('confirmed');

    // The first place is free again.
    const other = await postedRequest(world, {
      groups: [{ sector: 'po', grades: ['6'], pupils: 20, name: '6A' }],
    });
    await until(async () => {
      const { items } = (await world.coordinator.get(`/api/requests/${other.id}/proposals`)).body;
      return items.some((item: { slotId: string }) => item.slotId === offer.slots[0].id);
    }, 'the old place to be free');
  });

  it('a move waits for the other side; until then the old appointment stands', async () => {
    const { match, offer } = await confirmed();
    const move = await world.partner.post(
      `/api/matches/${match.id}/move`,
      { start: thursday, reason: 'Op beurs.' },
      wait,
    );
    expect(move).toMatchObject({
      status: 200,
      body: { state: 'confirmed', change: { by: 'partner', phase: 'asked', reason: 'Op beurs.' } },
    });
    expect(move.body.sessions).toMatchObject([{ start: nine }]);
    const again = await world.teacher.post(
      `/api/matches/${match.id}/move`,
      { start: '2027-01-12T10:00:00+01:00', reason: 'Nee, later.' },
      wait,
    );
    expect(again).toMatchObject({ status: 409, body: { code: 'matches.change-waits' } });

    const yes = await world.teacher.post(`/api/matches/${match.id}/accept`);
    expect(yes.body).toMatchObject({ state: 'confirmed', change: null, calendarSequence: 2 });
    expect(yes.body.sessions).toMatchObject([{ start: thursday, slotId: offer.slots[1].id }]);
  });

  it('a move that is declined leaves everything as it was, and frees the new place', async () => {
    const { match, offer } = await confirmed();
    await world.partner.post(`/api/matches/${match.id}/move`, { start: thursday, reason: 'Op beurs.' }, wait);
    const no = await world.teacher.post(`/api/matches/${match.id}/decline`, {
      reason: 'Dan is er een toets.',
    });

    expect(no.body).toMatchObject({ state: 'confirmed', change: null, calendarSequence: 1 });
    const other = await postedRequest(world, {
      groups: [{ sector: 'po', grades: ['6'], pupils: 20, name: '6A' }],
    });
    await until(async () => {
      const { items } = (await world.coordinator.get(`/api/requests/${other.id}/proposals`)).body;
      return items.some((item: { slotId: string }) => item.slotId === offer.slots[1].id);
    }, 'the new place to be free again');
  });

  it.each([
    ['into the holidays', { start: '2027-02-24T09:00:00+01:00', reason: 'x' }, 'matches.does-not-fit'],
    ['onto itself', { start: nine, reason: 'x' }, 'matches.move-same'],
    ['to nowhere', { reason: 'x' }, 'matches.time-needed'],
    ['into the past', { start: '2026-11-01T09:00:00+01:00', reason: 'x' }, 'matches.time-outside'],
    ['to a slot of nobody', { slotId: 'no.2027-01-12T08:00:00Z', reason: 'x' }, 'matches.slot-unknown'],
  ])('a move %s is refused and changes nothing', async (_what, body, code) => {
    const { match } = await confirmed();
    const answer = await world.partner.post(`/api/matches/${match.id}/move`, body, wait);

    expect(answer.body.code).toBe(code);
    expect(await matchOf(match.id)).toMatchObject({ state: 'confirmed', change: null });
  });

  it('somebody else’s appointment is not moved', async () => {
    const { match } = await confirmed();
    const body = { start: thursday, reason: 'x' };

    expect((await world.museum.post(`/api/matches/${match.id}/move`, body)).status).toBe(404);
    expect((await world.colleague.post(`/api/matches/${match.id}/move`, body)).status).toBe(403);
  });

  it('numbers change with the other side’s yes, until the partner wants them final', async () => {
    const { match } = await confirmed({ pupils: { min: 5, max: 32 }, pupilsPerGroup: 32 });
    const { groups } = await matchOf(match.id);
    const change = (pupils: number) =>
      world.teacher.post(
        `/api/matches/${match.id}/pupils`,
        { groups: [{ groupId: groups[0].groupId, pupils }] },
        wait,
      );
    expect((await change(28)).body).toMatchObject({ change: { what: 'pupils', phase: 'asked' } });
    const yes = await world.partner.post(`/api/matches/${match.id}/accept`);
    expect(yes.body).toMatchObject({
      sessions: [{ start: nine, groups: [{ pupils: 28 }] }],
      groups: [{ pupils: 28 }],
    });
    const again = await world.teacher.post(`/api/matches/${match.id}/repeat`, {}, wait);
    expect(again.body).toMatchObject({ sessions: [{ groups: [{ pupils: 28 }] }], groups: [{ pupils: 28 }] });

    await world.at('2027-01-10T09:00:00+01:00');
    expect(await change(30)).toMatchObject({ status: 409, body: { code: 'matches.numbers-fixed' } });
  });

  describe('numbers at a price per pupil', () => {
    const costs = (totalCents: number) => ({ totalCents, schoolCents: totalCents });
    const planned = async () => {
      const report = '/api/reports/region?region=region-ijssel&from=2026-08-01&to=2027-07-31';
      return (await world.coordinator.get(report)).body.costs.planned.totalCents;
    };
    async function grows() {
      const { match, offer } = await confirmed({ costPerPupilCents: 250 });
      const { etag } = await world.partner.get(`/api/offers/${offer.id}`);
      const dearer = await world.partner.patch(`/api/offers/${offer.id}`, { costPerPupilCents: 900 }, etag);
      expect(dearer).toMatchObject({ status: 200, body: { costPerPupilCents: 900 } });
      const { groups } = await matchOf(match.id);
      const numbers = { groups: [{ groupId: groups[0].groupId, pupils: 30 }] };
      return { match, answer: await world.teacher.post(`/api/matches/${match.id}/pupils`, numbers, wait) };
    }

    it('cost what was agreed per pupil: said to both before the yes, due and reported after it', async () => {
      const { match, answer } = await grows();
      expect(answer.body).toMatchObject({ costs: costs(6500), change: { costs: costs(7500) } });
      const asked = await world.partner.get(`/api/matches/${match.id}`);
      expect(asked.body).toMatchObject({ costs: costs(6500), change: { costs: costs(7500) } });
      await until(async () => (await planned()) === 6500, 'the costs of before to be reported');

      const yes = await world.partner.post(`/api/matches/${match.id}/accept`);
      expect(yes.body).toMatchObject({ costs: costs(7500), change: null });
      await until(async () => (await planned()) === 7500, 'the new costs to be reported');
    });

    it('are priced before anybody sends them, and nothing is asked by that', async () => {
      const { match } = await confirmed({ costPerPupilCents: 250 });
      const { groups } = await matchOf(match.id);
      const price = (pupils: number, who = world.teacher) =>
        who.post(`/api/matches/${match.id}/pupils/preview`, {
          groups: [{ groupId: groups[0].groupId, pupils }],
        });

      expect(await price(30)).toMatchObject({ status: 200, body: { costs: costs(7500) } });
      expect(await price(20, world.partner)).toMatchObject({ status: 200, body: { costs: costs(5000) } });
      expect(await price(30, world.coordinator)).toMatchObject({ status: 200, body: { costs: costs(7500) } });
      expect(await price(26)).toMatchObject({ status: 409, body: { code: 'matches.numbers-same' } });
      expect(await price(0)).toMatchObject({ status: 400, body: { errors: [{ path: 'groups[0].pupils' }] } });
      expect(await price(30, world.stranger)).toMatchObject({ status: 404 });
      expect(await matchOf(match.id)).toMatchObject({ costs: costs(6500), change: null });
    });

    it('cost what they did when the other side says no', async () => {
      const { match } = await grows();
      await world.partner.post(`/api/matches/${match.id}/decline`, { reason: 'Te druk.' });

      expect(await matchOf(match.id)).toMatchObject({ costs: costs(6500), change: null });
    });

    it('cost as much when they come with a counter, at a time that is held already', async () => {
      const { match } = await asked({ costPerPupilCents: 250 });
      const countered = await world.teacher.post(
        `/api/matches/${match.id}/counter`,
        { start: nine, pupils: 30, note: 'Er zijn er vier bij.' },
        wait,
      );
      expect(countered).toMatchObject({ status: 200, body: { question: 2, costs: costs(7500) } });

      const yes = await world.partner.post(`/api/matches/${match.id}/accept`);
      expect(yes.body).toMatchObject({
        state: 'confirmed',
        costs: costs(7500),
        sessions: [{ start: nine, groups: [{ pupils: 30 }] }],
      });
    });
  });

  it('another contact has the invitation, and the other side who it is and how to reach them', async () => {
    const cas = await world.operator.get('/api/people/colleague');
    await world.operator.patch('/api/people/colleague', { phone: '0622222222' }, cas.etag);
    const { match } = await confirmed();
    const mailTo = (name: string, subject: string) =>
      until(
        async () =>
          (await world.mails(`${name}@leerbrug.test`)).find((mail) => mail.subject.startsWith(subject)),
        `${subject} to ${name}`,
      );
    await mailTo('partner', 'Afgesproken: ');
    await world.at('2027-01-08T10:00:00+01:00');

    await world.teacher.post(`/api/matches/${match.id}/contact`, { contactId: 'colleague' });

    const own = await mailTo('colleague', 'Afgesproken: ');
    expect(own.text).toMatch(/^Je bent nu de contactpersoon[^]*Cas Bos, 0622222222/);
    expect(own.attachments[0]?.content).toMatch(/METHOD:REQUEST[^]*SEQUENCE:2/);
    // So near the day it does not wait for a digest.
    const told = await mailTo('partner', 'Andere contactpersoon: ');
    expect(told.text).toMatch(/^Cas Bos ontvangt je nu[^]*Bereikbaar: Cas Bos, 0622222222, colleague@/);
    expect((await world.partner.get(`/api/matches/${match.id}/contacts`)).body.school).toEqual({
      name: 'Cas Bos',
      phone: '0622222222',
    });

    await world.partner.post(`/api/matches/${match.id}/contact`, { contactId: 'coordinator' });

    expect((await mailTo('coordinator', 'Afgesproken: ')).text).toMatch(/^Je bent nu de contactpersoon/);
    const over = await mailTo('partner', 'Overgenomen: ');
    expect(over.text).toMatch(/^Coen Kok neemt deze afspraak van je over/);
    expect(over.attachments[0]?.content).toMatch(/METHOD:CANCEL[^]*SEQUENCE:3[^]*STATUS:CANCELLED/);
  });

  it('is held by itself at its end, counted by the school, and closed once the hours are in', async () => {
    const { match } = await confirmed();
    const early = await world.teacher.post(`/api/matches/${match.id}/count`, {
      pupils: 1,
      adults: 1,
      groups: 1,
    });
    expect(early).toMatchObject({ status: 409, body: { code: 'matches.not-held' } });
    await world.at('2027-01-12T12:00:00+01:00');
    await until(async () => (await matchOf(match.id)).state === 'held', 'the match to be held');

    const { prefilled } = await matchOf(match.id);
    expect(prefilled).toMatchObject({ count: { pupils: 26, groups: 1 }, hours: { delivery: 1.5 } });
    const counted = await world.teacher.post(`/api/matches/${match.id}/count`, prefilled.count);
    expect(counted.body).toMatchObject({ state: 'counted', count: { unusual: false } });
    const wrong = { people: 1, hours: { preparation: 0, delivery: 400, travel: 0 } };
    expect(await world.partner.post(`/api/matches/${match.id}/count`, wrong)).toMatchObject({
      status: 400,
      body: { code: 'matches.hours-impossible' },
    });
    const negative = { people: 1, hours: { preparation: -1, delivery: 1, travel: 0 } };
    expect((await world.partner.post(`/api/matches/${match.id}/count`, negative)).status).toBe(400);
    const { people, ...hours } = prefilled.hours;
    const done = await world.partner.post(`/api/matches/${match.id}/count`, { people, hours });
    expect(done.body.state).toBe('closed');
    const twice = await world.partner.post(`/api/matches/${match.id}/count`, { people, hours });
    expect(twice).toMatchObject({ status: 200, body: { rev: done.body.rev } });
  });

  it('a person is in one place at a time, over all offers', async () => {
    const giver = { givenBy: ['partner'] };
    const { match } = await confirmed(giver);
    const second = await publishedOffer(world, { title: 'Nog een les', slots: [morning], ...giver });
    const request = await postedRequest(world, {
      groups: [{ sector: 'po', grades: ['8'], pupils: 20, name: '8A' }],
    });
    await proposalsOf(world, request.id);
    const refused = await until(async () => {
      const answer = await world.coordinator.post(
        '/api/matches',
        { requestId: request.id, slotId: second.slots[0].id },
        wait,
      );
      return answer.status === 422 ? undefined : answer;
    }, 'the slot to be known');

    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'matches.refused', obstacle: 'person-busy' },
    });
    expect((await matchOf(match.id)).state).toBe('confirmed');
  });
});
