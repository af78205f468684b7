import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PersonSignedIn, SignInRefused, event, type WayIn } from '#libs/contracts';
import { Aggregates, InjectAggregates, type CommandCause } from '#libs/runtime';
import type { Person } from '../domain/person.js';
import { people } from '../people.collection.js';

type Refused = Pick<SignInRefused, 'by' | 'why'>;

/** Tells who signed in, and of whom it was tried: as events, from which the trail is made. */
@Injectable()
export class SignInTrail implements OnModuleDestroy {
  private readonly log = new Logger(SignInTrail.name);
  private readonly telling = new Set<Promise<void>>();

  constructor(@InjectAggregates(people) private readonly people: Aggregates<Person>) {}

  async signedIn(personId: string, by: WayIn): Promise<void> {
    await this.tell(personId, event(PersonSignedIn, { by }), personId);
  }

  /** Afterwards, so that an answer takes no longer for an address that somebody has. */
  refused(personId: string, what: Refused): void {
    const told = this.tell(personId, event(SignInRefused, what), 'visitor')
      .catch((error: unknown) => this.log.warn(`A refused sign-in was not told: ${(error as Error).name}`))
      .finally(() => this.telling.delete(told));
    this.telling.add(told);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.telling);
  }

  private async tell(personId: string, what: object, actor: string): Promise<void> {
    await this.people.change(personId, causeOf(actor), (state) => ({ state, events: [what] }));
  }
}

const causeOf = (actor: string): CommandCause => ({
  kind: 'command',
  actor,
  key: null,
  bodyHash: '',
  correlationId: 'sign-in',
  causationId: null,
});
