import { Injectable } from '@nestjs/common';
import {
  DocumentStore,
  StaleVersion,
  type Collection,
  type StoredDocument,
} from '#libs/ports/document-store/port';
import { Aggregates, InjectAggregates, everyAggregate } from '#libs/runtime';
import { addresses } from '../addresses.collection.js';
import { apiTokens } from '../api-tokens.collection.js';
import { claims } from '../claims.collection.js';
import type { Claim } from '../domain/claim.js';
import { placeKeys, type Person } from '../domain/person.js';
import { FindPeople } from '../find-people/find-people.js';
import { invitations } from '../invitations.collection.js';
import { people } from '../people.collection.js';
import { identities } from '../oidc/oidc.collections.js';
import { passkeys } from '../second-factor/passkeys.collection.js';
import { sessions } from '../sessions/sessions.collection.js';

/** What `directory` keeps of a person beside the person: ways in, invitations, claims, whose deputy they were. */
@Injectable()
export class EraseTraces {
  constructor(
    private readonly store: DocumentStore,
    private readonly find: FindPeople,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    @InjectAggregates(claims) private readonly claims: Aggregates<Claim>,
  ) {}

  async of(person: Person): Promise<void> {
    const { id } = person;
    await this.removeAll(sessions, 'byPerson', id);
    await this.removeAll(passkeys, 'byPerson', id);
    await this.removeAll(identities, 'byPerson', id);
    await this.removeAll(addresses, 'byPerson', id);
    await this.removeAll(apiTokens.collection, 'byPerson', id);
    await this.removeAll(invitations.collection, 'byPerson', id);
    await this.takeBackReasons(id);
    await this.takeBackDeputy(person);
  }

  private async removeAll<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    personId: string,
  ): Promise<void> {
    const found = everyAggregate((query) => this.store.find(collection, index, query), personId);
    for await (const { id, ver } of found) {
      await this.store.remove(collection, id, ver).catch((error: unknown) => {
        // Removed by somebody else, or used this very moment: then it is of a person who is gone.
        if (!(error instanceof StaleVersion)) throw error;
      });
    }
  }

  private async takeBackReasons(personId: string): Promise<void> {
    for await (const { id, state } of everyAggregate((query) => this.claims.find('byOwner', query))) {
      if (state.decidedBy === personId && state.reason)
        await this.claims.change(id, erasing(personId), (claim) => ({ state: { ...claim, reason: '' } }));
    }
  }

  private async takeBackDeputy(person: Person): Promise<void> {
    for (const { id, state } of await this.find.atPlaces(placeKeys(person).filter((key) => key !== '*'))) {
      if (state.deputyId !== person.id) continue;
      await this.people.change(id, erasing(person.id), ({ deputyId: _, ...rest }) => ({ state: rest }));
    }
  }
}

function erasing(personId: string) {
  return {
    kind: 'due',
    actor: 'service:directory',
    correlationId: `erase ${personId}`,
    causationId: null,
  } as const;
}
