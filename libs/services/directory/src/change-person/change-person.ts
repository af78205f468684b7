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
import { changePerson, coordinates, operates, type ChangeFacts } from '../domain/change-person.js';
import { refuse } from '../domain/person.errors.js';
import { operatorKey, roleKey, type Person, type PersonRole } from '../domain/person.js';
import { roleOf, sameRole, shareAPlace } from '../domain/role.js';
import { Places, mayGive, reachesSome } from '../invite-people/places.js';
import { missing } from '../missing.js';
import { people } from '../people.collection.js';

interface ChangePersonCommand {
  readonly id: string;
  readonly body: PatchPersonBody;
  readonly actor: Actor;
}

@Injectable()
export class ChangePerson {
  private before: Promise<unknown> = Promise.resolve();

  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly places: Places,
  ) {}

  /**
   * One after the other, so that two coordinators who remove each other at the same time do not both succeed.
   * @throws Refusal `aggregate.missing` outside the actor's scope, `people.…`
   */
  execute(command: ChangePersonCommand, cause: CommandCause): Promise<Outcome<Person>> {
    const mine = this.before.then(() => this.change(command, cause));
    this.before = mine.catch(() => undefined);
    return mine;
  }

  private async change({ id, body, actor }: ChangePersonCommand, cause: CommandCause) {
    const person = (await this.people.get(id))?.state;
    if (!person) throw missing();
    const facts = await this.factsFor(person, body, actor);
    if (body.deputyId) await this.checkDeputy(person, body.deputyId);
    if (body.email) await this.checkAddress(person, body.email);
    return this.people.change(id, cause, (current) => changePerson(current, body, facts));
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
      alone: await this.alone(person),
    };
  }

  /** Regions, and the operators' circle, in which nobody else would be left. */
  async alone(person: Person): Promise<ChangeFacts['alone']> {
    const nobodyElse = async (key: string) =>
      (await this.people.find('byRole', { equals: key, limit: 2 })).items.every(({ id }) => id === person.id);
    const regionIds: string[] = [];
    for (const region of coordinates(person)) {
      if (await nobodyElse(roleKey('coordinator', 'region', region))) regionIds.push(region);
    }
    return { regionIds, operator: operates(person) && (await nobodyElse(operatorKey)) };
  }

  private async checkDeputy(person: Person, deputyId: string): Promise<void> {
    const deputy = (await this.people.get(deputyId))?.state;
    const fits = deputy && !deputy.disabled && shareAPlace(person.roles, deputy.roles);
    if (!fits || deputyId === person.id)
      throw refuse('people.deputy-unknown', atField('deputyId', 'unknown', 'is no colleague of this person'));
  }

  private async checkAddress(person: Person, email: string): Promise<void> {
    const { items } = await this.people.find('byEmail', { equals: email.toLowerCase(), limit: 2 });
    if (items.some(({ id }) => id !== person.id)) throw refuse('people.address-taken');
  }
}

/** @throws Refusal `aggregate.missing` for whom the actor may not see, `access.not-allowed` for whom they may only see */
function mustReach(actor: Actor, { id }: Person, resources: Parameters<typeof reachesSome>[2]): void {
  if (can(actor, 'people.change', { regions: [], madeBy: id })) return;
  if (reachesSome(actor, 'people.change', resources)) return;
  throw reachesSome(actor, 'people.read', resources) ? refuseAccess('access.not-allowed') : missing();
}
