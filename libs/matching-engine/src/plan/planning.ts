import { bidBook, clearBook, infinitePrice, type Allocate, type BidBook } from './bid-book.js';
import { type Layout } from './layout.js';
import { type PlaceCosts } from './plan-options.js';

/** Candidates a request bids among at a time, and how many it has in stock: few requests fit more slots than that. */
export const mostCandidates = 12;
export const mostStock = 64;
/** Requests handled between two looks at the cancel flag. */
export const chunk = 2048;

/**
 * A plan in the making, as arrays that threads can share. Requests and slots are renumbered so that neighbours in the
 * market are neighbours in memory; "position" is the new number.
 */
export interface Planning {
  /** Request number at each position. */
  readonly requests: Int32Array;
  /** Slot number at each position, and back. */
  readonly slots: Int32Array;
  readonly positions: Int32Array;
  /** `mostStock` pairs (slot position, score) per request, the first `stockCounts[position]` in use. */
  readonly stock: Int32Array;
  readonly stockCounts: Uint8Array;
  /** What a slot out of stock can be worth to the request at most, at the prices it was asked for or higher ones. */
  readonly stockFloors: Int32Array;
  /** 1 = the stock was asked for when prices had risen, 2 = there is none yet. */
  readonly restocked: Uint8Array;
  /** The same of the candidates, at the prices they were taken from stock or higher ones. */
  readonly edges: Int32Array;
  readonly edgeCounts: Uint8Array;
  readonly floors: Int32Array;
  readonly book: BidBook;
  /** Slot position of each request, −1 none. */
  readonly assigned: Int32Array;
  /** The prices by slot number: what the source is asked with. */
  readonly slotPrices: Int32Array;
  /** Σ max(0, best score − price) of each chunk of requests, from the last pricing pass. */
  readonly profits: Float64Array;
  /** Requests (positions) of each auction task, `taskStarts[task]` … ; no two tasks share a slot. */
  readonly taskRequests: Int32Array;
  readonly taskStarts: Int32Array;
  /** Of each task: 1 = its requests have the best there is among what they have in stock. */
  readonly solved: Uint8Array;
}

/** `capacity` and `costs` by slot number. */
export function planning(
  capacity: Int32Array,
  layout: Layout,
  costs: PlaceCosts | undefined,
  allocate: Allocate,
): Planning {
  const shared = (numbers: Int32Array) => {
    const copy = new Int32Array(allocate(4 * numbers.length));
    copy.set(numbers);
    return copy;
  };
  const requestCount = layout.requests.length;
  const slots = shared(layout.slots);
  const positions = shared(layout.slots);
  slots.forEach((slot, position) => (positions[slot] = position));
  const state: Planning = {
    requests: shared(layout.requests),
    slots,
    positions,
    stock: new Int32Array(allocate(8 * mostStock * requestCount)),
    stockCounts: new Uint8Array(allocate(requestCount)),
    stockFloors: new Int32Array(allocate(4 * requestCount)),
    restocked: new Uint8Array(allocate(requestCount)).fill(2),
    edges: new Int32Array(allocate(8 * mostCandidates * requestCount)),
    edgeCounts: new Uint8Array(allocate(requestCount)),
    floors: new Int32Array(allocate(4 * requestCount)),
    book: bidBook(
      slots.map((slot) => capacity[slot]!),
      allocate,
    ),
    assigned: new Int32Array(allocate(4 * requestCount)),
    slotPrices: new Int32Array(allocate(4 * slots.length)),
    profits: new Float64Array(allocate(8 * chunksOf(requestCount))),
    taskRequests: shared(layout.taskRequests),
    taskStarts: shared(layout.taskStarts),
    solved: new Uint8Array(allocate(layout.taskStarts.length)),
  };
  if (costs) setPlaceCosts(state, costs);
  return state;
}

export function chunksOf(requestCount: number): number {
  return Math.ceil(requestCount / chunk);
}

/** Everything free again, at the price of giving it. */
export function startOver(state: Planning): void {
  clearBook(state.book);
  state.assigned.fill(-1);
  state.solved.fill(0);
  lowerPrices(state, 0);
}

/** Whatever was solved with less in stock is not any more. */
export function markRestocked({ taskRequests, taskStarts, restocked, solved }: Planning): void {
  for (let task = 0; task < taskStarts.length - 1; task++)
    for (let next = taskStarts[task]!; next < taskStarts[task + 1]!; next++)
      if (restocked[taskRequests[next]!] === 1) solved[task] = 0;
}

/** Lowers all prices by so many score units, not below the cost of a slot's first place, also in the slots' own numbers. */
export function lowerPrices({ book, slots, slotPrices }: Planning, by: number): void {
  const { firstPlace, prices, reserves } = book;
  for (let position = 0; position < slots.length; position++) {
    const price = prices[position]!;
    if (price !== infinitePrice) prices[position] = Math.max(price - by, reserves[firstPlace[position]!]!);
    slotPrices[slots[position]!] = prices[position]!;
  }
}

function setPlaceCosts({ book, slots }: Planning, costs: PlaceCosts): void {
  for (let position = 0; position < slots.length; position++) {
    const first = book.firstPlace[position]!;
    const slot = slots[position]!;
    for (let place = first; place < book.firstPlace[position + 1]!; place++)
      book.reserves[place] = costs.first[slot]! + (place - first) * costs.step[slot]!;
  }
}
