import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { Caller } from '../support/caller.js';
import { Browser, signedInAs } from '../support/browser.js';
import { aWorld, type World } from '../support/world.js';
import { ServiceTokens } from '#libs/runtime';

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('what services and the edge accept as proof of who asks', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const urlOf = (service: string) => world.embedded.services.get(service)?.url ?? '';
  const ask = async (service: string, token: string, headers: Record<string, string> = {}) =>
    (
      await fetch(`${urlOf(service)}/api/requests`, {
        headers: { authorization: `Bearer ${token}`, ...headers },
      })
    ).status;
  const operator = { roles: [{ role: 'operator', regionIds: [] }] };
  const claims = (changes: object = {}) => {
    const now = Math.floor(Date.now() / 1000);
    return {
      ...operator,
      iss: 'gateway',
      sub: 'operator',
      aud: 'requests',
      iat: now,
      exp: now + 60,
      ...changes,
    };
  };
  /** The tokens as `requests` makes and checks them. */
  const tokens = () =>
    world.embedded.services.get('requests')?.app.get(ServiceTokens, { strict: false }) as ServiceTokens;

  it('let a service in with its own token for the other, as a service', async () => {
    const asMatching = world.embedded.services
      .get('matching')
      ?.app.get(ServiceTokens, { strict: false }) as ServiceTokens;

    expect(await ask('requests', await asMatching.signAsService('requests'))).toBe(200);
  });

  it.each(['directory', 'requests', 'offers', 'matching', 'notifications', 'impact', 'audit'])(
    'refuse in %s a token for another service, and none',
    async (service) => {
      const other = service === 'requests' ? 'offers' : 'requests';
      const asMatching = world.embedded.services
        .get('matching')
        ?.app.get(ServiceTokens, { strict: false }) as ServiceTokens;
      const token = await asMatching.signAsService(other);
      const statusOf = async (headers: Record<string, string>) =>
        (await fetch(`${urlOf(service)}/api/parked`, { headers })).status;

      expect(await statusOf({ authorization: `Bearer ${token}` })).toBe(401);
      expect(await statusOf({})).toBe(401);
      expect(await statusOf({ authorization: `Bearer ${await asMatching.signAsService(service)}` })).toBe(
        200,
      );
    },
  );

  it.each<[string, () => string]>([
    ['without a signature', () => `${encoded({ alg: 'none' })}.${encoded(claims())}.`],
    ['without a signature, in other letters', () => `${encoded({ alg: 'nOnE' })}.${encoded(claims())}.`],
    [
      'signed with a word',
      () => {
        const text = `${encoded({ alg: 'HS256' })}.${encoded(claims())}`;
        return `${text}.${createHmac('sha256', 'gateway').update(text).digest('base64url')}`;
      },
    ],
    [
      'signed with a key it brings itself',
      () => {
        const { privateKey, publicKey } = generateKeyPairSync('ed25519');
        const jwk = publicKey.export({ format: 'jwk' });
        const text = `${encoded({ alg: 'EdDSA', jwk, kid: '../../dev/null', jku: 'http://evil.test' })}.${encoded(claims())}`;
        return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
      },
    ],
    [
      'of an unknown issuer',
      () => `${encoded({ alg: 'EdDSA' })}.${encoded(claims({ iss: '__proto__' }))}.AAAA`,
    ],
    ['of 5,000 dots', () => '.'.repeat(5_000)],
    ['of the visitor’s own making', () => 'operator'],
  ])('refuse a token %s, in the service and at the edge', async (_what, forge) => {
    const token = forge();

    expect(await ask('requests', token)).toBe(401);
    expect((await new Caller(world.embedded.url, token).get('/api/requests')).status).toBe(401);
  });

  it('refuse a service that speaks for a person', async () => {
    const asOffers = world.embedded.services
      .get('offers')
      ?.app.get(ServiceTokens, { strict: false }) as ServiceTokens;
    const token = await asOffers.sign(
      { id: 'operator', roles: [{ role: 'operator', regionIds: [] }] },
      'requests',
    );

    expect(await tokens().check(token)).toBeUndefined();
    expect(await ask('requests', token)).toBe(401);
  });

  it.each([
    'x-user-id',
    'x-actor',
    'x-roles',
    'x-forwarded-user',
    'x-authenticated-user',
    'x-correlation-id',
  ])('take no word from a header such as %s', async (name) => {
    expect((await world.visitor.send('GET', '/api/requests', undefined, { [name]: 'operator' })).status).toBe(
      401,
    );
    expect((await world.partner.send('GET', '/api/requests', undefined, { [name]: 'operator' })).status).toBe(
      403,
    );
  });

  it('keep what is between services from everybody outside', async () => {
    const paths = [
      '/internal/people/teacher/export',
      '/api/internal/people/teacher/export',
      '/api/../internal/ready',
      '/internal/tokens/x',
      '/api/%2e%2e/internal/people/teacher/export',
    ];
    for (const path of paths) {
      const { status, body } = await world.operator.get(path);
      expect([path, status === 200 && typeof body === 'object']).toEqual([path, false]);
    }
  });

  it('take a cookie with one bit changed for nobody’s', async () => {
    const browser = await signedInAs(world, 'teacher@leerbrug.test');
    expect((await browser.get('/api/me')).status).toBe(200);

    const cookie = browser.cookies.get('leerbrug') ?? '';
    const changed = new Browser(world.embedded.url);
    changed.cookies.set('leerbrug', `${cookie[0] === 'A' ? 'B' : 'A'}${cookie.slice(1)}`);

    expect((await changed.get('/api/me')).status).toBe(401);
  });

  it.each([
    ['a null origin', { origin: 'null' }],
    ['a cross-site form', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling subdomain', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'http://evil.test' }],
  ])('let nothing be changed by %s', async (_what, headers) => {
    const signedIn = await signedInAs(world, 'colleague@leerbrug.test');
    const elsewhere = new Browser(world.embedded.url, headers);
    for (const [name, value] of signedIn.cookies) elsewhere.cookies.set(name, value);

    const { status, body } = await elsewhere.delete('/api/me/sessions/current');

    expect([status, body.code]).toEqual([403, 'access.cross-site']);
    expect((await signedIn.get('/api/me')).status).toBe(200);
  });
});

describe('the mailbox of an installation that is no demo', () => {
  it('is for operators alone: codes to sign in with stand in it', async () => {
    const world = await aWorld({ mailboxFor: 'operators' });
    await new Browser(world.embedded.url).post('/api/sign-in/codes', { email: 'teacher@leerbrug.test' });

    for (const other of [world.visitor, world.teacher, world.coordinator])
      expect((await other.get('/api/demo/mailbox')).status).toBe(404);
    expect((await world.operator.get('/api/demo/mailbox')).status).toBe(200);
    await world.close();
  });
});
