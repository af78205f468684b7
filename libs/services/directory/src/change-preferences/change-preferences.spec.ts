import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';
import { until } from '../../../../../test/support/until.js';

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
  await directory.seed.region({ id: 'assen', name: 'Assen' });
  await directory.seed.person({
    id: 'anna',
    name: 'Anna',
    email: 'anna@post.example',
    roles: [{ role: 'coordinator', regionIds: ['assen'] }],
  });
});
afterEach(() => directory.close());

const anna = { ...coordinatorOf('assen'), id: 'anna' };
const path = '/api/me/preferences';
const me = async () => {
  const { etag, body } = await directory.get<object>('/api/me', anna);
  return { ifMatch: etag as string, body };
};
const seenByServices = async () => (await directory.get('/internal/people/anna', 'service')).body;

const unsubscribed = (seq: number, personId = 'anna', copy = 1) => {
  const envelope = {
    id: `${personId}-${seq}-${copy}`,
    type: 'notifications.unsubscribed',
    version: 1,
    time: '2026-11-20T09:00:00.000Z',
    key: personId,
    seq,
    correlationId: 'a-correlation',
    causationId: null,
    actor: 'visitor',
    owners: { regions: [] },
    data: { personId },
  };
  const value = Buffer.from(JSON.stringify(envelope));
  return directory.bus.publish([{ topic: 'notifications', key: personId, id: envelope.id, value }]);
};

describe('which mails somebody gets', () => {
  it('is each as it comes, until they say otherwise', async () => {
    expect((await me()).body).toMatchObject({
      language: 'nl',
      preferences: { mail: 'each', reminders: true },
    });
  });

  it('is what they chose; what they did not name stays', async () => {
    const { ifMatch } = await me();

    const daily = await directory.patch<object>(path, { as: anna, ifMatch }, { mail: 'daily' });
    const english = await directory.patch<object>(
      path,
      { as: anna, ifMatch: daily.etag as string },
      { language: 'en', reminders: false },
    );

    expect(daily.body).toEqual({ mail: 'daily', reminders: true, language: 'nl' });
    expect(english.body).toEqual({ mail: 'daily', reminders: false, language: 'en' });
    expect((await me()).ifMatch).toBe(english.etag);
    expect(await seenByServices()).toMatchObject({
      language: 'en',
      preferences: { mail: 'daily', reminders: false },
    });
    const told = (await directory.told()).filter(({ type }) => type === 'directory.person-changed');
    expect(told.map(({ data }) => data)).toEqual([
      { fields: ['preferences'] },
      { fields: ['language', 'preferences'] },
    ]);
  });

  it('is no news when it is what it was', async () => {
    const { ifMatch } = await me();

    const { status, etag } = await directory.patch(
      path,
      { as: anna, ifMatch },
      { mail: 'each', language: 'nl' },
    );

    expect([status, etag]).toEqual([200, ifMatch]);
    expect((await directory.told()).filter(({ type }) => type === 'directory.person-changed')).toEqual([]);
  });

  it('does not change for who saw an older version, or says none', async () => {
    const { ifMatch } = await me();
    await directory.patch(path, { as: anna, ifMatch }, { mail: 'weekly' });

    expect((await directory.patch(path, { as: anna, ifMatch }, { mail: 'each' })).status).toBe(412);
    expect((await directory.patch(path, { as: anna }, { mail: 'each' })).status).toBe(428);
    expect((await me()).body).toMatchObject({ preferences: { mail: 'weekly' } });
  });

  it.each([{ mail: 'hourly' }, { reminders: 'no' }, { language: 'fy' }, { phone: '038' }])(
    'is not %j',
    async (body) => {
      const { ifMatch } = await me();

      expect((await directory.patch(path, { as: anna, ifMatch }, body)).status).toBe(400);
    },
  );

  it('is nobody’s without an account', async () => {
    expect((await directory.patch(path, { as: 'visitor', ifMatch: '"1"' }, {})).status).toBe(401);
    expect((await directory.patch(path, { as: operator, ifMatch: '"1"' }, {})).status).toBe(404);
  });
});

describe('whoever says in a mail program that it is enough', () => {
  it('gets no more reminders, and keeps the rest', async () => {
    const { ifMatch } = await me();
    await directory.patch(path, { as: anna, ifMatch }, { mail: 'daily' });

    await unsubscribed(1);

    const enough = { preferences: { mail: 'daily', reminders: false } };
    await until(async () => JSON.stringify(await seenByServices()).includes('false'), 'the preference');
    expect(await seenByServices()).toMatchObject(enough);
  });

  it('may say so again, and may be gone already', async () => {
    await unsubscribed(1, 'nobody');
    await unsubscribed(1);
    await unsubscribed(1, 'anna', 2);
    await until(async () => JSON.stringify(await seenByServices()).includes('false'), 'the preference');

    const { body } = await directory.get<{ items: object[] }>('/api/parked', 'service');
    expect(body.items).toEqual([]);
  });
});
