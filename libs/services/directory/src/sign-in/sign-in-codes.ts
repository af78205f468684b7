import { createHmac, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { DocumentStore } from '#libs/ports/document-store/port';
import { tryCode, withCode, type TypedCode, type Verdict } from '../domain/sign-in-code.js';
import { putDocument, removePast } from '../put-document.js';
import { SignInSettings } from '../sign-in-settings.js';
import { askedCodes, signInCodes } from './sign-in-codes.collection.js';

/** Nothing that reads like something else: 32 signs, so eight of them are 40 bits. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 8;
const minute = 60_000;
const hour = 60 * minute;
export const codeMinutes = 10;

/** Codes that stand for a person until they are typed, of which only HMACs are kept. */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly store: DocumentStore,
    private readonly settings: SignInSettings,
    private readonly clock: Clock,
  ) {}

  /** A code that only this browser can use, in plain text. `personId` null makes one that lets nobody in. */
  async forBrowser(browser: string, email: string, personId: string | null): Promise<string> {
    return this.make(browser, { email, personId, minutes: codeMinutes });
  }

  /** A code that any browser can bring, once: for somebody who has no way in yet. */
  async forAnyBrowser(email: string, personId: string, minutes: number): Promise<string> {
    return this.make(undefined, { email, personId, minutes });
  }

  /** Takes a typed code, once. Several at the same time are counted one after the other. */
  async use(browser: string | undefined, code: string, email?: string): Promise<Verdict> {
    const typed: TypedCode = {
      hmac: this.hmac(`code ${readable(code)}`),
      ...(email ? { address: this.address(email) } : {}),
    };
    const own = browser ? await this.useOf(browser, typed) : undefined;
    if (own && own.is !== 'wrong') return own;
    return (await this.useOf(anybody(typed.hmac), typed)) ?? own ?? { is: 'wrong', meant: null };
  }

  /** Counts one asking under that key; false when there were as many within the hour. */
  async mayAsk(key: string, most: number): Promise<boolean> {
    const now = this.clock.wall();
    let allowed = false;
    await putDocument(this.store, askedCodes, this.hmac(`asked ${key}`), (kept) => {
      const current = kept?.nextAt && kept.nextAt > now ? kept : { times: 0, nextAt: now + hour };
      allowed = current.times < most;
      return allowed ? { times: current.times + 1, nextAt: current.nextAt } : null;
    });
    return allowed;
  }

  private async make(
    browser: string | undefined,
    sent: { email: string; personId: string | null; minutes: number },
  ): Promise<string> {
    const now = this.clock.wall();
    await removePast(this.store, signInCodes, now);
    await removePast(this.store, askedCodes, now);
    const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
    const hmac = this.hmac(`code ${code}`);
    const expiresAt = now + sent.minutes * minute;
    const made = {
      hmac,
      address: this.address(sent.email),
      personId: sent.personId,
      expiresAt,
      tries: 0,
      usedAt: null,
    };
    // Kept a while longer than it counts, so that who is late hears that it is too late.
    await putDocument(this.store, signInCodes, browser ?? anybody(hmac), (kept) => ({
      codes: withCode(kept?.codes ?? [], made),
      nextAt: expiresAt + hour,
    }));
    return code;
  }

  private async useOf(id: string, typed: TypedCode): Promise<Verdict | undefined> {
    let verdict: Verdict | undefined;
    await putDocument(this.store, signInCodes, id, (kept) => {
      if (!kept) return null;
      const tried = tryCode(kept.codes, typed, this.clock.wall());
      verdict = tried.verdict;
      return tried.codes === kept.codes ? null : { codes: tried.codes, nextAt: kept.nextAt };
    });
    return verdict;
  }

  private address(email: string): string {
    return this.hmac(`address ${email.toLowerCase()}`);
  }

  private hmac(text: string): string {
    return createHmac('sha256', this.settings.secret).update(text).digest('base64url');
  }
}

const anybody = (hmac: string) => `code:${hmac}`;

/** As people type it: in any case, with spaces or a dash. */
function readable(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '');
}
