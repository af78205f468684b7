import { Injectable } from '@nestjs/common';
import { PasskeyRemoved, event } from '#libs/contracts';
import { DocumentStore, StaleVersion } from '#libs/ports/document-store/port';
import { Aggregates, InjectAggregates, type Actor, type CommandCause } from '#libs/runtime';
import type { Person } from '../domain/person.js';
import { refuse as refusePerson } from '../domain/person.errors.js';
import { refuse } from '../domain/second-factor.errors.js';
import { Places, mayGive, reachesSome } from '../invite-people/places.js';
import { missing } from '../missing.js';
import { people } from '../people.collection.js';
import { Sessions } from '../sessions/sessions.js';
import { passkeys } from './passkeys.collection.js';
import { SecondFactor } from './second-factor.js';

/** For who lost every passkey: whoever answers for all of their roles lets them make a first one again. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly store: DocumentStore,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly factor: SecondFactor,
    private readonly sessions: Sessions,
    private readonly places: Places,
  ) {}

  /**
   * Their sessions end too: what was lost may be signed in. Told before it is done, so that a command that is cut off is
   * given again and nothing happens in silence.
   * @throws Refusal `aggregate.missing` outside the actor's scope, `second-factor.own`, `people.not-all-yours`
   */
  async execute(id: string, actor: Actor, cause: CommandCause): Promise<void> {
    const person = (await this.people.get(id))?.state;
    if (!person) throw missing();
    await this.mustBeTheirs(person, actor);
    await this.people.change(id, cause, (state) => ({
      state,
      events: [event(PasskeyRemoved, { passkeys: 0, reset: true })],
    }));
    await this.removeAll(id);
    for (const session of await this.sessions.ofPerson(id)) await this.sessions.end(id, session.id);
  }

  private async removeAll(id: string): Promise<void> {
    for (let left = await this.factor.ofPerson(id); left.length > 0; left = await this.factor.ofPerson(id)) {
      for (const passkey of left) {
        await this.store.remove(passkeys, passkey.id, passkey.ver).catch((error: unknown) => {
          // Used this very moment: then the next round finds it.
          if (!(error instanceof StaleVersion)) throw error;
        });
      }
    }
  }

  private async mustBeTheirs(person: Person, actor: Actor): Promise<void> {
    if (actor.id === person.id) throw refuse('second-factor.own');
    const reached = await this.places.ofPerson(person);
    if (!reachesSome(actor, 'people.reset-second-factor', [...reached.values()].flat())) throw missing();
    if (![...reached].every(([role, resources]) => mayGive(actor, role, resources)))
      throw refusePerson('people.not-all-yours');
  }
}
