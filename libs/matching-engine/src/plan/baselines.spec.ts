import * as fc from 'fast-check';
import { TableMarket, tableMarkets } from '../../test/table-market.js';
import { type FlatMarket } from '../search/flat-market.js';
import { FullScan } from '../search/full-scan.js';
import { firstComeFirstServed, greedy } from './baselines.js';
import { assignmentValue } from './fairness.js';

const small = { requests: 9, slots: 6, capacity: 3 };

describe('first come, first served', () => {
  it('lets the first take what the second needs', () => {
    const market = new TableMarket(
      [
        [9000, 8900],
        [8000, -1],
      ],
      [1, 1],
    );

    expect(firstComeFirstServed(market, new FullScan(market))).toEqual({
      assignment: Int32Array.of(0, -1),
      value: 9000,
    });
  });

  it('is each request in turn taking its best free slot', () => {
    fc.assert(
      fc.property(tableMarkets(small), (market) => {
        const { assignment, value } = firstComeFirstServed(market, new FullScan(market));

        const free = [...market.capacity];
        for (let request = 0; request < market.requestCount; request++) {
          const best = pairs(market).filter((pair) => pair.request === request && free[pair.slot]! > 0)[0];
          if (best) free[best.slot]! -= 1;
          expect(assignment[request]).toBe(best?.slot ?? -1);
        }
        expect(value).toBe(assignmentValue(market, assignment));
      }),
      { numRuns: 300 },
    );
  });
});

describe('greedy', () => {
  it('is the best pair first, over all pairs', () => {
    fc.assert(
      fc.property(tableMarkets(small), (market) => {
        const expected = new Int32Array(market.requestCount).fill(-1);
        const free = [...market.capacity];
        for (const { request, slot } of pairs(market)) {
          if (expected[request] !== -1 || free[slot] === 0) continue;
          free[slot]! -= 1;
          expected[request] = slot;
        }

        const { assignment, value } = greedy(market, new FullScan(market));
        expect(assignment).toEqual(expected);
        expect(value).toBe(assignmentValue(market, expected));
      }),
      { numRuns: 500 },
    );
  });
});

function pairs(market: FlatMarket) {
  const found: { request: number; slot: number; score: number }[] = [];
  for (let request = 0; request < market.requestCount; request++)
    for (let slot = 0; slot < market.slotCount; slot++) {
      const score = market.score(request, slot);
      if (score > 0) found.push({ request, slot, score });
    }
  return found.sort((a, b) => b.score - a.score || a.request - b.request || a.slot - b.slot);
}
