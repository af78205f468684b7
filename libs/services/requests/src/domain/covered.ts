import type { RequestState, RequestedGroup } from '#libs/contracts';

export interface LiveMatch {
  readonly id: string;
  readonly groupIds: readonly string[];
  readonly confirmed: boolean;
}

interface Wished {
  readonly groups: readonly RequestedGroup[];
  readonly matches: readonly LiveMatch[];
}

const isCovered = (matches: readonly LiveMatch[], groups: readonly RequestedGroup[]): boolean =>
  groups.every(({ groupId }) => matches.some(({ groupIds }) => groupIds.includes(groupId)));

/** Every group has an appointment, or one that is being asked. */
export const isUnderWay = ({ matches, groups }: Wished): boolean =>
  matches.length > 0 && isCovered(matches, groups);

/** What its groups and their appointments make of a request that waits for nothing else. */
export function stateOf({ matches, groups }: Wished): RequestState {
  const confirmed = matches.filter((match) => match.confirmed);
  if (confirmed.length === 0) return 'open';
  return isCovered(confirmed, groups) ? 'met' : 'partly-met';
}
