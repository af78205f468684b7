import type { Owners, Role, Side } from '#libs/contracts';

/**
 * One role with what it reaches. `regionIds` of a teacher or partner are those of the location or organisation. A
 * `claimant` is signed in and nobody said yes to them yet; a `link` came with a mail and answers one question of one match.
 */
export interface GrantedRole {
  readonly role: Role | 'visitor' | 'claimant' | 'link' | 'service';
  readonly regionIds: readonly string[];
  readonly schoolLocationId?: string;
  readonly organisationId?: string;
  /** Of a link. */
  readonly matchId?: string;
  readonly side?: Side;
  readonly question?: number;
}

/** The session that a browser came with. */
export interface ActorSession {
  readonly id: string;
  /** Epoch ms until when the second factor counts as fresh. */
  readonly stepUpUntil?: number;
}

/** Who asks: a person, a visitor without an account, or another service of ours. */
export interface Actor {
  /** The person's id, `visitor`, or `service:<name>`. */
  readonly id: string;
  readonly roles: readonly GrantedRole[];
  /** Absent for programs, which come with an API token. */
  readonly session?: ActorSession;
  /** Of a token made for some actions of the policy table: these and no others. */
  readonly only?: readonly string[];
}

export const visitor: Actor = { id: 'visitor', roles: [{ role: 'visitor', regionIds: [] }] };

/** A resource as policy sees it. */
export interface Resource extends Pick<Owners, 'regions' | 'school' | 'organisation'> {
  /** The person who made it, or those whose it is. */
  readonly madeBy?: string | readonly string[];
  /** The match that it is. */
  readonly match?: string;
}

/** Whether the second factor has to be asked before something that cannot be undone. `now` in epoch ms. */
export function needsStepUp({ roles, session }: Actor, now: number): boolean {
  const guarded = roles.some(({ role }) => role === 'coordinator' || role === 'operator');
  return guarded && session !== undefined && (session.stepUpUntil ?? 0) <= now;
}
