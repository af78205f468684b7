import type { Side } from '#libs/contracts';
import type { Actor } from '#libs/runtime';
import type { Match } from '../domain/match.js';

/**
 * Whoever may know what it was like: who spoke for a side, came or received the guest, and who answers for their house; a
 * coordinator who was told, and whoever the mail with the link went to.
 */
export function wasThere(
  actor: Actor,
  side: Side,
  match: Match,
  partner: { readonly givenBy?: readonly string[]; readonly firstContactId?: string | undefined },
): boolean {
  const { regionId, schoolLocationId, organisationId, askers, partnerContactId, acceptedBy } = match;
  const speaksForAll = actor.roles.some(
    ({ role, ...of }) =>
      (role === 'school-admin' && of.schoolLocationId === schoolLocationId) ||
      (role === 'partner-admin' && of.organisationId === organisationId) ||
      (role === 'coordinator' && of.regionIds.includes(regionId)) ||
      role === 'link',
  );
  if (speaksForAll) return true;
  if (side === 'school') return askers.includes(actor.id);
  const contacts = [partnerContactId ?? partner.firstContactId, acceptedBy.partner?.by];
  return [...contacts, ...(partner.givenBy ?? [])].includes(actor.id);
}
