import * as fc from 'fast-check';
import { bestValue } from '../../test/best-value.js';
import { Draw } from '../../test/random-market.js';
import { TableMarket, tableMarkets } from '../../test/table-market.js';
import { FullScan } from '../search/full-scan.js';
import { checkPlan } from './check-plan.js';
import { PlanOptionsInvalid, type PlanOptions } from './plan-options.js';
import { finishedPlan, plan, PlanCancelled, preparePlanning, type Plan } from './plan.js';
import { planSteps, stepWorker, type PlanStep } from './plan-steps.js';

const small = { requests: 9, slots: 6, capacity: 3 };

describe('a plan', () => {
  it('gives the contested place to whom it is worth most', () => {
    const made = planOf(
      [
        [9000, 5000],
        [8000, -1],
      ],
      [1, 1],
    );

    expect([...made.assignment]).toEqual([1, 0]);
    expect(made.value).toBe(13_000);
  });

  it('never assigns where a hard condition fails, nor for a score of 0', () => {
    expect([...planOf([[-1, 0]], [1, 1]).assignment]).toEqual([-1]);
  });

  it('leaves the worst request out when demand exceeds supply, at a price above what it is worth', () => {
    const made = planOf([[5000], [7000], [6000]], [2]);

    expect([...made.assignment]).toEqual([-1, 0, 0]);
    expect(made.prices[0]).toBeGreaterThan(4900);
  });

  it.each([
    ['without requests', [], [1, 2]],
    ['without slots', [[], []], []],
    ['with full slots only', [[900, 800]], [0, 0]],
    ['without anything', [], []],
  ])('is empty and proven for a market %s', (_, scores, capacity) => {
    const made = planOf(scores, capacity);

    expect([...made.assignment]).toEqual(scores.map(() => -1));
    expect(made).toMatchObject({ value: 0, certificate: { bound: 0, gap: 0 } });
  });

  it('is feasible, and its certificate true, on any market', () => {
    fc.assert(
      fc.property(tableMarkets(small), (market) => {
        const made = plan(market, new FullScan(market));

        expect(checkPlan(market, new FullScan(market), made)).toEqual([]);
        const best = bestValue(market);
        expect(made.value).toBeLessThanOrEqual(best);
        expect(made.certificate.bound).toBeGreaterThanOrEqual(best);
        expect(made.certificate.gap).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes within ε per assigned request of the best', () => {
    fc.assert(
      fc.property(tableMarkets(small), (market) => {
        const made = plan(market, new FullScan(market), { epsilon: 1 });

        const served = made.assignment.filter((slot) => slot >= 0).length;
        expect(bestValue(market) - made.value).toBeLessThanOrEqual(served);
      }),
      { numRuns: 300 },
    );
  });

  it('is as good where more slots fit than a request holds or has in stock', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(60, 900), (seed, spread) => {
        const draw = new Draw(seed);
        const popularity = Array.from({ length: 90 }, () => draw.integer(1000, 3000));
        const scores = Array.from({ length: 110 }, () =>
          popularity.map((score) => score + draw.integer(0, spread)),
        );
        const market = new TableMarket(scores, Array<number>(90).fill(1));
        const made = plan(market, new FullScan(market), { epsilon: 5 });

        expect(checkPlan(market, new FullScan(market), made)).toEqual([]);
        const best = bestValue(market);
        expect(best - made.value).toBeLessThanOrEqual(90 * 5);
        expect(made.certificate.bound).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 12 },
    );
  });

  it('bids no more for what it holds than a slot out of sight could be worth', () => {
    const only = (slot: number, score: number) =>
      Array.from({ length: 13 }, (_, at) => (at === slot ? score : -1));
    const dear = Array.from({ length: 11 }, (_, slot) => only(slot, 9500));
    const anywhere = Array<number>(13).fill(9000);
    const made = planOf([...dear, anywhere, only(11, 5000)], Array<number>(13).fill(1));

    expect([...made.assignment.slice(11)]).toEqual([12, 11]);
  });

  it('goes on until it is proven as close to the best as asked', () => {
    const market = new TableMarket(
      [
        [5000, 4990],
        [5010, 4980],
        [4970, 4960],
      ],
      [1, 1],
    );
    const made = plan(market, new FullScan(market), { epsilon: 900, within: 0.01 });

    expect(made.certificate.gap).toBeLessThanOrEqual(0.01);
    expect(made.certificate.epsilon).toBeLessThan(900);
  });

  it('is the same whoever does which part of a step', () => {
    fc.assert(
      fc.property(
        tableMarkets({ ...small, requests: 30 }),
        fc.nat(),
        fc.constantFrom(0, 30),
        (market, turn, epsilon) => {
          const one = plan(market, new FullScan(market), { epsilon });
          const two = planInParts(market, { epsilon }, (state, step) => {
            const workers = [0, 1].map(() => stepWorker(state, new FullScan(market), step));
            const tasks = [...Array(step.tasks).keys()].sort((a, b) => ((a + turn) % 3) - ((b + turn) % 3));
            for (const task of tasks) workers[task % 2]!(task);
          });

          expect(two).toEqual(one);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('places that cost something', () => {
  it('spread the load: an extra place is given only for more than it costs', () => {
    const placeCosts = { first: Int32Array.of(0, 0), step: Int32Array.of(1000, 0) };
    const made = planOf(
      [
        [9000, 8500],
        [9000, 8500],
        [9000, -1],
      ],
      [3, 1],
      { placeCosts },
    );

    expect(made.assignment[2]).toBe(0);
    expect([...made.assignment].sort()).toEqual([0, 0, 1]);
    expect(made.value).toBe(9000 + 9000 + 8500 - 1000);
  });

  it('keep the plan feasible and the certificate true', () => {
    const costs = fc.record({
      first: fc.integer({ min: 0, max: 400 }),
      step: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(tableMarkets(small), fc.array(costs, { minLength: 6, maxLength: 6 }), (market, costOf) => {
        const placeCosts = {
          first: Int32Array.from({ length: market.slotCount }, (_, slot) => costOf[slot]!.first),
          step: Int32Array.from({ length: market.slotCount }, (_, slot) => costOf[slot]!.step),
        };
        const made = plan(market, new FullScan(market), { placeCosts, epsilon: 1 });

        expect(checkPlan(market, new FullScan(market), made, { placeCosts })).toEqual([]);
        const best = bestValue(market, placeCosts);
        expect(made.value).toBeLessThanOrEqual(best);
        expect(made.certificate.bound).toBeGreaterThanOrEqual(best);
        expect(best - made.value).toBeLessThanOrEqual(made.assignment.filter((slot) => slot >= 0).length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a watched plan', () => {
  const market = new TableMarket([[5000]], [1]);

  it('tells how far each step is', () => {
    const told: string[] = [];
    plan(
      market,
      new FullScan(market),
      {},
      { progress: ({ name, tasks }, done) => told.push(`${name} ${done}/${tasks}`) },
    );

    expect(told).toEqual(['candidates 1/1', 'auction 1/1', 'pricing 1/1']);
  });

  it('can be cancelled between tasks', () => {
    let asked = 0;
    const cancelled = () => ++asked === 3;

    expect(() => plan(market, new FullScan(market), {}, { cancelled })).toThrow(PlanCancelled);
    expect(asked).toBe(3);
  });

  it.each<PlanOptions>([
    { epsilon: -1 },
    { epsilon: 1.5 },
    { epsilon: NaN },
    { epsilon: 2 ** 21 },
    { within: -1 },
    { within: NaN },
    { placeCosts: { first: Int32Array.of(0, 0), step: Int32Array.of(0) } },
    { placeCosts: { first: Int32Array.of(-1), step: Int32Array.of(0) } },
  ])('refuses the options %j', (options) => {
    expect(() => plan(market, new FullScan(market), options)).toThrow(PlanOptionsInvalid);
  });
});

function planOf(
  scores: readonly (readonly number[])[],
  capacity: readonly number[],
  options?: PlanOptions,
): Plan {
  const market = new TableMarket(scores, capacity);
  return plan(market, new FullScan(market), options);
}

function planInParts(
  market: TableMarket,
  options: PlanOptions,
  work: (state: ReturnType<typeof preparePlanning>, step: PlanStep) => void,
): Plan {
  const state = preparePlanning(market, options, (bytes) => new SharedArrayBuffer(bytes));
  const steps = planSteps(state, options);
  let next = steps.next();
  for (; !next.done; next = steps.next()) work(state, next.value);
  return finishedPlan(state, next.value);
}
