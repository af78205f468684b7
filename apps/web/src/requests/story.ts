import type { Match } from '../api/matches.js';
import type { Request } from '../api/requests.js';
import type { Step } from '../parts/steps.js';

const names = ['asked', 'searched', 'put-to-partner', 'agreed', 'held'] as const;
export type RequestStep = (typeof names)[number];

/** Over which steps a request has come: as far as the last of its groups. `matches` are what lives for it. */
export function stepsOf(
  request: Pick<Request, 'state' | 'underWay'>,
  matches: readonly Pick<Match, 'state'>[],
): readonly { readonly id: RequestStep; readonly state: Step['state'] }[] {
  const { state, underWay } = request;
  if (state === 'withdrawn' || state === 'expired' || state === 'unmet')
    return names.map((id, place) => ({
      id,
      state: place === 0 ? 'done' : place === 1 ? 'ended' : 'to-come',
    }));
  const reached = underWay && matches.length > 0 ? Math.min(...matches.map(reachedWith)) : searched;
  return names.map((id, place) => ({
    id,
    state: place < reached ? 'done' : place === reached ? 'now' : 'to-come',
  }));
}

const searched = 1;

function reachedWith({ state }: Pick<Match, 'state'>): number {
  switch (state) {
    case 'holding':
    case 'asked':
    case 'option':
      return 2;
    case 'confirmed':
      return 4;
    case 'held':
    case 'counted':
    case 'evaluated':
    case 'closed':
      return 5;
    default:
      return searched;
  }
}

/** The groups that nothing lives for yet. */
export const groupsWithout = (
  { groups }: Pick<Request, 'groups'>,
  matches: readonly Pick<Match, 'groups'>[],
): Request['groups'] =>
  groups.filter(
    ({ groupId }) => !matches.some((match) => match.groups.some((group) => group.groupId === groupId)),
  );
