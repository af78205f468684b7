import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { ServiceTokens } from './service-tokens.js';
import {
  SigningKeyMissing,
  TooManyKeys,
  generateSigningKeys,
  importSigningKeys,
  type PartyKeys,
} from './signing-keys.js';

const now = Date.parse('2026-11-23T09:00:00Z');

async function aKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid };
}

/** What every process was given, at one step of the change of the matching service's key. */
type Given = Readonly<Record<string, PartyKeys>>;

describe('the keys of service tokens', () => {
  let steps: Given[];
  const process = async (party: string, given: Given) =>
    new ServiceTokens(party, await importSigningKeys(party, given), () => now);
  const accepts = async (given: Given, token: string) =>
    (await (await process('offers', given)).check(token))?.id === 'service:matching';
  const signedIn = async (given: Given) => (await process('matching', given)).signAsService('offers');

  beforeAll(async () => {
    const [old, next, offers] = [await aKey('2026'), await aKey('2027'), await aKey('2026')];
    const of = (signs: string, ...keys: JWK[]): Given => ({
      matching: { signs, keys },
      offers: { signs: '2026', keys: [offers] },
    });
    steps = [of('2026', old), of('2026', old, next), of('2027', old, next), of('2027', next)];
  });

  it.each([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
    [2, 3],
    [3, 2],
    [3, 3],
  ])(
    'are changed step by step: what is signed at step %d is accepted at step %d',
    async (signing, checking) => {
      expect(await accepts(steps[checking] as Given, await signedIn(steps[signing] as Given))).toBe(true);
    },
  );

  it('that went sign nothing any more, and those to come nothing yet', async () => {
    expect(await accepts(steps[3] as Given, await signedIn(steps[1] as Given))).toBe(false);
    expect(await accepts(steps[0] as Given, await signedIn(steps[2] as Given))).toBe(false);
  });

  it('are known by name: the same name of another party is another key', async () => {
    const [given, matching] = [steps[0] as Given, await aKey('2026')];
    const stranger = { ...given, matching: { signs: '2026', keys: [matching] } };

    expect(await accepts(given, await signedIn(stranger))).toBe(false);
  });

  it.each(['constructor', '__proto__', 'unknown', ''])('are none under the name "%s"', async (kid) => {
    const fresh = (await generateSigningKeys(['matching', 'offers'])).get('matching');
    if (!fresh) throw new Error('no keys');
    const token = await new ServiceTokens('matching', { ...fresh, kid }, () => now).signAsService('offers');

    expect(await new ServiceTokens('offers', fresh, () => now).check(token)).toBeUndefined();
  });

  it('of others are public ones, the own one is not', async () => {
    const { matching, offers } = steps[0] as Record<string, PartyKeys>;
    const publicOnly = (keys: PartyKeys) => ({ ...keys, keys: keys.keys.map(({ d: _, ...jwk }) => jwk) });
    const given = { matching: matching as PartyKeys, offers: publicOnly(offers as PartyKeys) };

    expect((await importSigningKeys('matching', given)).kid).toBe('2026');
    await expect(importSigningKeys('offers', given)).rejects.toThrow(SigningKeyMissing);
  });

  it('are named when they are missing, nameless or too many', async () => {
    const [one, two, three] = [await aKey('1'), await aKey('2'), await aKey('3')];
    const { kid: _, ...nameless } = two;

    await expect(importSigningKeys('offers', {})).rejects.toThrow('no signing key for offers');
    const wrong = (keys: JWK[]) => importSigningKeys('offers', { offers: { signs: '1', keys } });
    await expect(wrong([one, nameless])).rejects.toThrow(SigningKeyMissing);
    await expect(wrong([one, two, three])).rejects.toThrow(TooManyKeys);
  });
});
