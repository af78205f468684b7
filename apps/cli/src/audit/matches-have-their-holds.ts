import type { Check, Violation } from '#libs/runtime';
import { liveStates, matchesAggregate, pastStates } from '#libs/services/matching';
import { holdsAggregate } from '#libs/services/offers';

interface Held {
  /** Something of it stands or is being taken. */
  readonly lives: boolean;
  /** Places by slot, of the sets that are held; undefined when none is. */
  readonly places: ReadonlyMap<string, number> | undefined;
}

const nothing: Held = { lives: false, places: undefined };
const mayHold: ReadonlySet<string> = new Set([...liveStates, ...pastStates]);
/** Still being secured: what it holds is known a moment later, and its clock sees to that. */
const beingSecured = 'holding';

/** Two services decide about one appointment: what the one promised the other keeps free. */
export const matchesHaveTheirHolds: Check = {
  sentence: 'every live hold has its match, and every match that was promised has its holds',
  async look({ all }) {
    const holds = new Map<string, Held>();
    for await (const { id, state } of all(holdsAggregate.collection)) holds.set(id, heldBy(state));
    const wrong: Violation[] = [];
    const states = new Map<string, string>();
    for await (const { id, state: match } of all(matchesAggregate.collection)) {
      states.set(id, match.state);
      if (!liveStates.includes(match.state) || match.state === beingSecured) continue;
      const { places } = holds.get(id) ?? nothing;
      const lacking = match.needs.find(({ slotId, groups }) => (places?.get(slotId) ?? 0) < groups);
      if (!places) wrong.push({ id, what: `is ${match.state} and holds nothing` });
      else if (lacking) wrong.push({ id, what: `is ${match.state} and does not hold ${lacking.slotId}` });
    }
    for (const [id, { lives }] of holds) {
      const state = states.get(id);
      if (lives && !mayHold.has(state ?? ''))
        wrong.push({ id, what: `holds something and its match is ${state ?? 'unknown'}` });
    }
    return { looked: states.size + holds.size, wrong };
  },
};

interface Sets {
  readonly sets: readonly {
    readonly phase: string;
    readonly slots: readonly { readonly slotId: string; readonly groups: number }[];
  }[];
}

function heldBy({ sets }: Sets): Held {
  const held = sets.filter(({ phase }) => phase === 'held');
  const places = new Map<string, number>();
  for (const { slotId, groups } of held.flatMap(({ slots }) => slots))
    places.set(slotId, Math.max(places.get(slotId) ?? 0, groups));
  const lives = held.length > 0 || sets.some(({ phase }) => phase === 'taking');
  return { lives, places: held.length > 0 ? places : undefined };
}
