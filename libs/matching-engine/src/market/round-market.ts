import { slotColumns, termColumns, requestColumns, type MarketData } from './market-data.js';

/**
 * A market to plan as a whole: plain data on shared memory, so that threads can be handed it as it is. A unit is one group
 * of a request; it takes one place. Nothing in it changes any more.
 */
export interface RoundMarket {
  readonly data: MarketData;
  /** The day for which lead times and pauses are judged. */
  readonly today: number;
  /** Row of the request that each unit belongs to. */
  readonly units: Int32Array;
  /** What each unit counts beyond its score without equity, × 10,000, ≥ 0. */
  readonly bonus: Int32Array;
  readonly excluded: Excluded;
}

/** Offers (numbers) and slots (rows) that are out for a unit u: those from `from[u]` to before `from[u + 1]`. */
export interface Excluded {
  readonly offersFrom: Int32Array;
  readonly offers: Int32Array;
  readonly slotsFrom: Int32Array;
  readonly slots: Int32Array;
}

/** A copy on shared memory, without rooms to grow; slots that nobody fits have no places. */
export function sharedCopy(data: MarketData): MarketData {
  const { slotCount, termCount, requestCount, themes, policies } = data;
  const slots = copied(data.slots, slotColumns, slotCount);
  for (let slot = 0; slot < slotCount; slot++) if (slots.blocked[slot] === 1) slots.capacity[slot] = 0;
  return {
    slotCount,
    termCount,
    requestCount,
    slots,
    terms: copied(data.terms, termColumns, termCount),
    requests: copied(data.requests, requestColumns, requestCount),
    termLists: shared(data.termLists),
    requestLists: shared(data.requestLists),
    themes: {
      ...themes,
      root: shared(themes.root),
      leaf: shared(themes.leaf),
      similarity: shared(themes.similarity),
    },
    policies: {
      count: policies.count,
      shares: shared(policies.shares),
      prioritised: shared(policies.prioritised),
      themePriority: shared(policies.themePriority),
    },
  };
}

type Column = Int32Array | Float64Array | Uint8Array;

function copied<C extends { [K in keyof C]: Column }>(
  columns: C,
  make: (rows: number) => C,
  rows: number,
): C {
  const copy = make(0);
  for (const name in columns) copy[name] = shared(columns[name].subarray(0, rows) as C[typeof name]);
  return copy;
}

/** A copy on shared memory. */
export function shared<A extends Column>(column: A): A {
  const copy = new (column.constructor as new (buffer: SharedArrayBuffer) => A)(
    new SharedArrayBuffer(column.byteLength),
  );
  copy.set(column);
  return copy;
}
