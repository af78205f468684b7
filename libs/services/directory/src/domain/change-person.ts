import { event, PersonChanged, type PatchPersonBody } from '#libs/contracts';
import { refuse } from './person.errors.js';
import type { Person, PersonRole } from './person.js';
import { sameRole } from './role.js';

export interface ChangeFacts {
  /** Is it the person who asks? */
  readonly self: boolean;
  /** May who asks see this role, and give or take it? */
  readonly maySee: (role: PersonRole) => boolean;
  readonly mayGive: (role: PersonRole) => boolean;
  /** The roles wanted instead of those that who asks may see; undefined: as they are. */
  readonly wanted?: readonly PersonRole[];
}

interface Made {
  readonly state: Person;
  readonly events: readonly object[];
}

const fields = ['name', 'email', 'phone', 'language', 'roles', 'deputyId', 'disabled'] as const;

/** The person as asked; null when nothing is new. @throws Refusal `people.…` */
export function changePerson(person: Person, body: PatchPersonBody, facts: ChangeFacts): Made | null {
  const { phone, deputyId, ...others } = person;
  const nextPhone = body.phone === undefined ? phone : body.phone;
  const nextDeputy = body.deputyId === undefined ? deputyId : body.deputyId;
  const state: Person = {
    ...others,
    name: body.name ?? person.name,
    email: body.email ?? person.email,
    language: body.language ?? person.language,
    roles: rolesAfter(person, facts),
    disabled: body.disabled ?? person.disabled,
    ...(nextPhone == null ? {} : { phone: nextPhone }),
    ...(nextDeputy == null ? {} : { deputyId: nextDeputy }),
  };
  const changed = fields.filter((field) => !same(state[field], person[field]));
  if (changed.length === 0) return null;
  if (changed.includes('email') && (person.email !== '' || !facts.self)) throw refuse('people.address-stays');
  mustBeTheirs(person, changed, facts);
  return { state, events: [event(PersonChanged, { fields: [...changed] })] };
}

function rolesAfter(
  { roles }: Person,
  { wanted, maySee, mayGive, self }: ChangeFacts,
): readonly PersonRole[] {
  if (!wanted) return roles;
  const seen = roles.filter(maySee);
  const added = wanted.filter((role) => !roles.some((each) => sameRole(each, role)));
  const taken = seen.filter((role) => !wanted.some((each) => sameRole(each, role)));
  const called = wanted.filter((role) =>
    roles.some((each) => sameRole(each, role) && each.title !== role.title),
  );
  const touched = [...added, ...taken, ...called];
  if (touched.length === 0) return roles;
  if (self) throw refuse('people.own-roles');
  if (!touched.every(mayGive)) throw refuse('people.role-not-yours');
  const kept = roles.filter((role) => !taken.includes(role)).map((role) => renamed(role, called));
  return [...kept, ...added];
}

function renamed(role: PersonRole, called: readonly PersonRole[]): PersonRole {
  const now = called.find((each) => sameRole(each, role));
  if (!now) return role;
  const { title: _, ...untitled } = role;
  return { ...untitled, ...(now.title ? { title: now.title } : {}) };
}

/** What is of the person as a whole is changed by themselves or by who answers for all of their roles. */
function mustBeTheirs(person: Person, changed: readonly string[], { self, mayGive }: ChangeFacts): void {
  if (self && changed.includes('disabled')) throw refuse('people.own-roles');
  const ofTheWhole = changed.some((field) => field !== 'roles');
  if (!self && ofTheWhole && !person.roles.every(mayGive)) throw refuse('people.not-all-yours');
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
