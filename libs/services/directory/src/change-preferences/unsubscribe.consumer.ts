import { Controller } from '@nestjs/common';
import { Unsubscribed } from '#libs/contracts';
import { Aggregates, InjectAggregates, OnEvent, type EventCause } from '#libs/runtime';
import { changePreferences } from '../domain/change-preferences.js';
import type { Person } from '../domain/person.js';
import { people } from '../people.collection.js';

@Controller()
export class UnsubscribeConsumer {
  constructor(@InjectAggregates(people) private readonly people: Aggregates<Person>) {}

  /** From a mail, without signing in. Who was erased meanwhile has nothing left to choose. */
  @OnEvent(Unsubscribed)
  async unsubscribed({ personId }: Unsubscribed, cause: EventCause): Promise<void> {
    const person = (await this.people.get(personId))?.state;
    if (!person || person.email === '') return;
    await this.people.change(personId, cause, (known) => changePreferences(known, { reminders: false }));
  }
}
