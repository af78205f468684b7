import { DirectorySeed } from '#libs/services/directory';
import { Browser, codeFor, signedInAs } from '../support/browser.js';
import { aWorld, type World } from '../support/world.js';

const minute = 60_000;
const hour = 60 * minute;
const tess = 'teacher@leerbrug.test';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const aBrowser = () => new Browser(world.embedded.url);
const ask = (browser: Browser, email = tess) => browser.post('/api/sign-in/codes', { email });
const type = (browser: Browser, code: string) => browser.post('/api/sign-in/sessions', { code });
const wrong = 'AAAABBBB';

describe('signing in by a code', () => {
  it('mails a code, takes it once typed, and knows who it is from then on', async () => {
    const browser = aBrowser();

    const asked = await ask(browser);
    const code = await codeFor(world, tess);
    const signedIn = await type(browser, `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`);

    expect(asked).toMatchObject({ status: 202, body: { validMinutes: 10 } });
    expect(signedIn).toMatchObject({
      status: 201,
      body: { person: { id: 'teacher', name: 'Tess de Vries' } },
    });
    expect(JSON.stringify(signedIn.body)).not.toContain(browser.cookies.get('leerbrug'));
    expect((await browser.get('/api/me')).body).toMatchObject({ id: 'teacher', signInWith: 'session' });
    expect((await world.teacher.get('/api/me')).body).toMatchObject({ signInWith: 'token' });
  });

  it('keeps the cookie from scripts and from other sites', async () => {
    const browser = aBrowser();
    await ask(browser);

    const { headers } = await type(browser, await codeFor(world, tess));

    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^leerbrug=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  it('answers an address that nobody has as it answers the others, and mails nothing', async () => {
    const known = await ask(aBrowser());
    const unknown = await ask(aBrowser(), 'nobody@leerbrug.test');

    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()]);
    await codeFor(world, tess);
    expect(await world.mails('nobody@leerbrug.test')).toEqual([]);
  });

  it('shows the mails with codes to nobody where no demo runs', async () => {
    await ask(aBrowser());
    await codeFor(world, tess);

    const read = [world.visitor, world.teacher, world.coordinator].map((who) => who.get('/api/demo/mailbox'));

    expect((await Promise.all(read)).map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('asks for a code only five times an hour', async () => {
    for (let i = 0; i < 5; i += 1) expect((await ask(aBrowser())).status).toBe(202);

    const sixth = await ask(aBrowser());
    world.clock.advance(hour);

    expect(sixth).toMatchObject({ status: 429, body: { code: 'sign-in.too-many-asked' } });
    expect(sixth.headers.get('retry-after')).toBe('3600');
    expect((await ask(aBrowser())).status).toBe(202);
  });

  it('refuses a wrong code, one used before, one too old and one of another browser', async () => {
    const browser = aBrowser();
    const other = aBrowser();
    await ask(browser);
    await ask(other, 'partner@leerbrug.test');
    const code = await codeFor(world, tess);

    expect(await type(browser, wrong)).toMatchObject({ status: 400, body: { code: 'sign-in.code-wrong' } });
    expect(await type(other, code)).toMatchObject({ status: 400, body: { code: 'sign-in.code-wrong' } });
    expect(await type(aBrowser(), code)).toMatchObject({ status: 400, body: { code: 'sign-in.code-wrong' } });
    expect((await type(browser, code)).status).toBe(201);
    expect(await type(browser, code)).toMatchObject({ status: 410, body: { code: 'sign-in.code-used' } });

    await ask(browser);
    const late = await codeFor(world, tess, 1);
    world.clock.advance(10 * minute);
    expect(await type(browser, late)).toMatchObject({ status: 410, body: { code: 'sign-in.code-expired' } });
  });

  it('lets every code of a browser die with the fifth wrong try, and a new one live', async () => {
    const browser = aBrowser();
    await ask(browser);
    const code = await codeFor(world, tess);

    const tries = await Promise.all(Array.from({ length: 5 }, () => type(browser, wrong)));
    const sixth = await type(browser, code);
    await ask(browser);

    expect(tries.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect(sixth).toMatchObject({ status: 410, body: { code: 'sign-in.too-many-tries' } });
    expect((await type(browser, await codeFor(world, tess, 1))).status).toBe(201);
  });

  it('counts no more tries than five, however many come at once', async () => {
    const browser = aBrowser();
    await ask(browser);
    await codeFor(world, tess);

    const tries = await Promise.all(Array.from({ length: 20 }, () => type(browser, wrong)));

    expect(tries.filter(({ body }) => body.code === 'sign-in.code-wrong')).toHaveLength(5);
  });

  it('takes a code for the address it was sent to only', async () => {
    const browser = aBrowser();
    await ask(browser);
    const code = await codeFor(world, tess);

    const foreign = await browser.post('/api/sign-in/sessions', { code, email: 'partner@leerbrug.test' });
    const own = await browser.post('/api/sign-in/sessions', { code, email: tess.toUpperCase() });

    expect([foreign.status, own.status]).toEqual([400, 201]);
  });

  it.each([
    ['an operator object', { email: { $ne: null } }],
    ['line breaks', { email: 'tess@leerbrug.test\r\nBcc: all@leerbrug.test' }],
    ['a name in it', { email: 'Tess <teacher@leerbrug.test>' }],
    ['a field of ours', { email: tess, personId: 'operator' }],
    ['__proto__', '{"email":"teacher@leerbrug.test","__proto__":{"role":"operator"}}'],
    ['constructor', { email: tess, constructor: { prototype: { role: 'operator' } } }],
    ['ten thousand signs', { email: `${'a'.repeat(10_000)}@leerbrug.test` }],
    ['a list', { email: [tess] }],
  ])('refuses %s for an address', async (_what, body) => {
    const answer = await aBrowser().post('/api/sign-in/codes', body);

    expect(answer.status).toBe(400);
    expect(await world.mails(tess)).toEqual([]);
  });

  it.each([
    [{ code: { $ne: null } }],
    [{ code: '' }],
    [{ code: 12345678 }],
    [{ code: wrong, role: 'operator' }],
    [{}],
  ])('refuses %j for a code', async (body) => {
    expect((await aBrowser().post('/api/sign-in/sessions', body)).status).toBe(400);
  });
});

describe('a session', () => {
  it('is listed with what it runs on, and is ended by its owner only', async () => {
    const here = await signedInAs(world, tess);
    const there = await signedInAs(world, tess);
    const other = await signedInAs(world, 'partner@leerbrug.test');

    const { body } = await here.get('/api/me/sessions');
    const [second, first] = body.items;
    expect([second.current, first.current]).toEqual([false, true]);
    expect((await other.delete(`/api/me/sessions/${second.id}`)).status).toBe(404);
    expect((await there.get('/api/me')).status).toBe(200);

    expect(await here.delete(`/api/me/sessions/${second.id}`)).toMatchObject({ status: 200 });
    world.clock.advance(5_000);

    expect((await there.get('/api/me')).status).toBe(401);
    expect((await here.get('/api/me/sessions')).body.items).toHaveLength(1);
  });

  it('ends at once for whoever signs out', async () => {
    const browser = await signedInAs(world, tess);
    const held = browser.cookies.get('leerbrug') ?? '';

    await browser.delete('/api/me/sessions/current');

    expect(browser.cookies.has('leerbrug')).toBe(false);
    browser.cookies.set('leerbrug', held);
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  it('ends after a working day without use, and goes on with it', async () => {
    const used = await signedInAs(world, tess);
    const idle = await signedInAs(world, 'partner@leerbrug.test');

    world.clock.advance(6 * hour);
    expect((await used.get('/api/me')).status).toBe(200);
    world.clock.advance(6 * hour);

    expect((await used.get('/api/me')).status).toBe(200);
    expect((await idle.get('/api/me')).status).toBe(401);
  });

  it.each([
    ['teacher@leerbrug.test', 30 * 24],
    ['operator@leerbrug.test', 12],
  ])('of %s is over after %i hours at most', async (email, hours) => {
    const browser = await signedInAs(world, email);

    for (let passed = 0; passed < hours; passed += 6) {
      expect((await browser.get('/api/me')).status).toBe(200);
      world.clock.advance(6 * hour);
    }

    expect((await browser.get('/api/me')).status).toBe(401);
  });

  it('is nobody’s when one bit of it is another, and shows what visitors see', async () => {
    const browser = await signedInAs(world, tess);
    const held = browser.cookies.get('leerbrug') ?? '';
    browser.cookies.set('leerbrug', `${held.startsWith('A') ? 'B' : 'A'}${held.slice(1)}`);

    expect(await browser.get('/api/me')).toMatchObject({ status: 401, body: { code: 'http.not-signed-in' } });
    expect((await browser.get('/api/catalogue')).status).toBe(200);
  });

  it('is another one after signing in again, and the one before is over', async () => {
    const browser = await signedInAs(world, tess);
    const before = browser.cookies.get('leerbrug') ?? '';
    await ask(browser, 'partner@leerbrug.test');

    await type(browser, await codeFor(world, 'partner@leerbrug.test'));

    expect((await browser.get('/api/me')).body).toMatchObject({ id: 'partner' });
    browser.cookies.set('leerbrug', before);
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  it('lets nobody in who is disabled, within five seconds', async () => {
    const browser = await signedInAs(world, tess);
    expect((await browser.get('/api/me')).status).toBe(200);

    await disable('teacher');
    world.clock.advance(5_000);

    expect((await browser.get('/api/me')).status).toBe(401);
    await ask(browser);
    expect(await world.mails(tess)).toHaveLength(1);
  });

  it('of nobody is opened without a code where no demo runs', async () => {
    expect(await aBrowser().post('/api/demo/sign-in', { personId: 'operator' })).toMatchObject({
      status: 404,
      body: { code: 'demo.none' },
    });
  });
});

/** As the coordinator will do it. */
async function disable(id: string): Promise<void> {
  const seed = world.embedded.services.get('directory')?.app.get(DirectorySeed);
  await seed?.person({
    id,
    name: 'Tess de Vries',
    email: tess,
    disabled: true,
    roles: [{ role: 'teacher', schoolLocationId: 'school-brug' }],
  });
}
