import {
  HoldHeld,
  HoldOverdue,
  HoldRefused,
  HoldReleased,
  event,
  type MatchSession,
  type ObstacleCode,
  type Owners,
} from '#libs/contracts';
import { placesFreed, placesOf, type DayTake, type Takes } from './takes.js';

/** Milliseconds that a set stands without a word from matching before it asks. */
export const standsFor = 10 * 60_000;
/** Milliseconds after which a set that got stuck half-way is taken up again. */
export const pursueAfter = 5_000;
/** Milliseconds after its end at which a set is swept once more, in case a second runner was still taking. */
export const sweepAfter = 60_000;

/** What stood in the way. */
export interface Obstacle {
  readonly obstacle: ObstacleCode;
  readonly at: string;
}

/** All that one question of a match takes. */
export interface HoldSet extends Takes {
  readonly question: number;
  /**
   * Which way it goes is decided by one compare-and-swap out of `taking`, before anything is given back: two runners of
   * one hold (a redelivery beside a sweep) then never undo each other.
   */
  readonly phase: 'taking' | 'held' | 'refusing' | 'refused' | 'giving-back' | 'released';
  readonly obstacle: Obstacle | null;
  /** Its days became shorter here and are still to be made shorter where they are kept. */
  readonly narrowing: boolean;
  /** What of it is being given back while the rest stands; absent: nothing. */
  readonly shed?: Takes | null;
  /** Epoch ms until which it stands unasked; null once matching has said keep. */
  readonly until: number | null;
  /** When it is looked at again, epoch ms. */
  readonly nextAt: number | null;
}

/** All that one match holds: a set for each question, taken beside each other and given back one by one. */
export interface Hold {
  readonly owners: Owners;
  readonly sets: readonly HoldSet[];
}

/** What a question wants; `obstacle` when it is known beforehand that it cannot be had. */
export interface Wanted extends Takes {
  readonly question: number;
  readonly obstacle: Obstacle | null;
}

export interface Made {
  readonly state: Hold;
  readonly events: readonly object[];
}

export const isLive = ({ phase }: HoldSet) => phase === 'taking' || phase === 'held';

