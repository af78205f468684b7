import type { MatchState, Side } from '#libs/contracts';
import type { Resource } from '#libs/runtime';
import type { MatchView, PersonView } from './views.js';

const agreed: readonly MatchState[] = ['confirmed', 'held', 'counted', 'evaluated', 'closed', 'no-show'];

/**
 * Both sides said yes: from then on they know each other's names, and only they and their coordinator do. The state alone
 * does not say so: what one side recorded of a past date is held before the other has said anything.
 */
export function knowEachOther({ state, acceptedBy }: Pick<MatchView, 'state' | 'acceptedBy'>): boolean {
  return agreed.includes(state) && acceptedBy.school !== undefined && acceptedBy.partner !== undefined;
}

/** Is it somebody of that side, or a coordinator, who may act for it? */
export function mayAnswer(
  { roles = [] }: Pick<PersonView, 'roles'>,
  side: Side,
  {
    regionId,
    schoolLocationId,
    organisationId,
  }: Pick<MatchView, 'regionId' | 'schoolLocationId' | 'organisationId'>,
): boolean {
  return roles.some(
    (of) =>
      (side === 'school' ? of.schoolLocationId === schoolLocationId : of.organisationId === organisationId) ||
      (of.role === 'coordinator' && of.regionIds?.includes(regionId)),
  );
}

export function resourceOf({
  regionId,
  schoolLocationId,
  organisationId,
}: Pick<MatchView, 'regionId' | 'schoolLocationId' | 'organisationId'>): Resource {
  return { regions: [regionId], school: schoolLocationId, organisation: organisationId };
}
