import { addressToUnsubscribe } from '../support/mail-steps.js';
import { until } from '../support/until.js';
import { aWorld, postedRequest, publishedOffer, type World } from '../support/world.js';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const oneClick = 'List-Unsubscribe=One-Click';

describe('few mails', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const remindersOf = async () => (await world.teacher.get('/api/me')).body.preferences.reminders;

  it('a mail program unsubscribes its reader, from wherever it stands, and is told so again', async () => {
    const address = addressToUnsubscribe(world, 'teacher');
    const from = { ...form, 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' };

    for (let time = 0; time < 2; time += 1)
      expect(await world.visitor.send('POST', address, oneClick, from)).toMatchObject({
        status: 200,
        body: { reminders: false },
      });

    await until(async () => (await remindersOf()) === false, 'the preference');
  });

  it('whoever opens that address comes to where people choose, and nothing changes', async () => {
    const { etag } = await world.teacher.get('/api/me');
    await world.teacher.patch('/api/me/preferences', { reminders: true }, etag);
    const url = `${world.embedded.url}${addressToUnsubscribe(world, 'teacher')}`;

    const answer = await fetch(url, { redirect: 'manual' });

    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      expect.stringMatching(/\/ik#mail$/),
    ]);
    expect(await remindersOf()).toBe(true);
  });

  it('an address that is not ours unsubscribes nobody', async () => {
    expect(await world.visitor.send('POST', '/api/unsubscribe/dGVhY2hlcg.x', oneClick, form)).toMatchObject({
      status: 404,
      body: { code: 'unsubscribe.unknown' },
    });
  });
});

describe('what needs a person', () => {
  it('is in the inbox of their region: a request half-way, until it is answered', async () => {
    const world = await aWorld();
    await publishedOffer(world);
    const request = await postedRequest(world);
    const kinds = async () => {
      const { status, body } = await world.coordinator.get('/api/inbox?region=region-ijssel');
      expect(status).toBe(200);
      expect(body.missing).toEqual([]);
      return (body.items as { id: string }[]).map(({ id }) => id);
    };
    expect(await kinds()).not.toContain(`request-half-way.${request.id}`);

    await world.at('2026-12-01T09:00:00+01:00');
    await until(async () => (await kinds()).includes(`request-half-way.${request.id}`), 'the line');

    await world.teacher.post(`/api/requests/${request.id}/withdraw`, { reason: 'De klas gaat op kamp.' });
    expect(await kinds()).not.toContain(`request-half-way.${request.id}`);
    expect((await world.teacher.get('/api/inbox')).status).toBe(403);
    await world.close();
  });
});
