import { runModule } from '../../../test/support/run-module.js';

// Threads start from a module file, so these run in a process of their own, on the sources as they are.
const given = `
  import { generateWorkload, workloadLayout, WorkloadMarket, buildLayout, SlotIndex, plan, checkPlan } from '#libs/matching-engine';
  import { planInThreads, planWorkload } from '#libs/planner';
  const workload = generateWorkload({ slots: 300, requests: 900, seed: 5 });
  const layout = workloadLayout(workload);
  const market = new WorkloadMarket(layout);
  const index = buildLayout(market);
  const source = new SlotIndex(market, index);
  const shared = { kind: 'workload', market: layout, index };
  const say = (value) => console.log(JSON.stringify(value));
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const refused = (promise) => promise.then(() => 'planned', (error) => error.constructor.name);
`;

describe('a plan made on threads', () => {
  it('is that of one thread, bit for bit, whatever their number', async () => {
    const [made] = await answers(`
      const one = plan(market, source);
      say({
        served: one.assignment.filter((slot) => slot >= 0).length,
        faults: checkPlan(market, source, one),
        same: await Promise.all([1, 2, 3].map(async (threads) => same(one, await planInThreads(shared, { threads })))),
        workload: same(one, await planWorkload(workload)),
      });
    `);

    expect(made).toEqual({
      served: expect.any(Number) as number,
      faults: [],
      same: [true, true, true],
      workload: true,
    });
    expect((made as { served: number }).served).toBeGreaterThan(100);
  });

  it('tells how far it is, up to the end', async () => {
    const [shares] = await answers(`
      const shares = [];
      await planWorkload(workload, {}, (share) => shares.push(share));
      say(shares);
    `);

    expect((shares as number[]).at(-1)).toBe(1);
    expect([...(shares as number[])].sort((a, b) => a - b)).toEqual(shares);
  });

  it('plans an empty market', async () => {
    const [empty] = await answers(`
      const { assignment, value } = await planWorkload(generateWorkload({ slots: 0, requests: 0, seed: 1 }));
      say([assignment.length, value]);
    `);

    expect(empty).toEqual([0, 0]);
  });

  it('can be cancelled before and while it runs, and refuses what it cannot do', async () => {
    const outcomes = await answers(`
      say(await refused(planInThreads(shared, {}, { signal: AbortSignal.abort() })));
      const controller = new AbortController();
      say(await refused(planInThreads(shared, {}, { signal: controller.signal, progress: () => controller.abort() })));
      say(await refused(planInThreads(shared, { epsilon: -1 })));
      say(await refused(planInThreads(shared, { threads: 0 })));
    `);

    expect(outcomes).toEqual(['PlanCancelled', 'PlanCancelled', 'PlanOptionsInvalid', 'RangeError']);
  });

  it('fails when a thread fails', async () => {
    const [outcome] = await answers(`
      say(await refused(planInThreads({ ...shared, market: {} }, {})));
    `);

    expect(outcome).toBe('TypeError');
  });
});

function answers(text: string): Promise<unknown[]> {
  return runModule(given + text);
}
