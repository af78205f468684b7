import type { Match } from '../api/matches.js';
import type { Request } from '../api/requests.js';
import type { Step } from '../parts/steps.js';

const names = ['asked', 'searched', 'put-to-partner', 'agreed', 'held'] as const;
export type RequestStep = (typeof names)[number];

/** Over which steps a request has come; `match` is the appointment that lives for it. */
export function stepsOf(
  request: Pick<Request, 'state'>,
  match: Pick<Match, 'state'> | undefined,
): readonly { readonly id: RequestStep; readonly state: Step['state'] }[] {
  const { state } = request;
  if (state === 'withdrawn' || state === 'expired' || state === 'unmet')
    return names.map((id, place) => ({
      id,
      state: place === 0 ? 'done' : place === 1 ? 'ended' : 'to-come',
    }));
  const reached = reachedWith(match);
  return names.map((id, place) => ({
    id,
    state: place < reached ? 'done' : place === reached ? 'now' : 'to-come',
  }));
}

function reachedWith(match: Pick<Match, 'state'> | undefined): number {
  switch (match?.state) {
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
      return 1;
  }
}
