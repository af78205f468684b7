import { stateOf, type LiveMatch } from './covered.js';
import { withNewDate } from './answer-date.js';
import { moved, toldAs, type Made, type Request } from './request.js';

/** `undone`: taken back before anybody was told, so that nothing was promised by it. */
export type HeardOfMatch = 'approved' | 'confirmed' | 'ended' | 'undone';

/** What happened to a match of this request, of which each group has one at a time. */
export function hearOfMatch(
  request: Request,
  match: Omit<LiveMatch, 'confirmed'>,
  heard: HeardOfMatch,
  now: number,
): Made | null {
  const known = request.matches.find(({ id }) => id === match.id);
  const others = request.matches.filter(({ id }) => id !== match.id);
  const next = (state: Request) => moved(state, stateOf(state));
  // Told also in the same state: it waits for somebody else now, perhaps by another date.
  const free = (state: Request) => toldAs(state, stateOf(state));
  switch (heard) {
    case 'approved':
      return known
        ? null
        : { state: { ...request, matches: [...others, { ...match, confirmed: false }] }, events: [] };
    case 'confirmed': {
      const state = { ...request, matches: [...others, { ...match, confirmed: true }] };
      if (!known?.confirmed) return next(state);
      // Some of it was called off: those groups are to be served again.
      return isFor(known, match) ? null : free(withNewDate(state, now));
    }
    case 'ended':
      return known ? free(withNewDate({ ...request, matches: others }, now)) : null;
    case 'undone':
      return known ? takenBack({ ...request, matches: others }) : null;
  }
}

const isFor = (one: Pick<LiveMatch, 'groupIds'>, other: Pick<LiveMatch, 'groupIds'>): boolean =>
  one.groupIds.every((id) => other.groupIds.includes(id));

/** As it was before: given up, where the school had been told so. */
function takenBack(request: Request): Made {
  const state = stateOf(request);
  return toldAs(request, state === 'open' && request.toldNotYet ? 'unmet' : state);
}

/** It was given up, and now something fits: the school hears of it by a new date. Null for what is not given up. */
export function reopened(request: Request, now: number): Made | null {
  return request.state === 'unmet' ? moved(withNewDate(request, now), 'open') : null;
}
