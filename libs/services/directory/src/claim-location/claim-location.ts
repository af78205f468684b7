import { Injectable } from '@nestjs/common';
import { atField, type PostClaimBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  InjectAggregates,
  idFrom,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { claims } from '../claims.collection.js';
import { refuse } from '../domain/claim.errors.js';
import type { Claim } from '../domain/claim.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { KnownPeople } from '../invite-people/known-people.js';
import { TakeUp } from '../invite-people/take-up.js';
import { schoolLocations } from '../school-locations.collection.js';

@Injectable()
export class ClaimLocation {
  constructor(
    @InjectAggregates(claims) private readonly claims: Aggregates<Claim>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    private readonly known: KnownPeople,
    private readonly takeUp: TakeUp,
    private readonly clock: Clock,
  ) {}

  /**
   * Nothing comes of it until somebody signs in with that address; the answer is the same whoever has it.
   * @throws Refusal `claims.school-location-unknown`
   */
  async execute(body: PostClaimBody, actor: Actor, cause: CommandCause): Promise<Outcome<Claim>> {
    const { schoolLocationId, name, email } = body;
    const location = (await this.locations.get(schoolLocationId))?.state;
    if (!location)
      throw refuse(
        'claims.school-location-unknown',
        atField('schoolLocationId', 'unknown', 'does not exist'),
      );
    const person = await this.known.orNew({ email, name, language: 'nl' }, cause);
    const state: Claim = {
      personId: person.id,
      schoolLocationId,
      regionIds: location.regionIds,
      claimedAt: new Date(this.clock.wall()).toISOString(),
      state: 'said',
      decidedBy: null,
      reason: null,
    };
    const made = await this.claims.create(idFrom(cause), cause, { state });
    // Who is signed in with that very address has shown already that it is theirs.
    if (actor.id === person.id) await this.takeUp.execute(person.id);
    return made;
  }
}
