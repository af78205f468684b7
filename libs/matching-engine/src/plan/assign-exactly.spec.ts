import * as fc from 'fast-check';
import { bestValue } from '../../test/best-value.js';
import { Draw } from '../../test/random-market.js';
import { TableMarket, tableMarkets } from '../../test/table-market.js';
import { FullScan } from '../search/full-scan.js';
import { checkPlan } from './check-plan.js';
import { type PlaceCosts, type PlanOptions } from './plan-options.js';
import { plan, type Plan } from './plan.js';

const exactly: PlanOptions = { epsilon: 0 };

describe('a plan without bids', () => {
  it('is the best there is, and proven so, on any market', () => {
    const sizes = [
      { requests: 9, slots: 6, capacity: 3 },
      { requests: 6, slots: 12, capacity: 2 },
    ];
    fc.assert(
      fc.property(fc.oneof(...sizes.map(tableMarkets)), (market) => {
        expectBest(market, plan(market, new FullScan(market), exactly));
      }),
      { numRuns: 2000 },
    );
  });

  it('is so where places cost something', () => {
    const cost = fc.constantFrom(0, 1, 100, 400);
    const costs = fc.array(fc.record({ first: cost, step: cost }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(tableMarkets({ requests: 9, slots: 6, capacity: 3 }), costs, (market, costOf) => {
        const of = (name: 'first' | 'step') =>
          Int32Array.from({ length: market.slotCount }, (_, slot) => costOf[slot]![name]);
        const placeCosts = { first: of('first'), step: of('step') };

        expectBest(market, plan(market, new FullScan(market), { ...exactly, placeCosts }), placeCosts);
      }),
      { numRuns: 1000 },
    );
  });

  it('is so where requests fit more slots than they have in stock', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const market = crowdedMarket(60, 90, seed);

      expectBest(market, plan(market, new FullScan(market), exactly));
    }
  });

  it('is made with bids after all where all fight over more than that', () => {
    const market = crowdedMarket(160, 90, 1);
    const made = plan(market, new FullScan(market), exactly);

    expect(checkPlan(market, new FullScan(market), made)).toEqual([]);
    expect(made.certificate.epsilon).toBe(1);
    expect(bestValue(market) - made.value).toBeLessThanOrEqual(90);
  });
});

/** Everybody fits everywhere, and likes the same slots. */
function crowdedMarket(requests: number, slots: number, seed: number): TableMarket {
  const draw = new Draw(seed);
  const popularity = Array.from({ length: slots }, () => draw.integer(1000, 3000));
  const scores = Array.from({ length: requests }, () =>
    popularity.map((score) => score + draw.integer(0, 900)),
  );
  return new TableMarket(scores, Array<number>(slots).fill(1));
}

function expectBest(market: TableMarket, made: Plan, placeCosts?: PlaceCosts): void {
  expect(checkPlan(market, new FullScan(market), made, placeCosts ? { placeCosts } : {})).toEqual([]);
  expect(made.value).toBe(bestValue(market, placeCosts));
  expect(made.certificate).toMatchObject({ gap: 0, epsilon: 0 });
}
