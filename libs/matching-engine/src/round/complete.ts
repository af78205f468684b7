import { PlacesLeft, type Given, type WholeTask } from './places-left.js';

/**
 * Makes a plan of units whole: a request keeps the slot that most of its units were given when all of it fits there,
 * those that are worth most per place first; the others take the best slot that still has room for all of them, and
 * without one go free. Checks what the units could not see: the places the whole request needs, and ceilings.
 */
export function complete(task: WholeTask, assignment: Int32Array): Given {
  const places = new PlacesLeft(task);
  const wishes = Array.from({ length: task.requests.count }, (_, request) =>
    wishOf(task, places, request, assignment),
  );
  const inOrder = byWorth(wishes);
  for (const request of inOrder) {
    const { slot } = wishes[request]!;
    if (slot >= 0 && places.hasRoom(request, slot)) places.give(request, slot);
  }
  for (const request of inOrder) if (places.slots[request]! < 0) giveBest(places, request);
  return places;
}

/** Requests in their order; each takes the best slot with room. */
export function firstComeWhole(task: WholeTask): Given {
  const places = new PlacesLeft(task);
  for (let request = 0; request < task.requests.count; request++) giveBest(places, request);
  return places;
}

/** The request with the best slot first, then the best of what is left; equal scores by request. */
export function greedyWhole(task: WholeTask): Given {
  const places = new PlacesLeft(task);
  const waiting: number[][] = [];
  const queue = (request: number): void => {
    const slot = places.bestFor(request);
    if (slot >= 0) (waiting[places.scoreOf(request, slot)] ??= []).push(request);
  };
  for (let request = 0; request < task.requests.count; request++) queue(request);
  for (let score = waiting.length - 1; score > 0; score--) {
    for (const request of waiting[score]?.sort((a, b) => a - b) ?? []) {
      const slot = places.bestFor(request);
      // Its slot may have filled up since: then it waits for the turn of its next best.
      if (slot >= 0 && places.scoreOf(request, slot) === score) places.give(request, slot);
      else queue(request);
    }
    waiting[score] = [];
  }
  return places;
}

function giveBest(places: PlacesLeft, request: number): void {
  const slot = places.bestFor(request);
  if (slot >= 0) places.give(request, slot);
}

interface Wish {
  readonly slot: number;
  /** Score of all its units per place it takes. */
  readonly worth: number;
}

function wishOf(
  { market, requests }: WholeTask,
  places: PlacesLeft,
  request: number,
  assignment: Int32Array,
): Wish {
  const first = requests.from[request]!;
  const units = new Map<number, number>();
  for (let unit = first; unit < requests.from[request + 1]!; unit++) {
    const slot = assignment[unit]!;
    if (slot >= 0) units.set(slot, (units.get(slot) ?? 0) + 1);
  }
  let best: Wish = { slot: -1, worth: -1 };
  let most = 0;
  for (const [slot, count] of units) {
    const needed = market.placesNeeded(first, slot);
    if (needed < 0) continue;
    const worth = (places.scoreOf(request, slot) * places.unitsOf(request)) / needed;
    if (count > most || (count === most && worth > best.worth)) [best, most] = [{ slot, worth }, count];
  }
  return best;
}

function byWorth(wishes: readonly Wish[]): number[] {
  return wishes.map((_, request) => request).sort((a, b) => wishes[b]!.worth - wishes[a]!.worth || a - b);
}
