import type { Owners, Role } from '#libs/contracts';

/** One role with what it reaches. `regionIds` of a teacher or partner are those of the location or organisation. */
export interface GrantedRole {
  readonly role: Role | 'visitor' | 'service';
  readonly regionIds: readonly string[];
  readonly schoolLocationId?: string;
  readonly organisationId?: string;
}

/** Who asks: a person, a visitor without an account, or another service of ours. */
export interface Actor {
  /** The person's id, `visitor`, or `service:<name>`. */
  readonly id: string;
  readonly roles: readonly GrantedRole[];
}

export const visitor: Actor = { id: 'visitor', roles: [{ role: 'visitor', regionIds: [] }] };

/** A resource as policy sees it. */
export interface Resource extends Pick<Owners, 'regions' | 'school' | 'organisation'> {
  /** The person who made it, or those whose it is. */
  readonly madeBy?: string | readonly string[];
}
