import { DirectorySeed } from '#libs/services/directory';
import { Browser, signedInAs } from '../support/browser.js';
import { Caller } from '../support/caller.js';
import { aWorld, aRequest, type World } from '../support/world.js';

const tess = 'teacher@leerbrug.test';

describe('which page a change comes from', () => {
  let world: World;
  let held: Browser['cookies'];
  beforeAll(async () => {
    world = await aWorld();
    held = (await signedInAs(world, tess)).cookies;
  });
  afterAll(() => world.close());

  const from = (headers: Record<string, string>) => {
    const browser = new Browser(world.embedded.url, headers);
    for (const [name, value] of held) browser.cookies.set(name, value);
    return browser;
  };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each([
    ['one of ours', { 'sec-fetch-site': 'same-origin' }],
    ['ours, by an older browser', { origin: 'OUR' }],
  ])('%s: it is done', async (_what, headers: Record<string, string>) => {
    const known = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('OUR', world.embedded.url)]),
    );
    expect((await from(known).post('/api/requests', aRequest())).status).toBe(201);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling subdomain', { 'sec-fetch-site': 'same-site' }],
    ['no page at all', { 'sec-fetch-site': 'none' }],
    ['another site, by an older browser', { origin: 'https://elsewhere.example' }],
    ['a null origin', { origin: 'null' }],
    ['ours by its own word, another by the browser’s', { 'sec-fetch-site': 'cross-site', origin: 'OUR' }],
    ['nobody knows which', {}],
    ['a form of another site', { 'sec-fetch-site': 'cross-site', ...form }],
  ])('%s: it is refused', async (_what, headers) => {
    const before = (await world.coordinator.get('/api/requests')).body.items.length;

    const answer = await from(headers).post('/api/requests', aRequest());

    expect(answer).toMatchObject({ status: 403, body: { code: 'access.cross-site' } });
    expect((await world.coordinator.get('/api/requests')).body.items).toHaveLength(before);
  });

  it('does not matter to programs with a token, and to whoever only reads', async () => {
    expect((await world.teacher.post('/api/requests', aRequest())).status).toBe(201);
    expect((await from({ 'sec-fetch-site': 'none' }).get('/api/me')).status).toBe(200);
  });

  it('matters to signing in too, so that nobody is signed in as somebody else', async () => {
    const elsewhere = new Browser(world.embedded.url, { 'sec-fetch-site': 'cross-site' });

    expect((await elsewhere.post('/api/sign-in/codes', { email: tess })).status).toBe(403);
    expect((await elsewhere.post('/api/sign-in/sessions', { code: 'AAAABBBB' })).status).toBe(403);
  });

  it('no identity that a browser claims is believed', async () => {
    const answer = await new Browser(world.embedded.url).send('GET', '/api/me', undefined, {
      'x-actor': 'operator',
      'x-forwarded-user': 'operator',
    });
    expect(answer.status).toBe(401);
  });
});

