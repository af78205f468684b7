import { can, type Actor, type Aggregate } from '#libs/runtime';
import { isUnderWay } from './domain/covered.js';
import { ownersOf, type Request } from './domain/request.js';

/** A request as the API shows it: what coordinators tell each other is theirs alone. */
export function viewFor({ id, rev, state }: Aggregate<Request>, actor: Actor) {
  const { matches, internalNote, withdrawnBy: _, toldNotYet: _told, ...request } = state;
  const coordinates = can(actor, 'requests.assign', ownersOf(state));
  return {
    id,
    rev,
    ...request,
    matchId: matches[0]?.id ?? null,
    matchIds: matches.map((match) => match.id),
    underWay: isUnderWay(state),
    ...(coordinates ? { internalNote } : {}),
  };
}
