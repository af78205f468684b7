import { Injectable } from '@nestjs/common';
import { Ids } from '#libs/ports/ids/port';
import { Aggregates, InjectAggregates, type CommandCause } from '#libs/runtime';
import type { Person } from '../domain/person.js';
import { people } from '../people.collection.js';
import { Addresses } from './addresses.js';

interface Newcomer {
  readonly email: string;
  readonly name?: string;
  readonly language: 'nl' | 'en';
}

/** Whoever has an address. Somebody new has no role until they sign in. */
@Injectable()
export class KnownPeople {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly addresses: Addresses,
    private readonly ids: Ids,
  ) {}

  /** One person for one address, also when several processes are asked for it at the same time. */
  async orNew({ email, name, language }: Newcomer, cause: CommandCause): Promise<Person> {
    const known = await this.addresses.personWith(email);
    if (known) return known;
    const id = await this.addresses.take(email, this.ids.next());
    const person: Person = {
      id,
      name: name ?? email.slice(0, email.lastIndexOf('@')),
      email,
      language,
      roles: [],
      disabled: false,
    };
    // The command belongs to the invitation or claim: here its key would be remembered for the wrong thing.
    return (await this.people.create(id, { ...cause, key: null }, { state: person })).document.state;
  }
}