describe('what browsers are told', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? '';

  it('scripts and styles are ours, or carry the nonce of this very answer', async () => {
    const [first, second] = [await world.visitor.get('/'), await world.visitor.get('/')];

    const policy = policyOf(first.headers);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    for (const directive of [
      "default-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(directive);
    expect(policyOf(second.headers)).not.toBe(policy);
    expect(first.headers.get('referrer-policy')).toBe('no-referrer');
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('the page of the API docs works under it', async () => {
    const { body, headers } = await world.visitor.get('/api/docs');

    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policyOf(headers))?.[1];
    const page = body as string;
    expect([...page.matchAll(/<style[^>]*>/g)].map(([tag]) => tag)).toEqual(
      expect.arrayContaining([`<style nonce="${nonce}">`]),
    );
    expect(page).not.toMatch(/<style>|\sstyle=|\son\w+=|<script>/);
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file as string);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files)
      expect([
        file,
        (await world.visitor.get(`/api/docs/${file.replace(/^\.\/docs\//, '')}`)).status,
      ]).toEqual([file, 200]);
  });

  it('every address that is no file is the page, which nobody keeps', async () => {
    for (const path of ['/', '/afspraken/match-1', '/aanbod/%C3%A9%C3%A9n?x=1']) {
      const { status, headers, body } = await world.visitor.get(path);
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policyOf(headers))?.[1];
      expect(body).toContain(`<style nonce="${nonce}">`);
    }
    for (const path of ['/assets/gone-1a2b3c4d.js', '/favicon.ico', '/index.html', '/../package.json'])
      expect([path, (await world.visitor.get(path)).status]).toEqual([path, 404]);
  });

  it('a file named after its content is kept for good, and comes packed to whoever takes that', async () => {
    const path = '/assets/app-1a2b3c4d.js';
    const file = await world.visitor.get(path);
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');

    const packed = await world.visitor.send('GET', path, undefined, { 'accept-encoding': 'br' });
    expect([packed.headers.get('content-encoding'), packed.body]).toEqual(['br', file.body]);
  });

  it('nothing of the API is kept anywhere, refusals neither', async () => {
    for (const path of [
      '/api/catalogue',
      '/api/me',
      '/api/nothing',
      '/api/requests/none',
      '/api/openapi.json',
    ])
      expect([path, (await world.teacher.get(path)).headers.get('cache-control')]).toEqual([
        path,
        'no-store',
      ]);
  });

  it('only https, once people come by https; and the cookies say so', async () => {
    const secure = await aWorld({ publicUrl: 'https://leerbrug.test' });
    const browser = new Browser(secure.embedded.url);

    const asked = await browser.post('/api/sign-in/codes', { email: tess });
    const foreign = new Browser(secure.embedded.url, { origin: secure.embedded.url });
    const ours = new Browser(secure.embedded.url, { origin: 'https://leerbrug.test' });

    expect(asked.headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(asked.headers.getSetCookie()[0]).toMatch(/^__Host-leerbrug_browser=.*; Path=\/;.*; Secure/);
    expect((await foreign.post('/api/sign-in/codes', { email: tess })).status).toBe(403);
    expect((await ours.post('/api/sign-in/codes', { email: tess })).status).toBe(202);
    expect((await world.visitor.get('/')).headers.has('strict-transport-security')).toBe(false);
    await secure.close();
  });
});

describe('how often somebody may ask', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ limits: { perPerson: 10, perNetwork: 40 }, trustProxy: 'loopback' });
  });
  afterAll(() => world.close());

  it('is counted by person, and the others are not held up', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => world.teacher.get('/api/me')));

    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ body: { code: 'http.too-many', status: 429 } });
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect((await world.partner.get('/api/me')).status).toBe(200);
  });

  it('is counted over all that a person comes with', async () => {
    const seed = world.embedded.services.get('directory')?.app.get(DirectorySeed);
    const another = await seed?.token('coordinator', 400);
    const both = [world.coordinator, new Caller(world.embedded.url, another)];
    // Who it is that comes with a token is known from its second request on.
    for (const each of both) expect((await each.get('/api/me')).status).toBe(200);

    const answers = await Promise.all(
      both.flatMap((each) => Array.from({ length: 9 }, () => each.get('/api/me'))),
    );

    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  });

  it('is counted by network, of IPv6 by the /64', async () => {
    const statuses = async (address: (i: number) => string, path = '/api/taxonomy') =>
      new Set(
        (
          await Promise.all(
            Array.from({ length: 90 }, (_, i) =>
              world.visitor.send('GET', path, undefined, { 'x-forwarded-for': address(i) }),
            ),
          )
        ).map(({ status }) => status),
      );

    expect([...(await statuses((i) => `2001:db8:1:2::${i.toString(16)}`))].sort()).toEqual([200, 429]);
    expect([...(await statuses((i) => `2001:db8:${i.toString(16)}::1`))]).toEqual([200]);
  });
});
