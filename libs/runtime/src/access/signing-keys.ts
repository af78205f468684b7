import { generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';

export interface SigningKeys {
  /** The id of the own key that signs now, named in each token. */
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** Of every party that may sign, by its name, its public keys by their ids: one, and two while keys are changed. */
  readonly publicKeys: Readonly<Record<string, Readonly<Record<string, CryptoKey>>>>;
}

/**
 * One party's keys as an installation with several processes keeps them: JSON Web Keys (OKP, Ed25519), each with its
 * `kid`. A party is given its own private parts, of the others the public ones.
 *
 * Changing a key takes three steps, and old and new processes understand each other during each of them: everybody gets
 * the new key beside the old one; the party signs with the new one; a minute and a half later the old one goes.
 */
export interface PartyKeys {
  /** The `kid` of the one that signs. */
  readonly signs: string;
  readonly keys: readonly JWK[];
}

export class SigningKeyMissing extends Error {
  override readonly name = 'SigningKeyMissing';
  constructor(party: string) {
    super(`There is no signing key for ${party}`);
  }
}

/** Of more than two keys nobody can say any more which is the old one. */
const mostKeys = 2;

export class TooManyKeys extends Error {
  override readonly name = 'TooManyKeys';
  constructor(party: string) {
    super(`There are more than ${mostKeys} keys for ${party}`);
  }
}

/** What this party signs and checks with. @throws SigningKeyMissing, TooManyKeys */
export async function importSigningKeys(
  party: string,
  parties: Readonly<Record<string, PartyKeys>>,
): Promise<SigningKeys> {
  const own = parties[party];
  const signs = own?.keys.find(({ kid }) => kid === own.signs);
  if (!own || !signs?.d) throw new SigningKeyMissing(party);
  const publicKeys = await Promise.all(
    Object.entries(parties).map(async ([name, { keys }]) => [name, await publicOf(name, keys)] as const),
  );
  return {
    kid: own.signs,
    privateKey: (await importJWK(signs, 'EdDSA')) as CryptoKey,
    publicKeys: Object.fromEntries(publicKeys),
  };
}

async function publicOf(party: string, keys: readonly JWK[]): Promise<Record<string, CryptoKey>> {
  if (keys.length > mostKeys) throw new TooManyKeys(party);
  const imported = keys.map(async ({ d: _, ...jwk }) => {
    if (!jwk.kid) throw new SigningKeyMissing(party);
    return [jwk.kid, (await importJWK(jwk, 'EdDSA')) as CryptoKey] as const;
  });
  return Object.fromEntries(await Promise.all(imported));
}

/** Fresh EdDSA keys for processes that live and die together. */
export async function generateSigningKeys(
  parties: readonly string[],
): Promise<ReadonlyMap<string, SigningKeys>> {
  const kid = 'fresh';
  const pairs = await Promise.all(
    parties.map(async (party) => [party, await generateKeyPair('EdDSA', { crv: 'Ed25519' })] as const),
  );
  const publicKeys = Object.fromEntries(pairs.map(([party, { publicKey }]) => [party, { [kid]: publicKey }]));
  return new Map(pairs.map(([party, { privateKey }]) => [party, { kid, privateKey, publicKeys }]));
}
