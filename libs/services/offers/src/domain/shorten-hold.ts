import { HoldReleased, event } from '#libs/contracts';
import { isLive, pursueAfter, standing, step, type Hold, type Made } from './hold.js';
import { placesFreed, placesOf, type Takes } from './takes.js';

/** What still lay ahead was called off after some of it took place: the set stands for that alone, the rest goes. */
export function shorten(
  hold: Hold,
  question: number,
  took: {
    readonly sessions: ReadonlySet<string>;
    readonly slotIds: ReadonlySet<string>;
    readonly demand: ReadonlySet<string>;
  },
  now: number,
): Made | null {
  const set = standing(hold, question);
  const days = set?.days.filter(({ session }) => took.sessions.has(session)) ?? [];
  if (!set || days.length === set.days.length) return null;
  const staying = new Set(days.map(({ id }) => id));
  const shed: Takes = {
    slots: set.slots.filter(({ slotId }) => !took.slotIds.has(slotId)),
    demand: set.demand.filter((id) => !took.demand.has(id)),
    days: set.days.filter(({ id }) => !staying.has(id)),
    ceilings: [],
  };
  const state = step(hold, set.question, ['held'], {
    slots: set.slots.filter(({ slotId }) => took.slotIds.has(slotId)),
    demand: set.demand.filter((id) => took.demand.has(id)),
    days,
    shed,
    nextAt: now + pursueAfter,
  });
  return state && { state, events: [] };
}

/** What was called off is given back: tell matching. */
export function hasShed(hold: Hold, question: number): Made | null {
  const set = hold.sets.find((each) => each.question === question);
  if (!set?.shed) return null;
  const state = step(hold, question, ['held'], { shed: null, nextAt: set.until });
  if (!state) return null;
  const left = placesOf(state.sets.filter(({ phase }) => phase === 'held'));
  const slots = placesFreed(set.shed, state.sets.filter(isLive));
  return { state, events: [event(HoldReleased, { question, slots, left })] };
}
