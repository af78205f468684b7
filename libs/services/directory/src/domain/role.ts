import { atField, type PersonRoleBody, type Role } from '#libs/contracts';
import { refuse } from './person.errors.js';
import type { PersonRole } from './person.js';

type Place = 'schoolLocationId' | 'organisationId' | 'regionIds';

const placesOf: Readonly<Record<Role, readonly Place[]>> = {
  teacher: ['schoolLocationId'],
  'school-admin': ['schoolLocationId', 'organisationId'],
  partner: ['organisationId'],
  'partner-admin': ['organisationId'],
  coordinator: ['regionIds'],
  reader: ['regionIds'],
  operator: [],
};

const places: readonly Place[] = ['schoolLocationId', 'organisationId', 'regionIds'];

/** What was asked as a role that can be kept. @throws people.role-incomplete */
export function roleOf(body: PersonRoleBody, path = ''): PersonRole {
  const { role, title } = body;
  const named = places.filter((place) => body[place] != null);
  const possible = placesOf[role];
  const [place] = named;
  const wrong = named.find((each) => !possible.includes(each));
  if (wrong) throw incomplete(`${path}${wrong}`, `a ${role} is of no such place`);
  if (possible.length > 0 && named.length !== 1)
    throw incomplete(`${path}${possible[0]}`, `name one of ${possible.join(', ')}`);
  return {
    role,
    ...(place === 'regionIds' ? { regionIds: [...new Set(body.regionIds)].sort() } : {}),
    ...(place && place !== 'regionIds' ? { [place]: body[place] } : {}),
    ...(role === 'reader' && title ? { title } : {}),
  };
}

function incomplete(path: string, message: string) {
  return refuse('people.role-incomplete', atField(path, 'place', message));
}

/** The same role of the same place, whatever it is called and whoever said yes to it. */
export function sameRole(a: PersonRole, b: PersonRole): boolean {
  return roleName(a) === roleName(b);
}

function roleName({ role, schoolLocationId = '', organisationId = '', regionIds = [] }: PersonRole): string {
  return [role, schoolLocationId, organisationId, ...[...regionIds].sort()].join(' ');
}

/** Do two people have a school, organisation or region in common? */
export function shareAPlace(a: readonly PersonRole[], b: readonly PersonRole[]): boolean {
  const of = (roles: readonly PersonRole[]) =>
    roles.flatMap(({ schoolLocationId, organisationId, regionIds = [] }) => [
      schoolLocationId,
      organisationId,
      ...regionIds,
    ]);
  const mine = new Set(of(a).filter((id) => id !== undefined));
  return of(b).some((id) => id !== undefined && mine.has(id));
}

/** The roles with this one added once; a claim that is confirmed meanwhile counts as the role. */
export function withRole(roles: readonly PersonRole[], role: PersonRole): readonly PersonRole[] {
  const others = roles.filter((each) => !sameRole(each, role));
  const had = roles.find((each) => sameRole(each, role));
  return had && had.confirmed !== false ? roles : [...others, role];
}
