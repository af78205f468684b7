import { Unavailable } from '#libs/contracts';
import { wrapped } from '../faults/around.js';
import { aRequest, aWorld, postedRequest, publishedOffer, type World } from '../support/world.js';
import { until } from '../support/until.js';

const on = (date: string) => ({ start: `${date}T09:00:00+01:00`, end: `${date}T10:30:00+01:00` });
const friday = on('2027-01-15');
const group = (name: string) => ({ sector: 'po', grades: ['7'], pupils: 26, name });

describe('a call to partners', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  async function called(groups = [group('7A')], wish = {}) {
    const windows = [{ from: '2027-01-11', to: '2027-02-26', weekdays: ['fri'] }];
    const request = await postedRequest(world, { windows, groups, ...wish });
    const { body } = await until(async () => {
      const answer = await world.coordinator.post(`/api/requests/${request.id}/call`, {
        organisationIds: ['factory', 'museum'],
      });
      return answer.status === 201 && answer;
    }, 'the request to be known');
    return { request, answer: `/api/calls/${body.id}/answer` };
  }
  const theCall = async () => (await world.coordinator.get('/api/calls')).body.items[0];
  const askedFor = (requestId: string) =>
    until(async () => {
      const { body } = await world.coordinator.get('/api/matches?state=asked');
      return body.items.find((match: { requestId: string }) => match.requestId === requestId);
    }, 'the match of the call');
  /** How often the partner was told that its yes became no appointment. */
  const isTold = async () => {
    const mails = await world.mails('partner@leerbrug.test');
    return mails.filter(({ subject }) => subject.startsWith('Geen afspraak geworden')).length;
  };
  const failing = (...conditions: string[]) => ({
    status: 409,
    body: {
      code: 'matches.does-not-fit',
      failures: conditions.map((condition) => expect.objectContaining({ condition })),
    },
  });

  it('is not answered with a day on which the school is closed: who can on another day still may', async () => {
    const { request, answer } = await called();

    expect(await world.partner.post(answer, on('2027-02-26'))).toMatchObject(failing('school-closed'));
    expect(await theCall()).toMatchObject({ state: 'open', offerId: null });

    expect((await world.museum.post(answer, friday)).status).toBe(200);
    expect(await askedFor(request.id)).toMatchObject({ organisationId: 'museum' });
    expect(await theCall()).toMatchObject({ state: 'matched' });
  });

  it('gets as many places in an own offer as its groups take', async () => {
    const offer = await publishedOffer(world, { pupilsPerGroup: 15 });
    const { request, answer } = await called([group('7A'), group('7B')]);
    await until(
      async () => (await world.partner.post(answer, { ...friday, offerId: offer.id })).status === 200,
      'the offer to be known',
    );

    const match = await askedFor(request.id);

    expect(match).toMatchObject({ offerId: offer.id, groups: [{ name: '7A' }, { name: '7B' }] });
    const { slots } = (await world.partner.get(`/api/offers/${offer.id}`)).body;
    expect(slots.find(({ id }: { id: string }) => id === match.sessions[0].slotId).groups).toBe(4);
  });

  it('is open again when the place of the answer is refused, and the next who can helps', async () => {
    const { request, answer } = await called();
    const busy = await world.teacher.post('/api/matches/arranged', {
      ...{ schoolLocationId: 'school-brug', organisationId: 'museum', kind: 'museum-visit' },
      themes: ['hi-tech-science/robotics'],
      sessions: [{ ...friday, groups: [{ groupId: request.groups[0].groupId }] }],
    });
    expect(busy.status).toBeLessThan(300);

    expect((await world.partner.post(answer, friday)).status).toBe(200);
    await until(async () => {
      const { body } = await world.coordinator.get('/api/matches?state=refused');
      return body.items.length === 1;
    }, 'the place to be refused');
    await until(async () => (await theCall()).state === 'open', 'the call to be open again');
    await until(async () => (await isTold()) === 1, 'who answered to hear of it');

    expect((await world.partner.post(answer, on('2027-01-22'))).status).toBe(200);
    expect((await askedFor(request.id)).sessions[0].start).toBe(on('2027-01-22').start);
  });

  it('is answered with an own slot that is there already, and is over once it is an appointment', async () => {
    const offer = await publishedOffer(world, { slots: [{ ...friday, groups: 1 }] });
    const { request, answer } = await called();
    const given = await until(async () => {
      const given = await world.partner.post(answer, { ...friday, offerId: offer.id });
      return given.status === 200 && given;
    }, 'the offer to be known');

    expect(given.body).toMatchObject({ state: 'matched', matchId: expect.any(String) });
    expect(await askedFor(request.id)).toMatchObject({ id: given.body.matchId, offerId: offer.id });
  });

  it('is put to the school where the answer passes a limit of its wish, and the question says which', async () => {
    const offer = await publishedOffer(world, { costPerGroupCents: 10_000 });
    const { request, answer } = await called([group('7A')], { maxCostCents: 2_500, confirm: 'at-once' });
    await until(
      async () => (await world.partner.post(answer, { ...friday, offerId: offer.id })).status === 200,
      'the offer to be known',
    );

    const match = await askedFor(request.id);

    expect(match).toMatchObject({ despite: [{ condition: 'cost' }], acceptedBy: { partner: {} } });
    const question = await until(async () => {
      const mails = await world.mails('teacher@leerbrug.test');
      return mails.find(({ text }) => text.includes('dit kost de school meer dan gevraagd.'));
    }, 'the question');
    expect(question.text).toContain('De partner zei ja op een oproep.');
  });

  it('is confirmed at once where it is all that the school asked for', async () => {
    const { request, answer } = await called([group('7A')], { confirm: 'at-once' });

    expect((await world.partner.post(answer, friday)).status).toBe(200);
    await until(
      async () => (await world.teacher.get(`/api/requests/${request.id}`)).body.state === 'met',
      'the appointment',
    );
  });

  it('keeps its appointment when the process was interrupted before it was noted', async () => {
    await world.close();
    let interrupted = 0;
    world = await aWorld({
      around: (ports) => ({
        ...ports,
        store: wrapped(ports.store, (method, args, go) => {
          const [collection, document] = args as [{ name: string }, { state?: { state?: string } }];
          const notes =
            method === 'replace' &&
            collection.name === 'matching.calls' &&
            document.state?.state === 'matched';
          if (notes && interrupted++ === 0) throw new Unavailable('the database');
          return go();
        }),
      }),
    });
    const { request, answer } = await called();

    expect((await world.partner.post(answer, friday)).status).toBe(200);
    const match = await askedFor(request.id);
    await until(async () => (await theCall()).state !== 'answered', 'the call to be settled');

    expect(interrupted).toBeGreaterThan(0);
    expect(await theCall()).toMatchObject({ state: 'matched', matchId: match.id });
    expect(await isTold()).toBe(0);
  });

  it('of a school that always wants a certificate of conduct is answered by who has one', async () => {
    await publishedOffer(world);
    const fittingIs = (fitting: number) =>
      until(async () => {
        const { body } = await world.teacher.post('/api/requests/preview', aRequest());
        return body.fitting === fitting;
      }, `${fitting} offers to fit`);
    await fittingIs(1);
    const school = '/api/school-locations/school-brug';
    const { etag } = await world.admin.get(school);
    const set = await world.admin.patch(`${school}/calendar`, { vogPolicy: 'always' }, etag);
    expect(set.status).toBe(200);
    await fittingIs(0);
    const { request, answer } = await called();

    expect(await world.partner.post(answer, friday)).toMatchObject(failing('vog'));
    expect((await world.partner.post(answer, { ...friday, vog: 'available' })).status).toBe(200);
    expect(await askedFor(request.id)).toMatchObject({ organisationId: 'factory' });
  });
});
