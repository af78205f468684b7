import type { PlannedRequests, RoundOutcome } from '#libs/matching-engine';
import { reportOf, type RoundNames } from './round-report.js';

/** Twenty-one schools with one group each, of which the first had something before. */
const names: RoundNames = {
  requests: Array.from({ length: 21 }, (_, at) => ({
    ...{ id: `request-${at}`, schoolLocationId: `school-${at}`, sector: at === 0 ? 'so' : 'po', groups: 1 },
  })),
  slotIds: ['a-slot'],
  servedBefore: { 'school-0': 1 },
  openSlots: 1,
};

function planGiving(served: readonly number[]): RoundOutcome {
  const slots = Int32Array.from(names.requests, (_, at) => (served.includes(at) ? 0 : -1));
  const scores = slots.map((slot) => (slot < 0 ? 0 : 100));
  const planned: PlannedRequests = { slots, scores, served: served.length, value: 100 * served.length };
  return {
    ...planned,
    ...{ withoutBonus: planned, firstCome: planned, greedy: planned, bound: planned.value },
    prices: Int32Array.from([0]),
  };
}

describe('the report of a plan', () => {
  const all = names.requests.map((_, at) => at);

  it('tells how the worst twentieth fares before there is a plan and with it, what was given before included', () => {
    const { fairness } = reportOf(planGiving(all.filter((at) => at > 1)), names).result;

    // Two of twenty-one: the second got nothing, the first half of what it had and asks.
    expect([fairness.before.worstServedShare, fairness.after.worstServedShare]).toEqual([0, 1 / 3]);
  });

  it('counts groups per sector, of which those before the plan were given earlier', () => {
    const { before, after } = reportOf(planGiving([0, 5]), names).result.fairness;

    expect(before.bySector).toEqual([
      { sector: 'po', asked: 20, served: 0 },
      { sector: 'so', asked: 2, served: 1 },
    ]);
    expect(after.bySector).toEqual([
      { sector: 'po', asked: 20, served: 1 },
      { sector: 'so', asked: 2, served: 2 },
    ]);
  });
});
