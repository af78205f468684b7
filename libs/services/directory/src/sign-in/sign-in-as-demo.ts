import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates } from '#libs/runtime';
import type { Person } from '../domain/person.js';
import { refuse } from '../domain/sign-in.errors.js';
import { people } from '../people.collection.js';
import { Sessions } from '../sessions/sessions.js';
import { SignIn, type Browser, type SignedIn } from './sign-in.js';

/** `.test` is reserved (RFC 2606): nobody's real address ends so. */
const madeUp = /\.test$/i;

@Injectable()
export class SignInAsDemo {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
  ) {}

  /** Without a code, as somebody who does not exist, and as if the second factor stayed fresh. @throws Refusal `sign-in.disabled` */
  async execute(personId: string, browser: Browser): Promise<SignedIn> {
    const person = (await this.people.get(personId))?.state;
    if (!person || !madeUp.test(person.email)) throw refuse('sign-in.disabled');
    const signedIn = await this.signIn.as(personId, 'demo', browser);
    await this.sessions.change(signedIn.id, { stepUpUntil: signedIn.until });
    return signedIn;
  }
}
