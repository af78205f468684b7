import * as fc from 'fast-check';
import { FlatMarket, type RequestAxes, type SlotAxes } from '../src/search/flat-market.js';

/**
 * A market whose scores are simply listed: `scores[request][slot]`, −1 = does not fit. Requests and slots stand under the
 * theme roots given (default all under one) and fit only within one.
 */
export class TableMarket extends FlatMarket {
  readonly capacity: Int32Array;
  readonly requestCount: number;
  readonly slotCount: number;

  constructor(
    private readonly scores: readonly (readonly number[])[],
    capacity: readonly number[],
    private readonly roots: { requests: readonly number[]; slots: readonly number[] } = {
      requests: [],
      slots: [],
    },
  ) {
    super();
    this.capacity = Int32Array.from(capacity);
    this.requestCount = scores.length;
    this.slotCount = capacity.length;
  }

  score(request: number, slot: number): number {
    const fits = this.capacity[slot]! > 0 && this.requestRoot(request) === this.slotRoot(slot);
    return fits ? this.scores[request]![slot]! : -1;
  }

  slotAxes(slot: number, into: SlotAxes): void {
    into.themeCount = 1;
    into.roots[0] = this.slotRoot(slot);
    into.x = 50 * (slot % 2);
    into.y = 0;
  }

  requestAxes(request: number, into: RequestAxes): void {
    into.tierCount = 1;
    into.tierRoots[0] = this.requestRoot(request);
    into.x = -50 * (request % 3);
    into.y = 10;
  }

  private requestRoot(request: number): number {
    return this.roots.requests[request] ?? 0;
  }

  private slotRoot(slot: number): number {
    return this.roots.slots[slot] ?? 0;
  }
}

export interface MarketSize {
  readonly requests: number;
  readonly slots: number;
  readonly capacity: number;
}

/** Markets up to this size: sparse and dense, with ties, full slots, requests that fit nowhere, and empty sides. */
export function tableMarkets(size: MarketSize): fc.Arbitrary<TableMarket> {
  const scores = (slots: number, highest: number, density: number) =>
    fc.array(
      fc.array(
        fc
          .tuple(fc.integer({ min: 0, max: highest }), fc.integer({ min: 1, max: 100 }))
          .map(([score, chance]) => (chance <= density ? score : -1)),
        { minLength: slots, maxLength: slots },
      ),
      { maxLength: size.requests },
    );
  const roots = (most: number) => fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: most });
  return fc
    .record({
      capacity: fc.array(fc.integer({ min: 0, max: size.capacity }), { maxLength: size.slots }),
      highest: fc.constantFrom(3, 500, 12_000),
      density: fc.constantFrom(30, 70, 100),
      roots: fc.record({ requests: roots(size.requests), slots: roots(size.slots) }),
    })
    .chain(({ capacity, highest, density, roots }) =>
      scores(capacity.length, highest, density).map((rows) => new TableMarket(rows, capacity, roots)),
    );
}
