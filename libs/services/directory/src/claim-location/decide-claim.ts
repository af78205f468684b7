import { Injectable } from '@nestjs/common';
import { event, PersonChanged, PersonConfirmed } from '#libs/contracts';
import {
  Aggregates,
  InjectAggregates,
  can,
  listScope,
  type Actor,
  type Aggregate,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { claimOwners, claims } from '../claims.collection.js';
import { confirm, refuseClaim, type Claim } from '../domain/claim.js';
import type { Person } from '../domain/person.js';
import { sameRole, withRole } from '../domain/role.js';
import { missing } from '../missing.js';
import { people } from '../people.collection.js';
import { everything } from '../search.js';

/** What coordinators make of claims in their regions. */
@Injectable()
export class DecideClaim {
  constructor(
    @InjectAggregates(claims) private readonly claims: Aggregates<Claim>,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
  ) {}

  async list(actor: Actor, region?: string): Promise<Aggregate<Claim>[]> {
    const oneOf = listScope(actor, 'claims.read', region);
    return everything((page) => this.claims.find('byOwner', { oneOf, ...page }));
  }

  /** The person teaches there; what they asked for meanwhile is released. @throws Refusal `aggregate.missing`, `claims.decided` */
  async confirm(id: string, actor: Actor, cause: CommandCause): Promise<Outcome<Claim>> {
    const { personId, schoolLocationId } = await this.forActor(id, actor);
    const outcome = await this.claims.change(id, cause, (claim) => confirm(claim, actor.id));
    await this.people.change(personId, { ...cause, key: null }, (person) => {
      const roles = withRole(person.roles, { role: 'teacher', schoolLocationId });
      if (roles === person.roles) return null;
      return {
        state: { ...person, roles },
        events: [event(PersonChanged, { fields: ['roles'] }), event(PersonConfirmed, { schoolLocationId })],
      };
    });
    return outcome;
  }

  /** Nobody of that school. @throws Refusal `aggregate.missing`, `claims.decided` */
  async refuse(
    command: { id: string; reason: string },
    actor: Actor,
    cause: CommandCause,
  ): Promise<Outcome<Claim>> {
    const { id, reason } = command;
    const { personId, schoolLocationId } = await this.forActor(id, actor);
    const outcome = await this.claims.change(id, cause, (claim) => refuseClaim(claim, reason, actor.id));
    await this.people.change(personId, { ...cause, key: null }, (person) => {
      const claimed = { role: 'teacher', schoolLocationId } as const;
      const roles = person.roles.filter((role) => role.confirmed !== false || !sameRole(role, claimed));
      if (roles.length === person.roles.length) return null;
      return { state: { ...person, roles }, events: [event(PersonChanged, { fields: ['roles'] })] };
    });
    return outcome;
  }

  private async forActor(id: string, actor: Actor): Promise<Claim> {
    const claim = (await this.claims.get(id))?.state;
    if (!claim || claim.state === 'said' || !can(actor, 'claims.decide', claimOwners(claim))) throw missing();
    return claim;
  }
}
