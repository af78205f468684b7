import { until } from '../support/until.js';
import {
  askedMatch,
  aWorld,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

/** As the coordinator sees it. */
const shown = async ({ id }: { id: string }) => (await world.coordinator.get(`/api/matches/${id}`)).body;

/** Moves the clock there, then on by the second, and lets what falls due happen until it is so: what was put off comes due too. */
function untilSwept<T>(moment: string, ask: () => Promise<T | undefined>): Promise<T> {
  let now = Date.parse(moment);
  return until(async () => {
    await world.at(new Date(now).toISOString());
    now += 1_000;
    return ask();
  }, `what falls due by ${moment}`);
}
afterEach(() => world.close());

/** The part behind `#` of the newest mail to that person that has a link. */
function linkTo(name: string, subject = /./): Promise<string> {
  return until(() => linkNow(name, subject), 'a mail with a link');
}

async function linkNow(name: string, subject: RegExp): Promise<string | undefined> {
  const mails = await world.mails(`${name}@leerbrug.test`);
  return mails
    .filter((mail) => subject.test(mail.subject))
    .map(({ text }) => /\/actie#([A-Za-z0-9_-]{43})/.exec(text)?.[1])
    .find((token) => token !== undefined);
}

async function asked() {
  const slots = [{ start: '2026-12-08T08:30:00+01:00', end: '2026-12-08T12:00:00+01:00', groups: 1 }];
  await publishedOffer(world, { slots });
  const windows = [{ from: '2026-12-07', to: '2026-12-11', weekdays: ['tue'], parts: ['morning'] }];
  const request = await postedRequest(world, { windows });
  const { items } = await proposalsOf(world, request.id);
  return askedMatch(world, request.id, items[0].slotId);
}

const preview = (token: string) => world.visitor.post('/api/actions/preview', { token });
const execute = (token: string, action: string, more: object = {}) =>
  world.visitor.post('/api/actions/execute', { token, action, ...more });
const start = '2026-12-08T09:00:00+01:00';

describe('the link in a mail', () => {
  it('shows what is asked, answers once, and opens nothing else', async () => {
    const match = await asked();
    const token = await linkTo('partner');

    const seen = await preview(token);
    expect(seen).toMatchObject({
      status: 200,
      body: {
        ...{ matchId: match.id, side: 'partner', language: 'nl', about: 'proposal' },
        actions: ['accept', 'decline', 'counter'],
      },
    });
    expect(JSON.stringify(seen.body)).not.toMatch(/Tess|teacher@/);
    const done = await execute(token, 'accept', { start });
    expect(done).toMatchObject({
      status: 200,
      body: { matchId: match.id, action: 'accept', state: 'asked' },
    });
    expect(done.headers.get('set-cookie')).toBeNull();

    expect((await execute(token, 'accept', { start })).body).toMatchObject({
      status: 410,
      code: 'actions.used',
    });
    expect((await preview(token)).body.code).toBe('actions.used');
    const { body } = await world.coordinator.get(`/api/matches/${match.id}`);
    expect(body.acceptedBy).toMatchObject({ partner: { by: 'partner' } });
    expect(body.acceptedBy.school).toBeUndefined();
  });

  it('carries the whole life: both accept by link, and confirm the hours by link', async () => {
    const match = await asked();
    await execute(await linkTo('partner'), 'accept', { start });
    expect((await execute(await linkTo('teacher', /Past/), 'accept')).body.state).toBe('confirmed');

    await world.at('2026-12-08T18:00:00+01:00');
    await until(async () => (await shown(match)).state === 'held', 'the end of the lesson');
    const token = await untilSwept('2026-12-09T08:00:00+01:00', () => linkNow('partner', /Hoeveel uur/));
    const { actions, prefilled } = (await preview(token)).body;
    expect([actions, prefilled]).toEqual([['count', 'evaluate'], (await shown(match)).prefilled]);
    // What is left out stays as it stands filled in.
    const negative = await execute(token, 'count', { hours: { travel: -1 } });
    expect(negative.body).toMatchObject({ status: 400, errors: [{ path: 'hours.travel' }] });
    expect((await execute(token, 'count', { hours: { delivery: 4 } })).status).toBe(200);
    expect((await shown(match)).hours).toMatchObject({ ...prefilled.hours, delivery: 4 });
    expect((await execute(token, 'count')).body.code).toBe('actions.used');

    expect((await preview(token)).body.actions).toEqual(['evaluate']);
    expect((await execute(token, 'evaluate', { fit: 5, again: 'yes' })).status).toBe(200);
    expect((await shown(match)).evaluation).toMatchObject({ partner: { fit: 5, again: 'yes' } });
    expect((await execute(token, 'evaluate', { fit: 1, again: 'no' })).body.code).toBe('actions.used');
  });

  it('takes the hands of the class from the code on the reminder, with no account and no name', async () => {
    const match = await asked();
    await execute(await linkTo('partner'), 'accept', { start });
    await execute(await linkTo('teacher', /Past/), 'accept');
    const token = await untilSwept('2026-12-07T16:00:00+01:00', () => linkNow('teacher', /^Herinnering/));
    const hands = { present: 24, fun: 22, learned: 19, wantMore: 15 };
    expect((await preview(token)).body.actions).toEqual(['tally']);
    expect((await execute(token, 'tally', hands)).body.code).toBe('matches.not-yet');

    await world.at('2026-12-08T10:20:00+01:00');
    expect((await execute(token, 'tally', hands)).status).toBe(200);
    expect((await shown(match)).tally).toEqual(hands);
    expect((await execute(token, 'tally', hands)).body.code).toBe('actions.used');
  });

  it('declines with a reason, and needs one', async () => {
    const match = await asked();
    const token = await linkTo('partner');

    expect((await execute(token, 'decline')).body).toMatchObject({
      status: 400,
      errors: [{ path: 'reason' }],
    });
    expect((await execute(token, 'decline', { reason: 'Op beurs' })).body.state).toBe('declined');
    expect((await world.coordinator.get(`/api/matches/${match.id}`)).body.state).toBe('declined');
  });

  it('is outdated by a newer question, not by the yes of the other side', async () => {
    await asked();
    const [partners, schools] = [await linkTo('partner'), await linkTo('teacher', /Past/)];

    expect((await execute(schools, 'accept', { start })).status).toBe(200);
    expect((await preview(partners)).status).toBe(200);
    const later = { start: '2026-12-08T10:00:00+01:00', note: 'Liever later' };
    expect((await execute(partners, 'counter', later)).status).toBe(200);
    const newer = await until(async () => {
      const token = await linkTo('teacher', /andere tijd/);
      return token !== schools ? token : undefined;
    }, 'the new question');

    expect((await execute(schools, 'accept')).body.code).toBe('actions.used');
    expect((await preview(newer)).body).toMatchObject({ side: 'school' });
    expect((await execute(newer, 'accept')).body.state).toBe('confirmed');
  });

  it('has changed when the question is another by now', async () => {
    await asked();
    const [partners, schools] = [await linkTo('partner'), await linkTo('teacher', /Past/)];
    await execute(partners, 'counter', { start: '2026-12-08T10:00:00+01:00' });

    expect((await execute(schools, 'accept')).body).toMatchObject({
      status: 409,
      code: 'actions.has-changed',
    });
    expect((await preview(schools)).body.code).toBe('actions.has-changed');
  });

  it('ends after two weeks', async () => {
    const match = await asked();
    const token = await linkTo('partner');
    const { expiresAt } = (await preview(token)).body;
    expect(Date.parse(expiresAt) - world.clock.now()).toBeLessThanOrEqual(14 * 86_400_000);

    await world.at(expiresAt);

    expect((await preview(token)).body).toMatchObject({ status: 410, code: 'actions.expired' });
    expect((await execute(token, 'accept', { start })).body.code).toBe('actions.expired');
    expect((await world.coordinator.get(`/api/matches/${match.id}`)).body.acceptedBy).toEqual({});
  });

  it('is nobody else’s: a foreign, cut or made-up one opens nothing', async () => {
    const match = await asked();
    const token = await linkTo('partner');
    const bent = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;

    expect((await preview(bent)).body).toMatchObject({ status: 404, code: 'actions.unknown' });
    expect((await execute(bent, 'accept', { start })).body.code).toBe('actions.unknown');
    for (const wrong of [token.slice(1), `${token}A`, '', { $ne: null }, null])
      expect(
        (await world.visitor.post('/api/actions/execute', { token: wrong, action: 'accept' })).status,
      ).toBe(400);
    expect((await execute(token, 'count', { people: 1 })).body.code).toBe('actions.not-offered');
    for (const extra of [
      { matchId: 'x' },
      { side: 'school' },
      { onBehalfOf: 'school' },
      { role: 'operator' },
    ])
      expect((await execute(token, 'accept', { start, ...extra })).status).toBe(400);
    expect((await world.coordinator.get(`/api/matches/${match.id}`)).body.acceptedBy).toEqual({});
  });

  it('answers for nobody who is disabled', async () => {
    await asked();
    const token = await linkTo('teacher', /Past/);
    const { etag } = await world.operator.get('/api/people/teacher');
    expect((await world.operator.patch('/api/people/teacher', { disabled: true }, etag)).status).toBe(200);

    const code = await until(async () => {
      const { body } = await preview(token);
      return body.code as string | undefined;
    }, 'it to be known');
    expect(code).toBe('actions.expired');
  });

  it('changes nothing when it is only opened', async () => {
    const match = await asked();
    const token = await linkTo('partner');
    // Both sides' mails have gone: only then nothing else changes it.
    await linkTo('teacher', /Past/);
    const before = await until(async () => {
      const { body, etag } = await world.coordinator.get(`/api/matches/${match.id}`);
      return JSON.stringify(body.clock).match(/"deliveredAt":"/g)?.length === 2 && etag;
    }, 'both to be asked');

    for (const path of ['/actie', '/api/actions/preview', '/api/actions/execute'])
      for (const method of ['GET', 'HEAD']) {
        const { status } = await world.visitor.send(method, `${path}?token=${token}`);
        if (path.startsWith('/api')) expect([method, path, status]).toEqual([method, path, 404]);
      }

    expect((await world.coordinator.get(`/api/matches/${match.id}`)).etag).toBe(before);
    expect((await execute(token, 'accept', { start })).status).toBe(200);
  });
});

describe('who is there on the day', () => {
  it('is known to both sides once both have said yes, and to nobody before', async () => {
    const match = await asked();
    const contacts = `/api/matches/${match.id}/contacts`;
    expect((await world.partner.get(contacts)).body).toEqual({});

    await world.partner.post(`/api/matches/${match.id}/accept`, { start });
    await world.teacher.post(`/api/matches/${match.id}/accept`);

    expect((await world.partner.get(contacts)).body).toMatchObject({ school: { name: 'Tess de Vries' } });
    expect((await world.museum.get(contacts)).status).toBe(404);
    expect((await world.stranger.get(contacts)).status).toBe(404);
  });
});
