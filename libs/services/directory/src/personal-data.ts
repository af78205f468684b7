import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { DocumentStore } from '#libs/ports/document-store/port';
import { Aggregates, InjectAggregates, PersonalData, everyAggregate, type Kept } from '#libs/runtime';
import { claims } from './claims.collection.js';
import type { Claim } from './domain/claim.js';
import type { Invitation } from './domain/invitation.js';
import type { Person } from './domain/person.js';
import { invitations } from './invitations.collection.js';
import { people } from './people.collection.js';
import { removePast } from './put-document.js';
import { passkeys } from './second-factor/passkeys.collection.js';
import { sessions } from './sessions/sessions.collection.js';
import { askedCodes, signInCodes } from './sign-in/sign-in-codes.collection.js';

@Injectable()
export class DirectoryPersonalData extends PersonalData {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    @InjectAggregates(invitations) private readonly invitations: Aggregates<Invitation>,
    @InjectAggregates(claims) private readonly claims: Aggregates<Claim>,
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async exportOf(personId: string): Promise<Kept> {
    const person = (await this.people.get(personId))?.state;
    const page = { equals: personId, limit: 100 };
    const [invited, claimed, open, keys] = await Promise.all([
      this.invitations.find('byPerson', page),
      this.claims.find('byPerson', page),
      this.store.find(sessions, 'byPerson', page),
      this.store.find(passkeys, 'byPerson', page),
    ]);
    return {
      ...(person ? { person } : {}),
      invitations: invited.items.map(({ id, state: { role, expiresAt } }) => ({ id, role, expiresAt })),
      claims: claimed.items.map(({ id, state: { schoolLocationId, claimedAt } }) => ({
        id,
        schoolLocationId,
        claimedAt,
      })),
      sessions: open.items.map(({ createdAt, lastSeenAt, label }) => ({ createdAt, lastSeenAt, label })),
      passkeys: keys.items.map(({ label, createdAt, lastUsedAt }) => ({ label, createdAt, lastUsedAt })),
      wrote: await this.refusalsBy(personId),
    };
  }

  /** Done by the command that the event tells of: nobody else has the address by then. */
  override async erase(): Promise<void> {}

  /** Sessions and codes go when they are over. */
  override async removeOld(): Promise<void> {
    const now = this.clock.wall();
    await removePast(this.store, sessions, now);
    await removePast(this.store, signInCodes, now);
    await removePast(this.store, askedCodes, now);
  }

  private async refusalsBy(personId: string): Promise<string[]> {
    const wrote: string[] = [];
    for await (const { state } of everyAggregate((query) => this.claims.find('byOwner', query))) {
      if (state.decidedBy === personId && state.reason) wrote.push(state.reason);
    }
    return wrote;
  }
}
