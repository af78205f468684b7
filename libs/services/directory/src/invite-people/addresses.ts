import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AlreadyTaken, DocumentStore, StaleVersion } from '#libs/ports/document-store/port';
import { Aggregates, InjectAggregates } from '#libs/runtime';
import { addresses, type TakenAddress } from '../addresses.collection.js';
import { isErased } from '../domain/erase-person.js';
import type { Person } from '../domain/person.js';
import { people } from '../people.collection.js';
import { SignInSettings } from '../sign-in-settings.js';

/** Whose an address is, agreed on by every process before anybody gets it. */
@Injectable()
export class Addresses {
  constructor(
    private readonly store: DocumentStore,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly settings: SignInSettings,
  ) {}

  async personWith(email: string): Promise<Person | undefined> {
    const { items } = await this.people.find('byEmail', { equals: email.toLowerCase(), limit: 10 });
    return (items.find(({ state }) => !state.disabled) ?? items[0])?.state;
  }

  /**
   * Whose it is from now on: `personId`, unless it is somebody else's. That person need not be there yet: whoever is told
   * an id may make the person under it.
   */
  async take(email: string, personId: string): Promise<string> {
    const id = this.idOf(email);
    for (;;) {
      const taken = await this.store.get(addresses, id);
      if (taken && !(await this.isFree(taken))) return taken.personId;
      const whose = (await this.personWith(email))?.id ?? personId;
      const next = { id, ver: (taken?.ver ?? 0) + 1, nextAt: null, unsent: null, personId: whose };
      try {
        await (taken ? this.store.replace(addresses, next) : this.store.insert(addresses, next));
        return whose;
      } catch (error) {
        if (!(error instanceof StaleVersion || error instanceof AlreadyTaken)) throw error;
      }
    }
  }

  /** Left behind by an erasure that was cut off. */
  private async isFree({ personId }: TakenAddress): Promise<boolean> {
    const person = (await this.people.get(personId))?.state;
    return person !== undefined && isErased(person);
  }

  /** Not the address itself, and nothing that the database alone gives away. */
  private idOf(email: string): string {
    return createHmac('sha256', this.settings.secret)
      .update(`taken ${email.toLowerCase()}`)
      .digest('base64url');
  }
}
