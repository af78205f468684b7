import { SignJWT, jwtVerify, type CryptoKey, type JWTPayload } from 'jose';
import type { Actor, GrantedRole } from './actor.js';
import type { SigningKeys } from './signing-keys.js';

const lifetimeSeconds = 60;
const toleranceSeconds = 30;
const reusedForMs = 30_000;
const asService: readonly GrantedRole[] = [{ role: 'service', regionIds: [] }];

/**
 * Signs and checks the 60-second tokens that services accept and nothing else. The gateway speaks for people; every
 * other party only for itself. A token names the key it was signed with, of which the checking side may know two.
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
    const { roles, session: ofBrowser, only } = actor;
    const token = await new SignJWT({
      roles,
      ...(ofBrowser ? { session: ofBrowser } : {}),
      ...(only ? { only } : {}),
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: this.keys.kid })
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
        ({ kid = '' }, jws) => this.keyOf(issuerOf(jws.payload as string), kid),
        {
          audience: this.party,
          clockTolerance: toleranceSeconds,
          algorithms: ['EdDSA'],
          currentDate: new Date(this.now()),
        },
      );
      const sub = payload.sub ?? '';
      if (payload.iss !== 'gateway' && sub !== `service:${payload.iss}`) return undefined;
      const actor = payload.iss === 'gateway' ? actorOf(sub, payload) : { id: sub, roles: asService };
      this.forgetOld(this.checked);
      this.checked.set(token, { actor, until: ((payload.exp ?? 0) + toleranceSeconds) * 1000 });
      return actor;
    } catch {
      return undefined;
    }
  }

  private keyOf(issuer: string, kid: string): CryptoKey {
    const keys = Object.hasOwn(this.keys.publicKeys, issuer) ? this.keys.publicKeys[issuer] : undefined;
    const key = keys && Object.hasOwn(keys, kid) ? keys[kid] : undefined;
    if (!key) throw new Error('unknown key');
    return key;
  }

  private forgetOld(map: Map<string, { until: number }>): void {
    if (map.size < 5_000) return;
    for (const [key, { until }] of map) if (until <= this.now()) map.delete(key);
    if (map.size >= 5_000) map.clear();
  }
}

function actorOf(id: string, payload: JWTPayload): Actor {
  const { roles, session, only } = payload as Omit<Actor, 'id'>;
  return { id, roles, ...(session ? { session } : {}), ...(only ? { only } : {}) };
}

function issuerOf(payload: string): string {
  const { iss } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss?: unknown };
  return typeof iss === 'string' ? iss : '';
}
