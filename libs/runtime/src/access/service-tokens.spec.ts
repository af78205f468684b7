import { SignJWT, type CryptoKey } from 'jose';
import type { Actor } from './actor.js';
import { ServiceTokens } from './service-tokens.js';
import { generateSigningKeys, type SigningKeys } from './signing-keys.js';

const teacher: Actor = {
  id: 'tess',
  roles: [{ role: 'teacher', regionIds: ['r1'], schoolLocationId: 's1' }],
};
const asService = [{ role: 'service', regionIds: [] }];

describe('the tokens that services accept', () => {
  let keys: ReadonlyMap<string, SigningKeys>;
  let now: number;
  const party = (name: string) => new ServiceTokens(name, keys.get(name) as SigningKeys, () => now);
  const signedBy = (name: string, claims: Record<string, unknown>, key?: CryptoKey) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: (keys.get('gateway') as SigningKeys).kid })
      .setIssuer(name)
      .setAudience('offers')
      .setIssuedAt(now / 1000)
      .setExpirationTime(now / 1000 + 60)
      .sign(key ?? (keys.get(name) as SigningKeys).privateKey);
  beforeAll(async () => {
    keys = await generateSigningKeys(['gateway', 'matching', 'offers', 'requests']);
  });
  beforeEach(() => {
    now = Date.parse('2026-11-23T09:00:00Z');
  });

  it('let the gateway speak for a person', async () => {
    const token = await party('gateway').sign(teacher, 'offers');

    expect(await party('offers').check(token)).toEqual(teacher);
  });

  it('carry the session it came with, and what a token of the person is for', async () => {
    const session = { id: 's', stepUpUntil: 7 };
    const narrow = { ...teacher, session, only: ['requests.read'] };

    expect(await party('offers').check(await party('gateway').sign(narrow, 'offers'))).toEqual(narrow);
  });

  it('let a service speak for itself', async () => {
    const token = await party('matching').signAsService('offers');

    expect(await party('offers').check(token)).toEqual({ id: 'service:matching', roles: asService });
  });

  it('are good for one service only', async () => {
    const token = await party('gateway').sign(teacher, 'offers');

    expect(await party('requests').check(token)).toBeUndefined();
  });

  it('are good for 60 seconds and half a minute of other clocks', async () => {
    const token = await party('gateway').sign(teacher, 'offers');
    const offers = party('offers');

    now += 89_000;
    expect(await offers.check(token)).toEqual(teacher);
    now += 2_000;
    expect(await offers.check(token)).toBeUndefined();
    expect(await party('offers').check(token)).toBeUndefined();
  });

  it('do not let a service speak for a person or for another service', async () => {
    for (const id of ['tess', 'service:offers', 'service:requests', '']) {
      const token = await party('matching').sign({ ...teacher, id }, 'offers');
      expect(await party('offers').check(token)).toBeUndefined();
    }
  });

  it('give a service the role of a service, whatever its token says', async () => {
    const operator = { id: 'service:matching', roles: [{ role: 'operator' as const, regionIds: [] }] };
    const token = await party('matching').sign(operator, 'offers');

    expect((await party('offers').check(token))?.roles).toEqual(asService);
  });

  it('are refused when somebody else signed in that name', async () => {
    const { privateKey } = keys.get('matching') as SigningKeys;
    const forged = await signedBy('gateway', { sub: 'tess', roles: teacher.roles }, privateKey);

    expect(await party('offers').check(forged)).toBeUndefined();
  });

  it('are refused from an issuer nobody knows, also one named like a property of every object', async () => {
    const { privateKey } = keys.get('matching') as SigningKeys;
    for (const issuer of ['stranger', 'constructor', '__proto__']) {
      const token = await signedBy(issuer, { sub: `service:${issuer}` }, privateKey);
      expect(await party('offers').check(token)).toBeUndefined();
    }
  });

  it.each(['', 'nonsense', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJnYXRld2F5In0.'])(
    'are refused when they are no token: "%s"',
    async (token) => {
      expect(await party('offers').check(token)).toBeUndefined();
    },
  );

  it('are refused with a changed content', async () => {
    const [head, body, signature] = (await party('gateway').sign(teacher, 'offers')).split('.');
    const other = { ...JSON.parse(Buffer.from(body ?? '', 'base64url').toString()), sub: 'otto' };
    const changed = Buffer.from(JSON.stringify(other)).toString('base64url');

    expect(await party('offers').check([head, changed, signature].join('.'))).toBeUndefined();
  });

  it('are signed once for half a minute per session and service', async () => {
    const gateway = party('gateway');
    const first = await gateway.sign(teacher, 'offers');

    expect(await gateway.sign(teacher, 'offers')).toBe(first);
    expect(await gateway.sign(teacher, 'requests')).not.toBe(first);
    expect(await gateway.sign({ ...teacher, roles: [] }, 'offers', 'another session')).not.toBe(first);
    now += 30_000;
    expect(await gateway.sign(teacher, 'offers')).not.toBe(first);
  });

  it('remembers no more than some thousands of them', async () => {
    const gateway = party('gateway');
    const first = await gateway.sign(teacher, 'offers', 'session 0');
    for (let i = 1; i < 5_001; i++) await gateway.sign(teacher, 'offers', `session ${i}`);
    now += 1_000;

    expect(await gateway.sign(teacher, 'offers', 'session 0')).not.toBe(first);
  });
});
