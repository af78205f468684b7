import * as fc from 'fast-check';
import { generateWorkload } from './generate.js';
import { workloadLayout } from './workload-layout.js';
import { WorkloadMarket } from './workload-market.js';
import { themeSimilarity, workloadScore } from './workload-score.js';
import {
  arrayTypes,
  defaultWorkloadWeights,
  requestFields,
  rowsOf,
  slotFields,
  type Workload,
} from './workload.js';

describe('the score of a workload pair', () => {
  it('is the weighted sum of its parts, in ten-thousandths', () => {
    // .45 × .7 + .25 × (1 − 5/20) + .15 × (1 − 2/6) + .05 × 20/25 + .10 × (1 − .5) + .25
    expect(scoreOf({ load: 0.05 }, { equity: 0.25 })).toBe(9_425);
  });

  it('counts an online slot as half-way near, wherever it is', () => {
    expect(scoreOf({ mode: 4, x: 900 }, { modes: 4 })).toBe(scoreOf({ x: 16, y: 5 }, {}));
  });

  it('takes the limit of whoever travels', () => {
    expect(scoreOf({ mode: 1, radius: 5 }, { radius: 1 })).toBeGreaterThan(0);
    expect(scoreOf({ mode: 1, radius: 4.9 }, { radius: 100 })).toBe(-1);
    expect(scoreOf({ mode: 2, radius: 1 }, { radius: 5 })).toBeGreaterThan(0);
    expect(scoreOf({ mode: 2, radius: 100 }, { radius: 4.9 })).toBe(-1);
  });

  it('lets a limit of 0 km fit on the spot only', () => {
    expect(scoreOf({ radius: 0, x: 6, y: 9 }, { x: 6, y: 9 })).toBe(scoreOf({ x: 6, y: 9 }, { x: 6, y: 9 }));
    expect(scoreOf({ radius: 0 }, {})).toBe(-1);
  });

  it.each([
    ['no place is left', { cap: 0 }, {}],
    ['no mode is shared', { mode: 1 }, { modes: 6 }],
    ['no level is shared', { level: 1 }, { level: 2 }],
    ['no part of the day is shared', { part: 1 }, { parts: 6 }],
    ['the group is too large', { maxGroup: 19 }, {}],
    ['the day comes too early', { day: 9 }, {}],
    ['the day comes too late', { day: 21 }, {}],
    ['the theme has another root', { theme: 30 }, {}],
  ])('is −1 when %s', (_, slot, request) => {
    expect(scoreOf(slot, request)).toBe(-1);
  });

  it('is 0 for what would be worth less than nothing, and for a group of 0 in a slot for none', () => {
    expect(scoreOf({ load: 90 }, {})).toBe(0);
    expect(scoreOf({ maxGroup: 0 }, { group: 0 })).toBeGreaterThan(0);
  });

  it('knows leaf, branch and root', () => {
    expect([7, 5, 4, 29, 30].map((other) => themeSimilarity(7, other))).toEqual([1, 0.7, 0.35, 0.35, 0]);
  });

  it('is what the market says of every pair', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 400 }), (seed, size) => {
        const workload = generateWorkload({ slots: size, requests: 20, seed });
        const market = new WorkloadMarket(workloadLayout(workload));

        for (let request = 0; request < 20; request++) {
          for (let slot = 0; slot < size; slot++) {
            if (market.score(request, slot) !== workloadScore(workload, request, slot)) {
              throw new Error(`request ${request}, slot ${slot}`);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

const aSlot = {
  x: 9,
  y: 9,
  radius: 20,
  load: 0,
  theme: 6,
  day: 17,
  mode: 1,
  level: 3,
  part: 3,
  maxGroup: 25,
  cap: 1,
  partner: 0,
};

const aRequest = {
  x: 6,
  y: 5,
  radius: 20,
  equity: 0,
  theme: 7,
  d0: 10,
  d1: 20,
  modes: 3,
  level: 1,
  parts: 1,
  group: 20,
  school: 0,
};

/** By formula and by market, which must agree. */
function scoreOf(slot: Partial<typeof aSlot>, request: Partial<typeof aRequest>): number {
  const row: Record<string, number> = { ...aSlot, ...slot };
  const wish: Record<string, number> = { ...aRequest, ...request };
  const workload: Workload = {
    meta: { slots: 1, requests: 1, leaves: 360, days: 200, weights: defaultWorkloadWeights },
    slots: rowsOf(slotFields, (field, type) => arrayTypes[type].of(row[field]!)),
    requests: rowsOf(requestFields, (field, type) => arrayTypes[type].of(wish[field]!)),
  };
  const score = workloadScore(workload, 0, 0);
  expect(new WorkloadMarket(workloadLayout(workload)).score(0, 0)).toBe(score);
  return score;
}
