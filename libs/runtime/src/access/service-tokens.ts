import { SignJWT, generateKeyPair, jwtVerify, type CryptoKey } from 'jose';
import type { Actor, ActorSession, GrantedRole } from './actor.js';

const lifetimeSeconds = 60;
const toleranceSeconds = 30;
const reusedForMs = 30_000;
const asService: readonly GrantedRole[] = [{ role: 'service', regionIds: [] }];

export interface SigningKeys {
  readonly privateKey: CryptoKey;
  /** The public key of every party that may sign, by its name. */
  readonly publicKeys: Readonly<Record<string, CryptoKey>>;
}

export class SigningKeyMissing extends Error {
  override readonly name = 'SigningKeyMissing';
  constructor(party: string) {
    super(`There is no signing key for ${party}`);
  }
}

/** Fresh EdDSA keys for processes that live and die together. */
export async function generateSigningKeys(
  parties: readonly string[],
): Promise<ReadonlyMap<string, SigningKeys>> {
  const pairs = await Promise.all(
    parties.map(async (party) => [party, await generateKeyPair('EdDSA', { crv: 'Ed25519' })] as const),
  );
  const publicKeys = Object.fromEntries(pairs.map(([party, { publicKey }]) => [party, publicKey]));
  return new Map(pairs.map(([party, { privateKey }]) => [party, { privateKey, publicKeys }]));
}

/**
 * Signs and checks the 60-second tokens that services accept and nothing else. The gateway speaks for people; every
 * other party only for itself.
 */
export class ServiceTokens {
  private readonly signed = new Map<string, { token: string; until: number }>();
  private readonly checked = new Map<string, { actor: Actor; until: number }>();

  constructor(
    private readonly party: string,
    private readonly keys: SigningKeys,
    /** Wall clock in epoch ms: tokens do not follow the demo's clock. */
    private readonly now: () => number,
  ) {}

  /** A token for `actor` that only `audience` accepts. The same one is given for 30 s. */
  async sign(actor: Actor, audience: string, session = actor.id): Promise<string> {
    const slot = `${session} ${audience}`;
    const known = this.signed.get(slot);
    if (known && known.until > this.now()) return known.token;
    const issuedAt = Math.floor(this.now() / 1000);
    const { roles, session: ofBrowser } = actor;
    const token = await new SignJWT({ roles, ...(ofBrowser ? { session: ofBrowser } : {}) })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(this.party)
      .setSubject(actor.id)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(this.keys.privateKey);
    this.forgetOld(this.signed);
    this.signed.set(slot, { token, until: this.now() + reusedForMs });
    return token;
  }

  signAsService(audience: string): Promise<string> {
    return this.sign({ id: `service:${this.party}`, roles: asService }, audience);
  }

  /** The actor, or undefined for a token that is not good here and now. */
  async check(token: string): Promise<Actor | undefined> {
    const known = this.checked.get(token);
    if (known && known.until > this.now()) return known.actor;
    try {
      const { payload } = await jwtVerify(
        token,
        (_header, jws) => {
          const issuer =
            (JSON.parse(Buffer.from(jws.payload as string, 'base64url').toString()) as { iss?: string })
              .iss ?? '';
          const key = Object.hasOwn(this.keys.publicKeys, issuer) ? this.keys.publicKeys[issuer] : undefined;
          if (!key) throw new Error('unknown issuer');
          return key;
        },
        {
          audience: this.party,
          clockTolerance: toleranceSeconds,
          algorithms: ['EdDSA'],
          currentDate: new Date(this.now()),
        },
      );
      const sub = payload.sub ?? '';
      if (payload.iss !== 'gateway' && sub !== `service:${payload.iss}`) return undefined;
      const roles = payload.iss === 'gateway' ? (payload.roles as GrantedRole[]) : asService;
      const session =
        payload.iss === 'gateway' ? (payload['session'] as ActorSession | undefined) : undefined;
      const actor: Actor = { id: sub, roles, ...(session ? { session } : {}) };
      this.forgetOld(this.checked);
      this.checked.set(token, { actor, until: ((payload.exp ?? 0) + toleranceSeconds) * 1000 });
      return actor;
    } catch {
      return undefined;
    }
  }

  private forgetOld(map: Map<string, { until: number }>): void {
    if (map.size < 5_000) return;
    for (const [key, { until }] of map) if (until <= this.now()) map.delete(key);
    if (map.size >= 5_000) map.clear();
  }
}
