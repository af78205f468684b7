import { event, InvitationEnded, PersonInvited, type Owners } from '#libs/contracts';
import { refuse } from './invitation.errors.js';
import type { PersonRole } from './person.js';

/** Somebody is asked in by e-mail: signing in with that address accepts. */
export interface Invitation {
  readonly email: string;
  readonly name?: string;
  /** Whoever has that address; without this role until they accept. */
  readonly personId: string;
  readonly role: PersonRole;
  /** The person whose deputy whoever accepts becomes. */
  readonly deputyOf?: string;
  readonly invitedBy: string;
  readonly language: 'nl' | 'en';
  /** Whose it is to see: the places of the role when it was made. */
  readonly owners: readonly Owners[];
  readonly state: 'open' | 'accepted' | 'withdrawn';
  /** ISO 8601 */
  readonly expiresAt: string;
  readonly timesSent: number;
  /** Epoch ms from which a mail waits to be sent; null: none does. */
  readonly sendAt: number | null;
}

interface Made {
  readonly state: Invitation;
  readonly events: readonly object[];
}

const goodForMs = 14 * 86_400_000;
const mostSent = 5;

export function invite(
  given: Omit<Invitation, 'state' | 'expiresAt' | 'timesSent' | 'sendAt'>,
  now: number,
): Made {
  return asked({ ...given, state: 'open', expiresAt: '', timesSent: 0, sendAt: null }, now);
}

/** @throws invitations.accepted, invitations.withdrawn, invitations.sent-often */
export function sendAgain(invitation: Invitation, now: number): Made {
  mustBeOpen(invitation);
  if (invitation.timesSent >= mostSent) throw refuse('invitations.sent-often');
  return asked(invitation, now);
}

function asked(invitation: Invitation, now: number): Made {
  const state: Invitation = {
    ...invitation,
    expiresAt: new Date(now + goodForMs).toISOString(),
    timesSent: invitation.timesSent + 1,
    sendAt: now,
  };
  const { personId, role } = state;
  return { state, events: [event(PersonInvited, { personId, role: role.role })] };
}

/** A second time changes nothing. @throws invitations.accepted */
export function withdraw(invitation: Invitation): Made | null {
  if (invitation.state === 'withdrawn') return null;
  mustBeOpen(invitation);
  return ended(invitation, 'withdrawn');
}

/** Null when there is nothing to accept any more. */
export function accept(invitation: Invitation, now: number): Made | null {
  return isOpen(invitation, now) ? ended(invitation, 'accepted') : null;
}

export function isOpen({ state, expiresAt }: Invitation, now: number): boolean {
  return state === 'open' && Date.parse(expiresAt) > now;
}

function ended(invitation: Invitation, how: 'accepted' | 'withdrawn'): Made {
  const { personId } = invitation;
  return {
    state: { ...invitation, state: how, sendAt: null },
    events: [event(InvitationEnded, { personId, how })],
  };
}

function mustBeOpen({ state }: Invitation): void {
  if (state === 'accepted') throw refuse('invitations.accepted');
  if (state === 'withdrawn') throw refuse('invitations.withdrawn');
}
