import type { Match } from '../api/matches.js';
import { withOffset } from '../say/offsets.js';
import { minutesOf } from './times.js';
import { timesIn, unitsOf, type Unit } from './units.js';

/** A free slot of the same offer, with the places that are left in it. */
export interface FreeSlot {
  readonly slotId: string;
  readonly start: string;
  readonly end: string;
  readonly groups: number;
}

interface PlacesToGo {
  /** Each gets a time of its own, within what it allows; none: there is no other time. */
  readonly units: readonly Unit[];
  /** Minutes that each takes. */
  readonly minutes: number;
  /** The times that were chosen, as the server takes them. */
  timesIn(starts: Readonly<Record<string, string>>): object;
}

/**
 * Where else an appointment can be. In one slot: anywhere in that one, or in another. In several: each lesson elsewhere in its
 * own slot; where those have no room for that, all lessons after each other in one other slot.
 */
export function placesToGo(
  match: Pick<Match, 'sessions' | 'allowed' | 'minutes' | 'exact'>,
  others: readonly FreeSlot[],
): PlacesToGo {
  const { sessions, allowed, minutes } = match;
  const units = unitsOf(match);
  if (units.length > 1) {
    if (units.some((unit) => unit.allowed.some((span) => minutesOf(span) > minutes)))
      return { units, minutes, timesIn: (starts) => timesIn(starts, units) };
    return together(
      [],
      others.filter(({ groups }) => groups >= sessions.length),
      minutes * sessions.length,
    );
  }
  const isOnlyTime = match.exact && allowed.every((span) => minutesOf(span) <= minutes);
  return together(isOnlyTime ? [] : allowed, others, minutes);
}

function together(allowed: Match['allowed'], others: readonly FreeSlot[], minutes: number): PlacesToGo {
  const roomy = others.filter((slot) => minutesOf(slot) >= minutes);
  const spans = [...allowed, ...roomy];
  return {
    units: spans.length > 0 ? [{ id: 'all', allowed: spans }] : [],
    minutes,
    timesIn({ all = '' }) {
      if (!all.includes('T') || all.endsWith('T')) return {};
      const start = withOffset(all);
      const [from, to] = [Date.parse(start), Date.parse(start) + minutes * 60_000];
      const holds = (span: { readonly start: string; readonly end: string }) =>
        Date.parse(span.start) <= from && to <= Date.parse(span.end);
      const slot = allowed.some(holds) ? undefined : roomy.find(holds);
      return { start, ...(slot ? { slotId: slot.slotId } : {}) };
    },
  };
}
