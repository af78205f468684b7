import type { MailRhythm, Role } from '#libs/contracts';

/** A role and what it is of: a school location, an organisation, or regions; an operator's is of nothing. */
export interface PersonRole {
  readonly role: Role;
  readonly schoolLocationId?: string;
  /** Of a school admin: a board, with all its locations. */
  readonly organisationId?: string;
  readonly regionIds?: readonly string[];
  /** What a reader is called. */
  readonly title?: string;
  /** False: claimed, and nobody said yes yet. */
  readonly confirmed?: false;
}

/** How somebody wants the mails that can wait; `reminders` false: not at all. */
export interface Preferences {
  readonly mail: MailRhythm;
  readonly reminders: boolean;
}

export const asItComes: Preferences = { mail: 'each', reminders: true };

/** Names and addresses are in no event: whoever needs them reads them here, each time. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly language: 'nl' | 'en';
  readonly roles: readonly PersonRole[];
  readonly disabled: boolean;
  /** Who answers when this person does not; a person's id. */
  readonly deputyId?: string;
  /** Which mails they want; absent: as `asItComes`. */
  readonly preferences?: Preferences;
  /** What the last list of partners said: only what a list says anew changes the person again. */
  readonly listed?: { readonly name: string; readonly phone?: string };
}

/** The key of the operator's own command; it is nobody. */
export const instanceOperatorId = 'instance-operator';

/** Keys under which a person is found by role and by what the role is of. */
export function roleKeys({ id, roles, disabled }: Person): string[] {
  if (disabled) return [];
  return roles
    .filter(({ confirmed }) => confirmed !== false)
    .flatMap(({ role, schoolLocationId, organisationId, regionIds = [] }) => [
      ...(schoolLocationId ? [roleKey(role, 'school', schoolLocationId)] : []),
      ...(organisationId ? [roleKey(role, 'organisation', organisationId)] : []),
      ...regionIds.map((region) => roleKey(role, 'region', region)),
      ...(role === 'operator' && id !== instanceOperatorId ? [operatorKey] : []),
    ]);
}

export function roleKey(role: Role, of: 'school' | 'organisation' | 'region', id: string): string {
  return `${role}@${of}:${id}`;
}

/** Finds the operators who are people. */
export const operatorKey = 'operator@*';

/** Keys under which a person is found by what any of the roles is of, also one who is disabled or not confirmed. */
export function placeKeys({ id, roles }: Person): string[] {
  if (id === instanceOperatorId) return [];
  const places = roles.flatMap(({ schoolLocationId, organisationId, regionIds = [] }) => [
    ...(schoolLocationId ? [`school:${schoolLocationId}`] : []),
    ...(organisationId ? [`organisation:${organisationId}`] : []),
    ...regionIds.map((region) => `region:${region}`),
  ]);
  return ['*', ...new Set(places)];
}
