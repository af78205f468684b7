import type { MatchState } from '#libs/contracts';
import type { Resource } from '#libs/runtime';
import type { MatchView } from './views.js';

/** Both sides said yes: from then on they know each other's names, and only they and their coordinator do. */
const agreed: readonly MatchState[] = ['confirmed', 'held', 'counted', 'evaluated', 'closed', 'no-show'];

export const knowEachOther = ({ state }: Pick<MatchView, 'state'>): boolean => agreed.includes(state);

export function resourceOf({
  regionId,
  schoolLocationId,
  organisationId,
}: Pick<MatchView, 'regionId' | 'schoolLocationId' | 'organisationId'>): Resource {
  return { regions: [regionId], school: schoolLocationId, organisation: organisationId };
}
