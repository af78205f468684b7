import { Injectable } from '@nestjs/common';
import type { WayIn } from '#libs/contracts';
import { Aggregates, InjectAggregates } from '#libs/runtime';
import type { Person } from '../domain/person.js';
import { deviceOf } from '../domain/session.js';
import { refuse } from '../domain/sign-in.errors.js';
import { TakeUp } from '../invite-people/take-up.js';
import { people } from '../people.collection.js';
import { Sessions, type OpenedSession } from '../sessions/sessions.js';
import { SignInCodes } from './sign-in-codes.js';
import { SignInTrail } from './sign-in-trail.js';

/** What the gateway tells of the browser that signs in. */
export interface Browser {
  /** Hash of the cookie it got when it asked for a code. */
  readonly browser?: string;
  readonly userAgent?: string;
  /** Hash of the session it has until now. */
  readonly replaces?: string;
}

export interface SignedIn extends OpenedSession {
  readonly person: Pick<Person, 'id' | 'name' | 'language'>;
}

@Injectable()
export class SignIn {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly codes: SignInCodes,
    private readonly sessions: Sessions,
    private readonly waiting: TakeUp,
    private readonly trail: SignInTrail,
  ) {}

  /** @throws Refusal `sign-in.code-…`, `sign-in.too-many-tries`, `sign-in.disabled` */
  async withCode(code: string, email: string | undefined, browser: Browser): Promise<SignedIn> {
    const verdict = await this.codes.use(browser.browser, code, email);
    switch (verdict.is) {
      case 'right':
        return this.as(verdict.personId, 'code', browser);
      case 'wrong':
        if (verdict.meant) this.trail.refused(verdict.meant, { by: 'code', why: 'wrong' });
        throw refuse('sign-in.code-wrong');
      case 'too-many-tries':
        throw refuse('sign-in.too-many-tries');
      default:
        throw refuse(`sign-in.code-${verdict.is}`);
    }
  }

  /** For whoever was already recognised in another way. @throws Refusal `sign-in.disabled` */
  async as(personId: string, by: WayIn, { userAgent = '', replaces }: Browser): Promise<SignedIn> {
    const known = (await this.people.get(personId))?.state;
    if (known?.disabled) this.trail.refused(personId, { by, why: 'disabled' });
    if (!known || known.disabled) throw refuse('sign-in.disabled');
    const person = (await this.waiting.execute(personId)) ?? known;
    const { id, name, language } = person;
    await this.trail.signedIn(personId, by);
    const opened = await this.sessions.open(person, deviceOf(userAgent), replaces);
    return { ...opened, person: { id, name, language } };
  }
}
