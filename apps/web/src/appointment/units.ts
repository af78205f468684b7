import type { Match } from '../api/matches.js';
import { withOffset } from '../say/offsets.js';
import { minutesOf } from './times.js';

type Allowed = Match['allowed'][number];

/** What gets a time of its own: all lessons in a row, or each lesson when they lie in different slots. */
export interface Unit {
  readonly id: string;
  readonly allowed: readonly Allowed[];
}

export function unitsOf({ sessions, allowed }: Pick<Match, 'sessions' | 'allowed'>): readonly Unit[] {
  const slots = new Set(sessions.map(({ slotId }) => slotId));
  if (slots.size <= 1) return [{ id: 'all', allowed }];
  return sessions.map(({ id, slotId }) => ({
    id,
    allowed: allowed.filter((span) => span.slotId === slotId),
  }));
}

/** Whether saying yes needs a time: none was agreed, and the slot is longer than what is given in it. */
export function needsTime({
  exact,
  allowed,
  minutes,
}: Pick<Match, 'exact' | 'allowed' | 'minutes'>): boolean {
  return !exact && !allowed.every((span) => minutesOf(span) <= minutes);
}

/** The times that were chosen, as an answer says them; nothing when none was. */
export function timesIn(starts: Readonly<Record<string, string>>, units: readonly Unit[]) {
  const chosen = units.flatMap(({ id }) => {
    const local = starts[id];
    return local?.includes('T') && !local.endsWith('T') ? [{ id, start: withOffset(local) }] : [];
  });
  const [first] = chosen;
  if (!first) return {};
  return first.id === 'all' ? { start: first.start } : { sessions: chosen };
}
