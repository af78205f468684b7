import {
  HoldHeld,
  HoldOverdue,
  HoldRefused,
  HoldReleased,
  event,
  type HeldSlot,
  type Owners,
} from '#libs/contracts';

/** Milliseconds that a hold stands without a word from matching before it asks. */
export const standsFor = 10 * 60_000;
/** Milliseconds after which a hold that got stuck half-way is taken up again. */
export const pursueAfter = 5_000;
/** Milliseconds after its end at which a hold is swept once more, in case a second runner was still taking. */
export const sweepAfter = 60_000;

/** What stood in the way. */
export interface Obstacle {
  readonly obstacle: HoldRefused['obstacle'];
  readonly at: string;
}

/**
 * All that one match takes, for one question: places in slots, and the demand itself (request × group), so that two
 * approvals of one request cannot both win.
 */
export interface Hold {
  readonly owners: Owners;
  readonly question: number;
  readonly slots: readonly HeldSlot[];
  /** `<request>|<group>` */
  readonly demand: readonly string[];
  /**
   * Which way it goes is decided by one compare-and-swap out of `taking`, before anything is given back: two runners of
   * one hold (a redelivery beside a sweep) then never undo each other.
   */
  readonly phase: 'taking' | 'held' | 'refusing' | 'refused' | 'giving-back' | 'released';
  readonly obstacle: Obstacle | null;
  /** Epoch ms until which it stands unasked; null once matching has said keep. */
  readonly until: number | null;
  /** When it is looked at again, epoch ms. */
  readonly nextAt: number | null;
}

interface Made {
  readonly state: Hold;
  readonly events: readonly object[];
}

export function beginHold(wanted: Pick<Hold, 'owners' | 'question' | 'slots' | 'demand'>, now: number): Hold {
  return { ...wanted, phase: 'taking', obstacle: null, until: null, nextAt: now + pursueAfter };
}

/** Everything is taken: tell matching, unless the match ended meanwhile. */
export function held(hold: Hold, now: number): Made | null {
  if (hold.phase !== 'taking') return null;
  const until = now + standsFor;
  const told = { question: hold.question, slots: [...hold.slots], until: new Date(until).toISOString() };
  return { state: { ...hold, phase: 'held', until, nextAt: until }, events: [event(HoldHeld, told)] };
}

/** Something stands in the way: what was taken is to be given back. */
export function refusing(hold: Hold, obstacle: Obstacle, now: number): Made | null {
  if (hold.phase !== 'taking') return null;
  return { state: { ...hold, phase: 'refusing', obstacle, nextAt: now + pursueAfter }, events: [] };
}

/** Everything is given back after an obstacle: tell matching. */
export function refused(hold: Hold, now: number): Made | null {
  if (hold.phase !== 'refusing' || !hold.obstacle) return null;
  const told = { question: hold.question, ...hold.obstacle };
  return {
    state: { ...hold, phase: 'refused', nextAt: now + sweepAfter },
    events: [event(HoldRefused, told)],
  };
}

/** The match ended: from here on it is being given back. */
export function giveBack(hold: Hold, now: number): Made | null {
  if (hold.phase !== 'taking' && hold.phase !== 'held') return null;
  return { state: { ...hold, phase: 'giving-back', until: null, nextAt: now + pursueAfter }, events: [] };
}

/** Everything is given back. */
export function released(hold: Hold, now: number): Made | null {
  if (hold.phase !== 'giving-back') return null;
  const told = { question: hold.question, slots: [...hold.slots] };
  return {
    state: { ...hold, phase: 'released', nextAt: now + sweepAfter },
    events: [event(HoldReleased, told)],
  };
}

/** Its time is over: ask matching, and ask again later while no answer comes. Never freed by the clock alone. */
export function overdue(hold: Hold, now: number): Made | null {
  if (hold.phase !== 'held' || hold.until === null) return null;
  return {
    state: { ...hold, nextAt: now + standsFor },
    events: [event(HoldOverdue, { question: hold.question })],
  };
}

/** Matching owns it now: it stands until matching releases it. */
export function keep(hold: Hold): Made | null {
  if (hold.phase !== 'held') return null;
  return { state: { ...hold, until: null, nextAt: null }, events: [] };
}

/** Swept once more: nothing of it can be left anywhere. */
export function swept(hold: Hold): Made | null {
  return hold.phase === 'refused' || hold.phase === 'released'
    ? { state: { ...hold, nextAt: null }, events: [] }
    : null;
}
