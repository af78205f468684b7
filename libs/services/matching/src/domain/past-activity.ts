import { MatchApproved, MatchClosed, event } from '#libs/contracts';
import { line, type By } from './life.js';
import { imported, snapshotOf, startOf, endOf, type Made, type Match, type Wanted } from './match.js';

/** What a list says of it; undefined where it does not. */
export interface Known {
  readonly pupils?: number;
  /** All hours of the partner together. */
  readonly hours?: number;
}

/** An activity of an earlier year that nobody need answer for any more: closed from the start, with what is known of it. */
export function makeOfPast(wanted: Wanted, { pupils, hours }: Known, by: By): Made {
  const minutes = (endOf(wanted) - startOf(wanted)) / 60_000;
  const yes = { at: new Date(by.now).toISOString(), by: by.actor, how: imported };
  const delivery = Math.min(hours ?? 0, Math.round((minutes / 60) * 4) / 4);
  const state: Match = {
    ...wanted,
    state: 'closed',
    acceptedBy: { school: yes, partner: yes },
    lastQuestion: wanted.question,
    heldTimes: [],
    wanted: null,
    nextAt: null,
    ...(pupils === undefined
      ? {}
      : { count: { pupils, adults: 0, groups: wanted.groups.length, unusual: false } }),
    ...(hours === undefined
      ? {}
      : { hours: { people: 1, preparation: hours - delivery, delivery, travel: 0, unusual: false } }),
    history: [line(by, 'arranged', { reason: imported }), line(by, 'closed')],
  };
  const match = snapshotOf(state);
  return { state, events: [event(MatchApproved, { match, needs: [] }), event(MatchClosed, { match })] };
}
