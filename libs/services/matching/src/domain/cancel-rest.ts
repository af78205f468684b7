import { RestCancelled, event, type Side } from '#libs/contracts';
import { tookPlace } from './afterwards.js';
import { line, type By } from './life.js';
import { snapshotOf, step, timeOf, timesOf, type Made, type Match } from './match.js';
import { costsOf, needsOf } from './sessions.js';
import { freeUntil } from './terms.js';

/**
 * Some of its sessions are over and the rest is called off: what took place is held, and counts. A school that calls it off
 * later than the offer allows pays as agreed; else what took place alone is paid for, where the price is known. Null when
 * nothing of it is over.
 */
export function cancelRest(
  match: Match,
  because: { readonly reason: string; readonly how?: string },
  whose: Side | 'coordinator',
  by: By,
): Made | null {
  const isOver = ({ end }: Match['sessions'][number]) => Date.parse(end) <= by.now;
  const sessions = match.sessions.filter(isOver);
  const dropped = match.sessions.filter((session) => !isOver(session));
  if (match.state !== 'confirmed' || sessions.length === 0) return null;
  const { price, terms, offerId } = match;
  const isLate = whose === 'school' && by.now > freeUntil(match);
  const there = new Set(sessions.flatMap(({ groups }) => groups.map(({ groupId }) => groupId)));
  const shorter: Match = {
    ...match,
    sessions,
    groups: match.groups.filter(({ groupId }) => there.has(groupId)),
    needs: needsOf(sessions, offerId, terms),
    heldTimes: timesOf(sessions),
    costs: price && !isLate ? costsOf(sessions, price, terms) : match.costs,
    calendarSequence: match.calendarSequence + 1,
  };
  const said = line(by, 'cancelled', {
    ...because,
    time: timeOf({ sessions: dropped }),
    ...(whose === 'coordinator' ? {} : { side: whose }),
  });
  const { state, events } = tookPlace(step(shorter, {}, said), by);
  return {
    state,
    events: [event(RestCancelled, { match: snapshotOf(state), sessions: dropped, by: whose }), ...events],
  };
}
