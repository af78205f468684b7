import { Injectable } from '@nestjs/common';
import { PasskeyAdded, PasskeyRemoved, event } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { AlreadyTaken, DocumentStore } from '#libs/ports/document-store/port';
import { Aggregates, InjectAggregates, refuseAccess, type CommandCause } from '#libs/runtime';
import type { Person } from '../domain/person.js';
import { refuse } from '../domain/second-factor.errors.js';
import { steppedUp } from '../domain/session.js';
import { people } from '../people.collection.js';
import { putDocument } from '../put-document.js';
import type { StoredSession } from '../sessions/sessions.collection.js';
import { Sessions, type OpenedSession } from '../sessions/sessions.js';
import { Ceremony } from './ceremony.js';
import { passkeys, type Passkey } from './passkeys.collection.js';

export interface SteppedUp extends OpenedSession {
  /** Epoch ms */
  readonly stepUpUntil: number;
}

const mostPasskeys = 20;
const challengeMs = 5 * 60_000;

/** Passkeys of people, and confirming with one that it is still them. A session is named by its hash. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly store: DocumentStore,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly sessions: Sessions,
    private readonly ceremony: Ceremony,
    private readonly clock: Clock,
  ) {}

  async ofPerson(personId: string): Promise<readonly Passkey[]> {
    const query = { equals: personId, limit: mostPasskeys };
    return (await this.store.find(passkeys, 'byPerson', query)).items;
  }

  /** The first is made freely, which also confirms; another one by whoever confirmed a moment ago. */
  async optionsToMake(hash: string) {
    const { session, known } = await this.mayMake(hash);
    const person = await this.people.get(session.personId);
    if (!person) throw refuseAccess('access.session-needed');
    const options = await this.ceremony.toMake(person.state, known);
    await this.challenge(session, options.challenge);
    return options;
  }

  /** @throws Refusal `second-factor.refused`, `access.step-up-needed` */
  async make(hash: string, response: object, label: string): Promise<SteppedUp> {
    const { session, known } = await this.mayMake(hash);
    const made = await this.ceremony.made(response, this.challengeOf(session));
    if (await this.store.get(passkeys, made.id)) throw refuse('second-factor.refused');
    const confirmed = await this.confirm(session);
    const { personId } = session;
    // Told first: who is told of one that then is not there looks in vain, the other way round nobody looks.
    await this.tell(personId, event(PasskeyAdded, { passkeys: known.length + 1 }));
    const createdAt = this.clock.wall();
    const passkey: Passkey = {
      ...made,
      personId,
      label,
      createdAt,
      lastUsedAt: null,
      ver: 1,
      nextAt: null,
      unsent: null,
    };
    await this.store.insert(passkeys, passkey).catch((error: unknown) => {
      throw error instanceof AlreadyTaken ? refuse('second-factor.refused') : error;
    });
    return confirmed;
  }

  /** @throws Refusal `second-factor.none` */
  async optionsToConfirm(hash: string) {
    const session = await this.session(hash);
    const known = await this.ofPerson(session.personId);
    if (known.length === 0) throw refuse('second-factor.none');
    const options = await this.ceremony.toConfirm(known);
    await this.challenge(session, options.challenge);
    return options;
  }

  /** @throws Refusal `second-factor.refused` */
  async confirmWith(hash: string, response: { readonly id?: unknown }): Promise<SteppedUp> {
    const session = await this.session(hash);
    const passkey = (await this.ofPerson(session.personId)).find(({ id }) => id === response.id);
    if (!passkey) throw refuse('second-factor.refused');
    const counter = await this.ceremony.confirmed(response, this.challengeOf(session), passkey);
    const confirmed = await this.confirm(session);
    const lastUsedAt = this.clock.wall();
    await putDocument(this.store, passkeys, passkey.id, (kept) =>
      kept ? { ...kept, counter, lastUsedAt } : null,
    );
    return confirmed;
  }

  /** False when this person has no such passkey. @throws Refusal `access.step-up-needed` */
  async remove(personId: string, id: string, stepUpUntil = 0): Promise<boolean> {
    if (stepUpUntil <= this.clock.wall()) throw refuseAccess('access.step-up-needed');
    const known = await this.ofPerson(personId);
    const passkey = known.find((each) => each.id === id);
    if (!passkey) return false;
    await this.tell(personId, event(PasskeyRemoved, { passkeys: known.length - 1, reset: false }));
    await this.store.remove(passkeys, id, passkey.ver);
    return true;
  }

  private async tell(personId: string, what: object): Promise<void> {
    await this.people.change(personId, causeOf(personId), (state) => ({ state, events: [what] }));
  }

  private async mayMake(hash: string) {
    const session = await this.session(hash);
    const known = await this.ofPerson(session.personId);
    if (known.length > 0 && (session.stepUpUntil ?? 0) <= this.clock.wall())
      throw refuseAccess('access.step-up-needed');
    return { session, known };
  }

  private async session(hash: string): Promise<StoredSession> {
    const session = await this.sessions.use(hash);
    if (!session) throw refuseAccess('access.session-needed');
    return session;
  }

  private async challenge({ id }: StoredSession, text: string): Promise<void> {
    await this.sessions.change(id, { challenge: { text, until: this.clock.wall() + challengeMs } });
  }

  private challengeOf({ challenge }: StoredSession): string {
    if (!challenge || challenge.until <= this.clock.wall()) throw refuse('second-factor.refused');
    return challenge.text;
  }

  /** Under a new secret, so that of two who bring the same answer one is too late. */
  private async confirm(session: StoredSession): Promise<SteppedUp> {
    const changed = steppedUp(this.clock.wall());
    const renewed = await this.sessions.renew(session, { ...changed, challenge: undefined });
    if (!renewed) throw refuse('second-factor.refused');
    return { ...renewed, stepUpUntil: changed.stepUpUntil };
  }
}

const causeOf = (actor: string): CommandCause => ({
  kind: 'command',
  actor,
  key: null,
  bodyHash: '',
  correlationId: 'passkeys',
  causationId: null,
});
