import { request as httpRequest } from 'node:http';
import { Caller } from '../support/caller.js';
import { aRequest, aWorld, postedRequest, publishedOffer, type World } from '../support/world.js';

describe('the edge', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('says whether it is alive and ready; the details only to operators', async () => {
    expect((await world.visitor.get('/health/live')).body).toEqual({ status: 'ok' });
    const ready = await world.visitor.get('/health/ready');
    expect(ready).toMatchObject({
      status: 200,
      body: { status: 'ok', services: { matching: { status: 'ok' } } },
    });
    expect(ready.body.services.matching.details).toBeUndefined();
    const { body } = await world.operator.get('/health/ready');
    const { details } = body.services.matching;
    expect(details).toMatchObject({ details: { documents: { status: 'up' }, events: { status: 'up' } } });
    expect([ready.body.lastBackup, body.lastBackup]).toEqual([undefined, null]);
  });

  it('is not ready while a service is away', async () => {
    const other = await aWorld();
    await other.embedded.services.get('offers')?.app.close();
    expect(await other.visitor.get('/health/ready')).toMatchObject({
      status: 503,
      body: { services: { offers: { status: 'away' } } },
    });
    const away = await other.partner.get('/api/offers');
    expect(away).toMatchObject({ status: 503, body: { code: 'http.unavailable' } });
    expect(away.headers.get('retry-after')).toBe('1');
    expect(JSON.stringify(away.body)).not.toContain('127.0.0.1');
    await other.close();
  });

  it('gives Prometheus one description of each figure', async () => {
    const { body } = await world.visitor.get('/metrics');
    expect(body).toContain('leerbrug_consumer_lag_events{service="matching"}');
    const helps = (body as string).split('\n').filter((line) => line.startsWith('# HELP'));
    expect(new Set(helps).size).toBe(helps.length);
  });

  it('gives figures to operators alone when it is not on this very machine that they are asked for', async () => {
    const afar = { 'x-forwarded-for': '203.0.113.9' };
    const asked = (caller: typeof world.visitor) => caller.send('GET', '/metrics', undefined, afar);

    expect((await asked(world.visitor)).status).toBe(401);
    expect((await asked(world.coordinator)).status).toBe(403);
    expect((await asked(world.operator)).body).toContain('leerbrug_admission_seconds');
    const elsewhere = await aWorld({ publicUrl: 'https://leerbrug.example' });
    expect((await elsewhere.visitor.get('/metrics')).status).toBe(401);
    expect((await elsewhere.operator.get('/metrics')).status).toBe(200);
    const { body } = await elsewhere.visitor.get('/health/ready');
    expect(body.services.directory).toEqual({ status: 'ok' });
    await elsewhere.close();
  });

  it('gives them to a program with a token for figures, which opens nothing else', async () => {
    const wanted = { personId: 'operator', days: 1, only: ['metrics.read'] };
    const { token } = (await world.operator.post('/api/api-tokens', wanted)).body;
    const program = new Caller(world.embedded.url, token);
    const afar = { 'x-forwarded-for': '203.0.113.9' };

    expect((await program.send('GET', '/metrics', undefined, afar)).status).toBe(200);
    for (const path of ['/api/me', '/api/requests', '/api/audit', '/api/demo/mailbox', '/api/catalogue'])
      expect([path, (await program.get(path)).status]).toEqual([path, 403]);
    expect((await program.post('/api/api-tokens', { personId: 'operator', days: 1 })).status).toBe(403);
    expect((await program.post('/api/regions', { name: 'Meer', municipalityCodes: ['0193'] })).status).toBe(
      403,
    );
  });

  it('shows the page under a content policy', async () => {
    const page = await world.visitor.get('/');
    expect(page.body).toContain('<title>Leerbrug</title>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await world.visitor.get('/assets/app-1a2b3c4d.js')).status).toBe(200);
    for (const nothing of ['/api/nothing', '/assets/nothing.js'])
      expect(await world.visitor.get(nothing)).toMatchObject({
        status: 404,
        body: { code: 'http.no-such-route' },
      });
  });

  it('refuses a body without a declared length', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(
        `${world.embedded.url}/api/requests`,
        { method: 'POST', headers: { 'transfer-encoding': 'chunked', 'content-type': 'application/json' } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      sent.on('error', reject);
      sent.end('{}');
    });
    expect(status).toBe(411);
  });

  it('drops any identity that a caller claims', async () => {
    const answer = await world.visitor.send('GET', '/api/me', undefined, {
      'x-actor': 'coordinator',
      'x-user': 'operator',
      forwarded: 'for=127.0.0.1',
    });
    expect(answer.status).toBe(401);
  });

  it('tells everybody the taxonomy and the holidays, and people who they are', async () => {
    const taxonomy = (await world.visitor.get('/api/taxonomy')).body;
    expect(taxonomy).toMatchObject({
      version: expect.any(String),
      themes: expect.arrayContaining([
        expect.objectContaining({
          id: 'hi-tech-science/robotics',
          parent: 'hi-tech-science',
          label: { nl: expect.any(String), en: expect.any(String) },
        }),
      ]),
    });
    const holidays = (
      await world.visitor.get('/api/calendar/holidays?holidayRegion=noord&schoolYear=2026-2027')
    ).body;
    expect(JSON.stringify(holidays)).toContain('2027-07-10');
    const me = (await world.teacher.get('/api/me')).body;
    expect(JSON.stringify(me)).toContain('school-brug');
    expect((await world.visitor.get('/api/me')).status).toBe(401);
  });

  it('gives every single resource an ETag', async () => {
    const offer = await publishedOffer(world);
    const request = await postedRequest(world);
    const singles: [keyof World, string][] = [
      ['coordinator', '/api/regions/region-ijssel'],
      ['teacher', '/api/school-locations/school-brug'],
      ['partner', '/api/organisations/factory'],
      ['partner', `/api/offers/${offer.id}`],
      ['teacher', `/api/requests/${request.id}`],
    ];
    for (const [who, path] of singles) {
      const { status, etag } = await (world[who] as World['teacher']).get(path);
      expect([path, status, etag]).toEqual([path, 200, expect.stringMatching(/^"\d+"$/)]);
    }
  });

  it('pages through a list without missing or repeating anything', async () => {
    const posted = await Promise.all(
      Array.from({ length: 7 }, () => world.teacher.post('/api/requests', aRequest())),
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await world.teacher.get(`/api/requests?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
      await world.teacher.post('/api/requests', aRequest());
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    for (const { body } of posted) expect(seen).toContain(body.id);
  });

  it('the catalogue finds what is near, for whom and about what', async () => {
    await publishedOffer(world, { title: 'In Zwolle', reachKm: 20 });
    const titles = async (query: string) =>
      (await world.visitor.get(`/api/catalogue?${query}`)).body.items.map(
        ({ title }: { title: string }) => title,
      );

    expect(await titles('near=Kampen')).toContain('In Zwolle');
    expect(await titles('near=Maastricht')).not.toContain('In Zwolle');
    expect(await titles('theme=hi-tech-science')).toContain('In Zwolle');
    expect(await titles('theme=nature')).toEqual([]);
    expect(await titles('sector=po&grade=7')).toContain('In Zwolle');
    expect(await titles('sector=vo')).toEqual([]);
    expect(await titles('from=2027-03-01')).toEqual([]);
    expect(await world.visitor.get('/api/catalogue?theme=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'offers.theme-unknown' },
    });
  });
});

describe('stopping', () => {
  it('answers what was asked and then goes, without waiting for connections kept alive', async () => {
    const world = await aWorld();
    await postedRequest(world);
    const asked = Array.from({ length: 60 }, () =>
      world.teacher.post('/api/requests', aRequest()).catch(() => undefined),
    );
    await Promise.race(asked);

    await world.close();

    for (const answer of await Promise.all(asked)) expect([201, 503, undefined]).toContain(answer?.status);
  });
});
