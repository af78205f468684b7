import { DirectorySeed } from '#libs/services/directory';
import { Authenticator } from '../support/authenticator.js';
import { Browser, signedInAs } from '../support/browser.js';
import { until } from '../support/until.js';
import { aWorld, type World } from '../support/world.js';

const coen = 'coordinator@leerbrug.test';
const minute = 60_000;
const exported = '/api/exports/activities?region=region-ijssel&from=2026-11-01&to=2026-11-30';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const aPhone = () => new Authenticator(world.embedded.url);

async function make(browser: Browser, phone: Authenticator) {
  const { body } = await browser.post('/api/me/passkeys/options');
  return browser.post('/api/me/passkeys', { response: phone.create(body.options), label: 'Telefoon' });
}

async function confirm(browser: Browser, phone: Authenticator) {
  const { body } = await browser.post('/api/me/step-up/options');
  return browser.post('/api/me/step-up', { response: phone.get(body.options) });
}

describe('the second factor', () => {
  it('is asked of coordinators before an export, and the first passkey is made there and then', async () => {
    const browser = await signedInAs(world, coen);

    const refused = await browser.get(exported);
    expect(refused).toMatchObject({ status: 403, body: { code: 'access.step-up-needed' } });
    expect((await browser.post('/api/me/step-up/options')).body.code).toBe('second-factor.none');
    expect((await make(browser, aPhone())).status).toBe(201);

    expect((await browser.get(exported)).status).toBe(200);
    expect((await browser.get('/api/me/passkeys')).body.items).toMatchObject([
      { label: 'Telefoon', lastUsedAt: null },
    ]);
    expect((await browser.get('/api/me')).body.steppedUpUntil).toBeDefined();
  });

  it('is asked again after a quarter of an hour, and by every session for itself', async () => {
    const browser = await signedInAs(world, coen);
    const phone = aPhone();
    await make(browser, phone);
    const other = await signedInAs(world, coen);

    expect((await other.get(exported)).status).toBe(403);
    world.clock.advance(15 * minute);
    expect((await browser.get(exported)).status).toBe(403);
    expect((await confirm(browser, phone)).status).toBe(200);
    expect((await browser.get(exported)).status).toBe(200);
  });

  it('gives the session another cookie, and the one before is over', async () => {
    const browser = await signedInAs(world, coen);
    const before = new Map(browser.cookies);

    await make(browser, aPhone());

    expect(browser.cookies.get('leerbrug')).not.toBe(before.get('leerbrug'));
    expect((await browser.get('/api/me/sessions')).body.items).toHaveLength(1);
    const thief = new Browser(world.embedded.url);
    for (const [name, value] of before) thief.cookies.set(name, value);
    expect((await thief.get('/api/me')).status).toBe(401);
  });

  it('is not asked of programs, and not of who never decides for others', async () => {
    expect((await world.coordinator.get(exported)).status).toBe(200);
    expect(await world.coordinator.post('/api/me/passkeys/options')).toMatchObject({
      status: 403,
      body: { code: 'access.session-needed' },
    });
    expect((await world.visitor.post('/api/me/step-up/options')).status).toBe(401);
  });

  it('lets nobody add or remove a passkey who did not confirm', async () => {
    const browser = await signedInAs(world, coen);
    const phone = aPhone();
    await make(browser, phone);
    const [{ id }] = (await browser.get('/api/me/passkeys')).body.items;
    const thief = await signedInAs(world, coen);

    expect((await thief.post('/api/me/passkeys/options')).body.code).toBe('access.step-up-needed');
    expect((await thief.delete(`/api/me/passkeys/${id}`)).body.code).toBe('access.step-up-needed');
    expect((await browser.delete('/api/me/passkeys/none')).status).toBe(404);
    expect((await browser.delete(`/api/me/passkeys/${id}`)).status).toBe(200);
  });

  it('takes no answer twice, of another person, for another page, or without the person verified', async () => {
    const browser = await signedInAs(world, coen);
    const phone = aPhone();
    await make(browser, phone);
    const refused = { status: 400, body: { code: 'second-factor.refused' } };

    const { body } = await browser.post('/api/me/step-up/options');
    const response = phone.get(body.options);
    expect((await browser.post('/api/me/step-up', { response })).status).toBe(200);
    expect(await browser.post('/api/me/step-up', { response })).toMatchObject(refused);

    expect(await confirm(browser, aPhone())).toMatchObject(refused);
    const operator = await signedInAs(world, 'operator@leerbrug.test');
    expect(await make(operator, new Authenticator('https://elsewhere.example'))).toMatchObject(refused);
    expect(await make(operator, new Authenticator(world.embedded.url, 0x01))).toMatchObject(refused);
    await make(operator, aPhone());
    const { body: theirs } = await operator.post('/api/me/step-up/options');
    expect(await operator.post('/api/me/step-up', { response: phone.get(theirs.options) })).toMatchObject(
      refused,
    );
  });

  it('takes an answer for five minutes only', async () => {
    const browser = await signedInAs(world, coen);
    const { body } = await browser.post('/api/me/passkeys/options');

    world.clock.advance(5 * minute);

    const late = await browser.post('/api/me/passkeys', { response: aPhone().create(body.options) });
    expect(late).toMatchObject({ status: 400, body: { code: 'second-factor.refused' } });
  });

  it.each([
    [{}],
    [{ response: 'text' }],
    [{ response: { id: { $ne: null } } }],
    [{ response: { id: 'a', response: {} }, role: 'operator' }],
  ])('refuses %j for an answer', async (sent) => {
    const browser = await signedInAs(world, coen);
    await make(browser, aPhone());

    const answers = [
      await browser.post('/api/me/step-up', sent),
      await browser.post('/api/me/passkeys', sent),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });
});

describe('who has lost a passkey', () => {
  /** What the trail says of that person's passkeys, oldest first. */
  const trailOf = (person: string, count: number) =>
    until(async () => {
      const { body } = await world.operator.get(`/api/audit?object=${person}&limit=100`);
      const told = (body.items as { action: string; actor: string }[])
        .filter(({ action }) => action.includes('passkey'))
        .map(({ action, actor }) => `${action} by ${actor}`)
        .reverse();
      return told.length >= count ? told : undefined;
    }, 'the trail');

  it('is told of each that comes and goes, as an event without its name', async () => {
    const heard: string[] = [];
    await world.embedded.ports.bus.follow(['directory'], async ({ value }) => {
      if (value) heard.push(Buffer.from(value).toString());
    });
    const browser = await signedInAs(world, coen);
    await make(browser, aPhone());
    await make(browser, aPhone());
    const [{ id }] = (await browser.get('/api/me/passkeys')).body.items;
    await browser.delete(`/api/me/passkeys/${id}`);

    const passkeys = await until(async () => {
      const told = heard.map((text) => JSON.parse(text)).filter(({ type }) => type.includes('passkey'));
      return told.length === 3 ? told : undefined;
    }, 'three events');
    expect(passkeys.map(({ type, key, data }) => [type, key, data])).toEqual([
      ['directory.passkey-added', 'coordinator', { passkeys: 1 }],
      ['directory.passkey-added', 'coordinator', { passkeys: 2 }],
      ['directory.passkey-removed', 'coordinator', { passkeys: 1, reset: false }],
    ]);
    expect(heard.join()).not.toMatch(/Telefoon/);
  });

  it('begins anew when an operator took all of them away, and is out everywhere', async () => {
    const browser = await signedInAs(world, coen);
    await make(browser, aPhone());
    await make(browser, aPhone());

    const reset = '/api/people/coordinator/reset-second-factor';
    expect(await world.operator.post(reset)).toMatchObject({ status: 200, body: { id: 'coordinator' } });

    await until(async () => (await browser.get('/api/me')).status === 401 || undefined, 'the session to end');
    const again = await signedInAs(world, coen);
    expect((await again.get('/api/me/passkeys')).body.items).toEqual([]);
    expect((await make(again, aPhone())).status).toBe(201);
    const told = await trailOf('coordinator', 4);
    expect(told.slice(2)).toEqual([
      'directory.passkey-removed by operator',
      'directory.passkey-added by coordinator',
    ]);
  });

  it.each([
    ['oneself', 'coordinator', 'coordinator', [403, 'second-factor.own']],
    ['the coordinator, of a teacher', 'coordinator', 'teacher', [200, undefined]],
    ['the coordinator, of an operator', 'coordinator', 'operator', [404, 'aggregate.missing']],
    ['the coordinator, of somebody elsewhere', 'coordinator', 'stranger', [404, 'aggregate.missing']],
    ['the coordinator, of nobody', 'coordinator', 'nobody', [404, 'aggregate.missing']],
    ['a school admin, of a teacher', 'admin', 'teacher', [403, 'access.not-allowed']],
    ['an operator, of a coordinator', 'operator', 'coordinator', [200, undefined]],
  ] as const)('is helped by who answers for them: %s', async (_what, who, whose, answer) => {
    const { status, body } = await world[who].post(`/api/people/${whose}/reset-second-factor`);

    expect([status, body.code]).toEqual(answer);
  });

  it('is not helped by a coordinator who is theirs in one place only, nor without a second factor', async () => {
    const seed = world.embedded.services.get('directory')?.app.get(DirectorySeed) as DirectorySeed;
    await seed.person({
      id: 'both',
      name: 'Bo',
      email: 'both@leerbrug.test',
      roles: [{ role: 'teacher', schoolLocationId: 'school-brug' }, { role: 'operator' }],
    });
    const reset = '/api/people/both/reset-second-factor';

    expect(await world.coordinator.post(reset)).toMatchObject({
      status: 403,
      body: { code: 'people.not-all-yours' },
    });
    const browser = await signedInAs(world, coen);
    expect((await browser.post(reset)).body.code).toBe('access.step-up-needed');
  });
});
