import * as fc from 'fast-check';
import { generateWorkload } from './generate.js';
import { drawer, randomNumbers } from './random.js';
import { workloadArrays, workloadFrom } from './workload-arrays.js';
import { workloadLayout } from './workload-layout.js';
import { WorkloadMarket } from './workload-market.js';
import { workloadPart } from './workload.js';

describe('a generated workload', () => {
  it('is valid at any size and seed', () => {
    const sizes = fc.record({
      slots: fc.integer({ min: 0, max: 300 }),
      requests: fc.integer({ min: 0, max: 300 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(sizes, (size) => {
        const workload = generateWorkload(size);

        expect(workloadFrom(workload.meta, workloadArrays(workload))).toEqual(workload);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for the same seed and another for another', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => generateWorkload({ slots: 50, requests: 50, seed }));

    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('gives a request of a national market about 44 slots, and one of a small market more than a few', () => {
    expect(eligible(national)).toBeGreaterThan(36);
    expect(eligible(national)).toBeLessThan(54);
    expect(eligible(generateWorkload({ slots: 5_000, requests: 15_000, seed: 1 }))).toBeGreaterThan(10);
  });

  it('has capacities 1, 2, 3, 5 and 8 and less room than three requests a slot want', () => {
    const { cap } = national.slots;

    expect([...new Set(cap)].sort((one, other) => one - other)).toEqual([1, 2, 3, 5, 8]);
    expect(cap.reduce((sum, places) => sum + places, 0)).toBeLessThan(600_000);
  });

  it('has 360 themes of which some are far more popular than others', () => {
    const counts = new Map<number, number>();
    for (const theme of national.slots.theme) counts.set(theme, (counts.get(theme) ?? 0) + 1);
    const sizes = [...counts.values()].sort((one, other) => other - one);

    expect(sizes).toHaveLength(360);
    expect(sizes[0]!).toBeGreaterThan(10 * sizes.at(-1)!);
  });

  it('refuses sizes that are not whole', () => {
    for (const slots of [-1, 0.5, NaN]) {
      expect(() => generateWorkload({ slots, requests: 1, seed: 1 })).toThrow(RangeError);
    }
  });
});

describe('a drawer', () => {
  it('draws in proportion to the weights', () => {
    const draw = drawer([1, 0, 3], randomNumbers(5));
    const counts = [0, 0, 0];
    for (let draws = 0; draws < 40_000; draws++) counts[draw()]!++;

    expect(counts[1]).toBe(0);
    expect(counts[2]! / counts[0]!).toBeCloseTo(3, 0);
  });
});

const national = generateWorkload({ slots: 200_000, requests: 20_000, seed: 1 });

/** Slots that fit a request, the mean of 150. */
function eligible(workload: ReturnType<typeof generateWorkload>): number {
  const market = new WorkloadMarket(workloadLayout(workload));
  const sample = 150;
  let pairs = 0;
  for (let at = 0; at < sample; at++) {
    const request = Math.floor((at * market.requestCount) / sample);
    for (let slot = 0; slot < market.slotCount; slot++) if (market.score(request, slot) >= 0) pairs++;
  }
  return pairs / sample;
}

describe('a part of a workload', () => {
  it('has the slots and requests named, in that order', () => {
    const whole = generateWorkload({ slots: 5, requests: 6, seed: 1 });
    const part = workloadPart(whole, Int32Array.of(4, 0), Int32Array.of(3));

    expect(part.meta).toEqual({ ...whole.meta, slots: 2, requests: 1 });
    expect([...part.slots.x]).toEqual([whole.slots.x[4], whole.slots.x[0]]);
    expect([...part.requests.school]).toEqual([whole.requests.school[3]]);
  });
});
