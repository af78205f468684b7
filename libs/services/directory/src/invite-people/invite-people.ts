import { Injectable } from '@nestjs/common';
import { atField, type PostInvitationBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  InjectAggregates,
  idFrom,
  refuseAccess,
  type Actor,
  type CommandCause,
  type Outcome,
  type Resource,
} from '#libs/runtime';
import { refuse } from '../domain/invitation.errors.js';
import { invite, isOpen, type Invitation } from '../domain/invitation.js';
import { refuse as refusePerson } from '../domain/person.errors.js';
import type { Person, PersonRole } from '../domain/person.js';
import { roleOf, sameRole } from '../domain/role.js';
import { invitations } from '../invitations.collection.js';
import { people } from '../people.collection.js';
import { everything } from '../search.js';
import { KnownPeople } from './known-people.js';
import { Places, mayGive } from './places.js';

@Injectable()
export class InvitePeople {
  constructor(
    @InjectAggregates(invitations) private readonly invitations: Aggregates<Invitation>,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly known: KnownPeople,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `people.role-…`, `people.place-unknown`, `people.own-roles`, `invitations.already-…` */
  async execute(body: PostInvitationBody, actor: Actor, cause: CommandCause): Promise<Outcome<Invitation>> {
    const role = roleOf(body);
    const owners = await this.mustBeTheirs(role, actor);
    const inviter = (await this.people.get(actor.id))?.state;
    const { email, name, deputyOf } = body;
    if (inviter?.email.toLowerCase() === email.toLowerCase()) throw refusePerson('people.own-roles');
    await this.checkDeputy(role, deputyOf);
    const id = idFrom(cause);
    const language = inviter?.language ?? 'nl';
    const person = await this.known.orNew({ email, ...(name ? { name } : {}), language }, cause);
    if (!(await this.invitations.get(id))) await this.mustBeNew(person, role);
    const made = invite(
      {
        email,
        ...(name ? { name } : {}),
        personId: person.id,
        role,
        ...(deputyOf ? { deputyOf } : {}),
        invitedBy: actor.id,
        language,
        owners: owners.map(({ regions, school, organisation }) => ({
          regions: [...regions],
          ...(school ? { school } : {}),
          ...(organisation ? { organisation } : {}),
        })),
      },
      this.clock.wall(),
    );
    return this.invitations.create(id, cause, made);
  }

  private async mustBeTheirs(role: PersonRole, actor: Actor): Promise<readonly Resource[]> {
    const resources = await this.places.of(role);
    // Whether a place exists is told to those alone who may give a role there.
    if (!mayGive(actor, role, resources ?? []))
      throw resources && resources.length > 0 && role.role !== 'coordinator' && role.role !== 'operator'
        ? refuseAccess('access.not-yours')
        : refusePerson('people.role-not-yours');
    if (!resources) throw refusePerson('people.place-unknown');
    return resources;
  }

  private async mustBeNew(person: Person, role: PersonRole): Promise<void> {
    if (person.roles.some((each) => each.confirmed !== false && sameRole(each, role)))
      throw refuse('invitations.already-in');
    const sent = await everything((page) =>
      this.invitations.find('byPerson', { equals: person.id, ...page }),
    );
    if (sent.some(({ state }) => isOpen(state, this.clock.wall()) && sameRole(state.role, role)))
      throw refuse('invitations.already-invited');
  }

  private async checkDeputy(role: PersonRole, deputyOf: string | undefined): Promise<void> {
    if (!deputyOf) return;
    const person = (await this.people.get(deputyOf))?.state;
    if (!person?.roles.some((each) => isSamePlace(each, role)))
      throw refusePerson(
        'people.deputy-unknown',
        atField('deputyOf', 'unknown', 'is nobody of that school, organisation or region'),
      );
  }
}

function isSamePlace(a: PersonRole, b: PersonRole): boolean {
  return sameRole({ ...a, role: b.role }, b);
}
