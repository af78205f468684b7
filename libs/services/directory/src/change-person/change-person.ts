import { Injectable } from '@nestjs/common';
import { atField, type PatchPersonBody } from '#libs/contracts';
import {
  Aggregates,
  InjectAggregates,
  can,
  refuseAccess,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { changePerson, type ChangeFacts } from '../domain/change-person.js';
import { refuse } from '../domain/person.errors.js';
import type { Person, PersonRole } from '../domain/person.js';
import { roleOf, sameRole, shareAPlace } from '../domain/role.js';
import { Addresses } from '../invite-people/addresses.js';
import { Places, mayGive, reachesSome } from '../invite-people/places.js';
import { missing } from '../missing.js';
import { people } from '../people.collection.js';
import { Circles } from './circles.js';

interface ChangePersonCommand {
  readonly id: string;
  readonly body: PatchPersonBody;
  readonly actor: Actor;
}

@Injectable()
export class ChangePerson {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly places: Places,
    private readonly addresses: Addresses,
    private readonly circles: Circles,
  ) {}

  /** @throws Refusal `aggregate.missing` outside the actor's scope, `people.…` */
  async execute({ id, body, actor }: ChangePersonCommand, cause: CommandCause): Promise<Outcome<Person>> {
    const person = (await this.people.get(id))?.state;
    if (!person) throw missing();
    const facts = await this.factsFor(person, body, actor);
    if (body.deputyId) await this.checkDeputy(person, body.deputyId);
    const made = changePerson(person, body, facts);
    if (made && made.state.email !== person.email) await this.takeAddress(made.state);
    return this.circles.change(id, cause, (current) => changePerson(current, body, facts));
  }

  private async factsFor(person: Person, body: PatchPersonBody, actor: Actor): Promise<ChangeFacts> {
    const wanted = body.roles?.map((role, i) => roleOf(role, `roles[${i}].`));
    const reached = new Map(await this.places.ofPerson(person));
    mustReach(actor, person, [...reached.values()].flat());
    for (const [i, role] of (wanted ?? []).entries()) {
      const resources = await this.places.of(role);
      if (!resources)
        throw refuse('people.place-unknown', atField(`roles[${i}]`, 'unknown', 'does not exist'));
      reached.set(role, resources);
    }
    const placesOf = (role: PersonRole) =>
      reached.get(role) ?? [...reached].find(([each]) => sameRole(each, role))?.[1] ?? [];
    return {
      self: actor.id === person.id,
      maySee: (role) => actor.id === person.id || reachesSome(actor, 'people.read', placesOf(role)),
      mayGive: (role) => mayGive(actor, role, placesOf(role)),
      ...(wanted ? { wanted } : {}),
    };
  }

  private async checkDeputy(person: Person, deputyId: string): Promise<void> {
    const deputy = (await this.people.get(deputyId))?.state;
    const fits = deputy && !deputy.disabled && shareAPlace(person.roles, deputy.roles);
    if (!fits || deputyId === person.id)
      throw refuse('people.deputy-unknown', atField('deputyId', 'unknown', 'is no colleague of this person'));
  }

  private async takeAddress({ id, email }: Person): Promise<void> {
    if ((await this.addresses.take(email, id)) !== id) throw refuse('people.address-taken');
  }
}

/** @throws Refusal `aggregate.missing` for whom the actor may not see, `access.not-allowed` for whom they may only see */
function mustReach(actor: Actor, { id }: Person, resources: Parameters<typeof reachesSome>[2]): void {
  if (can(actor, 'people.change', { regions: [], madeBy: id })) return;
  if (reachesSome(actor, 'people.change', resources)) return;
  throw reachesSome(actor, 'people.read', resources) ? refuseAccess('access.not-allowed') : missing();
}
