import { entries } from '../../libs/services/audit/src/entries.collection.js';
import { Browser, signedInAs } from '../support/browser.js';
import { aWorld, postedRequest, publishedOffer, type World } from '../support/world.js';
import { until } from '../support/until.js';

interface Entry {
  id: string;
  actor: string;
  action: string;
  object: string;
  fields: string[];
  regions: string[];
}

describe('the trail of who did what', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const trailOf = (object: string, atLeast: number, as: 'coordinator' | 'operator' = 'coordinator') =>
    until(async () => {
      const { body } = await world[as].get(`/api/audit?object=${encodeURIComponent(object)}`);
      return body.items.length >= atLeast ? (body.items as Entry[]) : undefined;
    }, 'the trail');

  it('tells who did what to which object, newest first, and which fields changed', async () => {
    const request = await postedRequest(world, { note: 'Een geheim van Tess' });
    const { etag } = await world.teacher.get(`/api/requests/${request.id}`);
    await world.teacher.patch(`/api/requests/${request.id}`, { title: 'Robots in de zorg' }, etag);

    const trail = await until(async () => {
      const entries = await trailOf(request.id, 2);
      return entries.some(({ action }) => action === 'requests.request-changed') ? entries : undefined;
    }, 'the change');
    const [changed, posted] = trail.filter(({ action }) => action.startsWith('requests.'));

    expect(posted).toMatchObject({
      actor: 'teacher',
      action: 'requests.request-posted',
      regions: ['region-ijssel'],
    });
    expect(posted?.fields).toContain('windows');
    expect(changed).toMatchObject({
      actor: 'teacher',
      action: 'requests.request-changed',
      fields: ['title'],
    });
  });

  it('holds no value of anything', async () => {
    const request = await postedRequest(world, { note: 'Een geheim van Tess', title: 'Iets met drones' });
    await trailOf(request.id, 1);

    const { body } = await world.operator.get('/api/audit?limit=100');
    const kept = await world.embedded.ports.store.find(entries, 'byReader', { equals: '*', limit: 1000 });

    expect(JSON.stringify(body)).not.toMatch(/geheim|drones|Tess|leerbrug\.test/);
    expect(JSON.stringify(kept)).not.toMatch(/geheim|drones|Tess|leerbrug\.test/);
  });

  it('is asked for by person and by days', async () => {
    const offer = await publishedOffer(world);
    await trailOf(offer.id, 1);

    const { body } = await world.operator.get('/api/audit?person=partner');
    const never = await world.operator.get('/api/audit?from=2020-01-01&to=2020-01-02');

    expect(new Set((body.items as Entry[]).map(({ actor }) => actor))).toEqual(new Set(['partner']));
    expect(never.body.items).toEqual([]);
  });

  it('shows a coordinator nothing of another region', async () => {
    const { body } = await world.coordinator.get('/api/audit?limit=100');
    const all = await world.operator.get('/api/audit?limit=100');

    expect((body.items as Entry[]).every(({ regions }) => regions.includes('region-ijssel'))).toBe(true);
    expect((all.body.items as Entry[]).some(({ regions }) => !regions.includes('region-ijssel'))).toBe(true);
  });

  it('pages without a gap', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await world.operator.get(`/api/audit?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...(body.items as Entry[]).map(({ id }) => id));
      cursor = body.next;
    }

    const { body } = await world.operator.get('/api/audit?limit=100');
    expect(seen.slice(0, 100)).toEqual((body.items as Entry[]).map(({ id }) => id));
  });

  it('tells who signed in by what means, and at whom it was tried, without the address', async () => {
    const browser = await signedInAs(world, 'colleague@leerbrug.test');
    await browser.post('/api/sign-in/codes', { email: 'colleague@leerbrug.test' });
    expect((await browser.post('/api/sign-in/sessions', { code: 'AAAA AAAA' })).status).toBe(400);
    const stranger = new Browser(world.embedded.url);
    await stranger.post('/api/sign-in/codes', { email: 'nobody@leerbrug.test' });
    expect((await stranger.post('/api/sign-in/sessions', { code: 'AAAA AAAA' })).status).toBe(400);

    const trail = (await trailOf('colleague', 2, 'operator')).filter(({ action }) => /sign/.test(action));

    expect(trail).toMatchObject([
      { action: 'directory.sign-in-refused', actor: 'visitor', how: 'code, wrong' },
      { action: 'directory.person-signed-in', actor: 'colleague', how: 'code' },
    ]);
    const { store } = world.embedded.ports;
    const kept = await store.find(entries, 'bySource', { equals: 'directory/colleague', limit: 10 });
    expect(kept.items.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(kept)).not.toMatch(/leerbrug\.test|AAAA/);
    const { body } = await world.operator.get('/api/audit/export?object=colleague');
    expect(body).toContain('code, wrong');
  });

  it('is exported as csv', async () => {
    const { status, body, headers } = await world.coordinator.get('/api/audit/export');

    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch('text/csv');
    expect(body.split('\r\n')[0]).toContain('at;actor;action;object;regions;school;organisation;fields;how');
    expect(body).toContain('offers.offer-published');
  });

  it.each([
    ['a period that runs backwards', '/api/audit?from=2027-01-02&to=2027-01-01', 400],
    ['a day that does not exist', '/api/audit?from=2027-02-30', 400],
    ['a cursor of nobody', '/api/audit?cursor=nonsense', 400],
  ])('refuses %s', async (_what, path, status) => {
    expect((await world.operator.get(path)).status).toBe(status);
  });

  it('can be changed by nobody', async () => {
    for (const method of ['POST', 'PATCH', 'DELETE', 'PUT'])
      expect(
        (await world.operator.send(method, '/api/audit', {}, { 'idempotency-key': 'k' })).status,
      ).toBeGreaterThanOrEqual(400);
  });
});
