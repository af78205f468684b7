import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { AlreadyTaken, DocumentStore, StaleVersion } from '#libs/ports/document-store/port';
import { sha256 } from '#libs/runtime';
import { refuse } from '../domain/oidc.errors.js';
import { removePast } from '../put-document.js';
import { AskCode } from '../sign-in/ask-code.js';
import { SignIn, type Browser, type SignedIn } from '../sign-in/sign-in.js';
import { Issuer, type Brought, type Claims } from './issuer.js';
import { identities, oidcStarts, type OidcStart } from './oidc.collections.js';

const patienceMs = 10 * 60_000;
const mostIdentities = 20;

@Injectable()
export class SignInByIssuer {
  constructor(
    private readonly store: DocumentStore,
    private readonly issuer: Issuer,
    private readonly askCode: AskCode,
    private readonly signIn: SignIn,
    private readonly clock: Clock,
  ) {}

  /** Where this browser is to go. @throws Refusal `oidc.off`; Unavailable */
  async start(browser: string): Promise<string> {
    const now = this.clock.wall();
    await removePast(this.store, oidcStarts, now);
    const { redirect, state, verifier, nonce } = await this.issuer.start();
    const start: OidcStart = {
      id: sha256(state),
      ver: 1,
      nextAt: now + patienceMs,
      unsent: null,
      browser,
      verifier,
      nonce,
    };
    await this.store.insert(oidcStarts, start);
    return redirect;
  }

  /** @throws Refusal `oidc.failed`, `oidc.nobody`, `sign-in.disabled`; Unavailable */
  async finish(brought: Brought, browser: Browser): Promise<SignedIn> {
    const { verifier, nonce } = await this.take(brought.state, browser.browser);
    const claims = await this.issuer.finish(brought, { verifier, nonce, state: brought.state });
    return this.signIn.as(await this.personOf(claims), 'issuer', browser);
  }

  /** What was noted at the start, once. */
  private async take(state: string, browser: string | undefined): Promise<OidcStart> {
    const start = await this.store.get(oidcStarts, sha256(state));
    if (!start || start.browser !== browser || (start.nextAt ?? 0) <= this.clock.wall())
      throw refuse('oidc.failed');
    await this.store.remove(oidcStarts, start.id, start.ver).catch((error: unknown) => {
      throw error instanceof StaleVersion ? refuse('oidc.failed') : error;
    });
    return start;
  }

  /** The subject's own person; the first time by a confirmed address, of somebody whom no other subject of it is. */
  private async personOf({ issuer, subject, email }: Claims): Promise<string> {
    const id = sha256(`${issuer} ${subject}`);
    const known = await this.store.get(identities, id);
    if (known) return known.personId;
    const person = email && (await this.askCode.personWith(email.toLowerCase()));
    if (!person) throw refuse('oidc.nobody');
    const query = { equals: person.id, limit: mostIdentities };
    const { items } = await this.store.find(identities, 'byPerson', query);
    if (items.some((identity) => identity.issuer === issuer)) throw refuse('oidc.nobody');
    const identity = { id, ver: 1, nextAt: null, unsent: null, issuer, personId: person.id };
    await this.store.insert(identities, identity).catch((error: unknown) => {
      if (!(error instanceof AlreadyTaken)) throw error;
    });
    return person.id;
  }
}
