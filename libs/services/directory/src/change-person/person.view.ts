import type { PersonView } from '#libs/contracts';
import { can, type Actor, type Resource } from '#libs/runtime';
import type { Person, PersonRole } from '../domain/person.js';
import { reachesSome } from '../invite-people/places.js';

export type ShownPerson = { readonly [Field in keyof PersonView]: PersonView[Field] };

/** Of the roles those the actor may see; the address and the rest for who answers for one of them, and for the person. */
export function personView(
  person: Person,
  actor: Actor,
  reached: ReadonlyMap<PersonRole, readonly Resource[]>,
): ShownPerson {
  const { id, name, email, phone, language, deputyId, disabled } = person;
  const self = actor.id === id;
  const roles = person.roles.filter(
    (role) => self || reachesSome(actor, 'people.read', reached.get(role) ?? []),
  );
  const addressed =
    self ||
    can(actor, 'people.read-addresses', { regions: [] }) ||
    person.roles.some((role) => reachesSome(actor, 'people.read-addresses', reached.get(role) ?? []));
  return {
    id,
    name,
    roles: roles.map((role) => ({
      ...role,
      ...(role.regionIds ? { regionIds: [...role.regionIds] } : {}),
    })) as PersonView['roles'],
    ...(addressed ? { email, language, disabled } : {}),
    ...(addressed && phone ? { phone } : {}),
    ...(addressed && deputyId ? { deputyId } : {}),
  };
}
