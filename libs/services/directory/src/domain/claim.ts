import { ClaimConfirmed, ClaimRefused, event, SchoolClaimed } from '#libs/contracts';
import { refuse } from './claim.errors.js';
import type { Person } from './person.js';

/** "I teach there", said by somebody without an account. Until they sign in it is a word, and nobody sees it. */
export interface Claim {
  readonly personId: string;
  readonly schoolLocationId: string;
  /** Of the school when it was claimed. */
  readonly regionIds: readonly string[];
  /** ISO 8601 */
  readonly claimedAt: string;
  readonly state: 'said' | 'open' | 'confirmed' | 'refused';
  readonly decidedBy: string | null;
  /** Why it was refused. */
  readonly reason: string | null;
}

interface Made {
  readonly state: Claim;
  readonly events: readonly object[];
}

/** Who said it has shown that the address is theirs. `known`: colleagues have addresses of the same school. */
export function prove(claim: Claim, known: boolean): Made | null {
  if (claim.state !== 'said') return null;
  const { personId, schoolLocationId } = claim;
  return {
    state: { ...claim, state: known ? 'confirmed' : 'open' },
    events: [
      event(SchoolClaimed, { personId, schoolLocationId }),
      ...(known ? [event(ClaimConfirmed, { personId, schoolLocationId })] : []),
    ],
  };
}

/** A second time changes nothing. @throws claims.decided */
export function confirm(claim: Claim, by: string): Made | null {
  if (claim.state === 'confirmed') return null;
  mustBeOpen(claim);
  const { personId, schoolLocationId } = claim;
  return {
    state: { ...claim, state: 'confirmed', decidedBy: by },
    events: [event(ClaimConfirmed, { personId, schoolLocationId })],
  };
}

/** @throws claims.decided */
export function refuseClaim(claim: Claim, reason: string, by: string): Made {
  mustBeOpen(claim);
  const { personId, schoolLocationId } = claim;
  return {
    state: { ...claim, state: 'refused', decidedBy: by, reason },
    events: [event(ClaimRefused, { personId, schoolLocationId })],
  };
}

function mustBeOpen({ state }: Claim): void {
  if (state !== 'open') throw refuse('claims.decided');
}

/** Where anybody gets an address: it says nothing about who they are. */
const publicProviders: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.nl',
  'outlook.com',
  'outlook.nl',
  'live.com',
  'live.nl',
  'msn.com',
  'icloud.com',
  'me.com',
  'yahoo.com',
  'yahoo.nl',
  'gmx.com',
  'gmx.net',
  'proton.me',
  'protonmail.com',
  'ziggo.nl',
  'kpnmail.nl',
  'kpnplanet.nl',
  'planet.nl',
  'hetnet.nl',
  'home.nl',
  'xs4all.nl',
  'upcmail.nl',
  'chello.nl',
  'casema.nl',
  'quicknet.nl',
  'telfort.nl',
  'online.nl',
  'solcon.nl',
  'caiway.nl',
  'zeelandnet.nl',
  'tele2.nl',
  'zonnet.nl',
  'wxs.nl',
]);

/** Has one of these colleagues an address of the same school? */
export function isColleague(
  { email }: Pick<Person, 'email'>,
  colleagues: readonly Pick<Person, 'email'>[],
): boolean {
  const domain = domainOf(email);
  return !publicProviders.has(domain) && colleagues.some((each) => domainOf(each.email) === domain);
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
