import type { Role } from '#libs/contracts';

/** A role and what it is of: a school location, an organisation, or regions. */
export interface PersonRole {
  readonly role: Role;
  readonly schoolLocationId?: string;
  readonly organisationId?: string;
  readonly regionIds?: readonly string[];
}

/** Names and addresses are in no event: whoever needs them reads them here, each time. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly language: 'nl' | 'en';
  readonly roles: readonly PersonRole[];
  readonly disabled: boolean;
  /** What the last list of partners said: only what a list says anew changes the person again. */
  readonly listed?: { readonly name: string; readonly phone?: string };
}

/** Keys under which a person is found by role and by what the role is of. */
export function roleKeys({ roles, disabled }: Person): string[] {
  if (disabled) return [];
  return roles.flatMap(({ role, schoolLocationId, organisationId, regionIds = [] }) => [
    ...(schoolLocationId ? [roleKey(role, 'school', schoolLocationId)] : []),
    ...(organisationId ? [roleKey(role, 'organisation', organisationId)] : []),
    ...regionIds.map((region) => roleKey(role, 'region', region)),
  ]);
}

export function roleKey(role: Role, of: 'school' | 'organisation' | 'region', id: string): string {
  return `${role}@${of}:${id}`;
}