export function nextAtOf({ sets }: Hold): number | null {
  const times = sets.flatMap(({ nextAt }) => nextAt ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}

/** A set is half-way, or matching has not said yet whether it stands. */
export function isUnfinished({ sets }: Hold): boolean {
  return sets.some(({ phase, until, narrowing, shed }) =>
    phase === 'held'
      ? until !== null || narrowing || shed
      : ['taking', 'refusing', 'giving-back'].includes(phase),
  );
}

function setOf(wanted: Wanted, now: number): HoldSet {
  const phase = wanted.obstacle ? 'refusing' : 'taking';
  return { ...wanted, phase, narrowing: false, until: null, nextAt: now + pursueAfter };
}

export function beginHold(owners: Owners, wanted: Wanted, now: number): Hold {
  return { owners, sets: [setOf(wanted, now)] };
}

/** What lies in the past needs nothing. */
export function holdNothing(owners: Owners, question: number, now: number): Made {
  const nothing = { question, obstacle: null, slots: [], demand: [], days: [], ceilings: [] };
  const set: HoldSet = { ...nothing, phase: 'held', narrowing: false, until: null, nextAt: null };
  const until = new Date(now + standsFor).toISOString();
  return { state: { owners, sets: [set] }, events: [event(HoldHeld, { question, slots: [], until })] };
}

/** A newer set beside what stands; refused at once when nothing stands any more. */
export function widen(hold: Hold, wanted: Wanted, now: number): Made | null {
  if (hold.sets.some(({ question }) => question === wanted.question)) return null;
  const obstacle = hold.sets.some(isLive)
    ? wanted.obstacle
    : { obstacle: 'slot-gone' as const, at: wanted.slots[0]?.slotId ?? '' };
  return { state: { ...hold, sets: [...hold.sets, setOf({ ...wanted, obstacle }, now)] }, events: [] };
}

/** Everything is taken: tell matching, unless it does not want it any more. */
export function held(hold: Hold, question: number, now: number): Made | null {
  const until = now + standsFor;
  const state = step(hold, question, ['taking'], { phase: 'held', until, nextAt: until });
  if (!state) return null;
  const slots = placesOf(state.sets.filter(({ phase }) => phase === 'held'));
  return { state, events: [event(HoldHeld, { question, slots, until: new Date(until).toISOString() })] };
}

/** Something stands in the way: what was taken is to be given back. */
export function refusing(hold: Hold, question: number, obstacle: Obstacle, now: number): Made | null {
  const state = step(hold, question, ['taking'], {
    phase: 'refusing',
    obstacle,
    nextAt: now + pursueAfter,
  });
  return state && { state, events: [] };
}

/** Everything of a set is given back: tell matching. */
export function givenBack(hold: Hold, question: number, now: number): Made | null {
  const set = hold.sets.find((each) => each.question === question);
  const nextAt = now + sweepAfter;
  if (set?.phase === 'refusing' && set.obstacle) {
    const state = step(hold, question, ['refusing'], { phase: 'refused', nextAt }) as Hold;
    return { state, events: [event(HoldRefused, { question, ...set.obstacle })] };
  }
  if (set?.phase !== 'giving-back') return null;
  const state = step(hold, question, ['giving-back'], { phase: 'released', nextAt }) as Hold;
  const slots = placesFreed(
    set,
    state.sets.filter((each) => isLive(each) || each.phase === 'giving-back'),
  );
  const left = placesOf(state.sets.filter(({ phase }) => phase === 'held'));
  return { state, events: [event(HoldReleased, { question, slots, left })] };
}

/** The match ended, or matching knows nothing of this question: from here on it is being given back. */
export function giveBack(
  hold: Hold,
  now: number,
  which: (set: HoldSet) => boolean = () => true,
): Made | null {
  if (!hold.sets.some((set) => isLive(set) && which(set))) return null;
  const given = { phase: 'giving-back', narrowing: false, until: null, nextAt: now + pursueAfter } as const;
  const sets = hold.sets.map((set) => (isLive(set) && which(set) ? { ...set, ...given } : set));
  return { state: { ...hold, sets }, events: [] };
}

/** The change does not come: its set goes, the older stands. */
export function dropSet(hold: Hold, question: number, now: number): Made | null {
  const older = hold.sets.some((set) => isLive(set) && set.question < question);
  return older ? giveBack(hold, now, (set) => set.question === question) : null;
}

/** The set on which a question stands: its own, else the newest before it (another time within the same slot). */
export function standing({ sets }: Hold, question: number): HoldSet | undefined {
  return sets
    .filter((set) => set.phase === 'held' && set.question <= question)
    .reduce<HoldSet | undefined>((a, b) => (a && a.question > b.question ? a : b), undefined);
}

/** Matching asks or confirms this question: its set stands until matching releases it, older ones are given back. */
export function countsFrom(hold: Hold, question: number, now: number): Made | null {
  const counting = standing(hold, question);
  if (!counting) return null;
  const kept = keep(hold, counting.question)?.state ?? hold;
  return giveBack(kept, now, (set) => set.question < counting.question) ?? { state: kept, events: [] };
}

/** Matching owns it now: it stands until matching releases it. */
export function keep(hold: Hold, question: number): Made | null {
  const set = hold.sets.find((each) => each.question === question);
  const nextAt = set?.narrowing || set?.shed ? set.nextAt : null;
  const state = step(hold, question, ['held'], { until: null, nextAt });
  return state && { state, events: [] };
}

/** Both sides know the exact times: days become shorter, never longer. Older sets are given back as in `countsFrom`. */
export function confirm(
  hold: Hold,
  question: number,
  sessions: readonly MatchSession[],
  now: number,
): Made | null {
  const made = countsFrom(hold, question, now);
  const counting = made && standing(made.state, question);
  if (!counting) return made;
  const spans = new Map(
    sessions.map(({ id, start, end }) => [id, { start: Date.parse(start), end: Date.parse(end) }]),
  );
  const days = counting.days.map((day) => {
    const span = spans.get(day.session);
    return span && isWithin(span, day) ? { ...day, ...span } : day;
  });
  if (days.every((day, i) => day === counting.days[i])) return made;
  const narrowing = { days, narrowing: true, nextAt: now + pursueAfter };
  const state = step(made.state, counting.question, ['held'], narrowing) ?? made.state;
  return { state, events: [] };
}

type Span = Pick<DayTake, 'start' | 'end'>;

const isWithin = (inner: Span, outer: Span) =>
  outer.start <= inner.start &&
  inner.end <= outer.end &&
  (outer.start < inner.start || inner.end < outer.end);

/** The days are shorter where they are kept. */
export function narrowed(hold: Hold, question: number, days: HoldSet['days']): Made | null {
  const set = hold.sets.find((each) => each.question === question);
  // Made shorter once more meanwhile: that is still to be done.
  if (!set?.narrowing || JSON.stringify(set.days) !== JSON.stringify(days)) return null;
  const state = step(hold, question, ['held'], { narrowing: false, nextAt: set.until });
  return state && { state, events: [] };
}

/**
 * A set whose time is over asks matching, and asks again later while no answer comes: never freed by the clock alone. One
 * that ended and was swept once more is forgotten: nothing of it can be left anywhere.
 */
export function fallDue(hold: Hold, now: number): Made | null {
  const isDue = ({ nextAt }: HoldSet) => nextAt !== null && nextAt <= now;
  const asks = (set: HoldSet) => set.phase === 'held' && set.until !== null && isDue(set);
  const gone = (set: HoldSet) => (set.phase === 'refused' || set.phase === 'released') && isDue(set);
  if (!hold.sets.some((set) => asks(set) || gone(set))) return null;
  const sets = hold.sets
    .filter((set) => !gone(set))
    .map((set) => (asks(set) ? { ...set, nextAt: now + standsFor } : set));
  const events = hold.sets.filter(asks).map(({ question }) => event(HoldOverdue, { question }));
  return { state: { ...hold, sets }, events };
}

/** With one set changed; null when it is in another phase. */
export function step(
  hold: Hold,
  question: number,
  from: readonly HoldSet['phase'][],
  changes: Partial<HoldSet>,
): Hold | null {
  const at = hold.sets.findIndex((set) => set.question === question && from.includes(set.phase));
  if (at < 0) return null;
  return { ...hold, sets: hold.sets.map((set, i) => (i === at ? { ...set, ...changes } : set)) };
}
