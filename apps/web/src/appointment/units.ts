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

/** As `timesIn`, in another slot of the same offer when the time lies there. */
export function elsewhereIn(
  start: string,
  {
    allowed,
    others,
  }: { readonly allowed: readonly Allowed[]; readonly others: readonly Required<Allowed>[] },
  minutes: number,
): { readonly start?: string; readonly slotId?: string } {
  if (!start.includes('T') || start.endsWith('T')) return {};
  const moment = withOffset(start);
  const [from, to] = [Date.parse(moment), Date.parse(moment) + minutes * 60_000];
  const holds = (span: Allowed) => Date.parse(span.start) <= from && to <= Date.parse(span.end);
  if (allowed.some(holds)) return { start: moment };
  const slot = others.find(holds);
  return slot ? { start: moment, slotId: slot.slotId } : { start: moment };
}
