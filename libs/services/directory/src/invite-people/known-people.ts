import { Injectable } from '@nestjs/common';
import { Ids } from '#libs/ports/ids/port';
import { Aggregates, InjectAggregates, type CommandCause } from '#libs/runtime';
import type { Person } from '../domain/person.js';
import { people } from '../people.collection.js';

interface Newcomer {
  readonly email: string;
  readonly name?: string;
  readonly language: 'nl' | 'en';
}

/** Whoever has an address. Somebody new has no role until they sign in. */
@Injectable()
export class KnownPeople {
  private before: Promise<unknown> = Promise.resolve();

  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly ids: Ids,
  ) {}

  async withAddress(email: string): Promise<Person | undefined> {
    const { items } = await this.people.find('byEmail', { equals: email.toLowerCase(), limit: 10 });
    return (items.find(({ state }) => !state.disabled) ?? items[0])?.state;
  }

  /** One after the other, so that an address asked in twice at the same time is one person. */
  orNew(newcomer: Newcomer, cause: CommandCause): Promise<Person> {
    const mine = this.before.then(() => this.findOrAdd(newcomer, cause));
    this.before = mine.catch(() => undefined);
    return mine;
  }

  private async findOrAdd({ email, name, language }: Newcomer, cause: CommandCause): Promise<Person> {
    const known = await this.withAddress(email);
    if (known) return known;
    const id = this.ids.next();
    const person: Person = {
      id,
      name: name ?? email.slice(0, email.lastIndexOf('@')),
      email,
      language,
      roles: [],
      disabled: false,
    };
    // The command belongs to the invitation or claim: here its key would be remembered for the wrong thing.
    await this.people.create(id, { ...cause, key: null }, { state: person });
    return person;
  }
}
