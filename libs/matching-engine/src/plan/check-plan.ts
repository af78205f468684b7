import { type FlatMarket } from '../search/flat-market.js';
import { type CandidateSource } from '../search/candidate-source.js';
import { gapOf } from './certificate.js';
import { type Plan } from './plan.js';
import { type PlanOptions } from './plan-options.js';

type Market = Pick<FlatMarket, 'requestCount' | 'slotCount' | 'capacity' | 'score'>;

/**
 * Checks a plan against its market without anything of what made it: one place per request, capacities, hard conditions
 * (`score` of each pair), the sum, and the certificate, whose bound is worked out again from the plan's prices over all
 * eligible pairs of `source`. Returns every fault found, in words; none = the plan is as good as it says.
 */
export function checkPlan(
  market: Market,
  source: CandidateSource,
  plan: Plan,
  { placeCosts }: PlanOptions = {},
): string[] {
  const { requestCount, slotCount, capacity } = market;
  const { assignment, prices, certificate } = plan;
  if (assignment.length !== requestCount)
    return [`${assignment.length} answers for ${requestCount} requests`];
  if (prices.length !== slotCount) return [`${prices.length} prices for ${slotCount} slots`];

  const faults: string[] = [];
  const costOf = (slot: number, place: number) =>
    placeCosts ? placeCosts.first[slot]! + place * placeCosts.step[slot]! : 0;
  const taken = new Int32Array(slotCount);
  let value = 0;
  for (let request = 0; request < requestCount; request++) {
    const slot = assignment[request]!;
    if (slot === -1) continue;
    const score = slot >= 0 && slot < slotCount ? market.score(request, slot) : -1;
    if (score < 0) faults.push(`request ${request} may not have slot ${slot}`);
    else value += score - costOf(slot, taken[slot]!++);
  }
  for (let slot = 0; slot < slotCount; slot++)
    if (taken[slot]! > capacity[slot]!)
      faults.push(`slot ${slot} is given ${taken[slot]} times, it has ${capacity[slot]} places`);
  if (value !== plan.value) faults.push(`the scores add up to ${value}, not to ${plan.value}`);

  let bound = requestProfits(requestCount, source, prices);
  for (let slot = 0; slot < slotCount; slot++) {
    if (prices[slot]! < 0) faults.push(`slot ${slot} has a negative price`);
    for (let place = 0; place < capacity[slot]!; place++)
      bound += Math.max(0, prices[slot]! - costOf(slot, place));
  }
  if (bound !== certificate.bound) faults.push(`the prices prove ${bound}, not ${certificate.bound}`);
  if (bound < value) faults.push(`the bound ${bound} lies below the value ${value}`);
  if (gapOf(bound, value) !== certificate.gap) faults.push(`the gap is ${gapOf(bound, value)}`);
  return faults;
}

function requestProfits(requestCount: number, source: CandidateSource, prices: Int32Array): number {
  const question = { k: 1, above: 0, prices };
  const best = { slots: new Int32Array(1), values: new Int32Array(1) };
  source.reprice(prices);
  let sum = 0;
  for (let request = 0; request < requestCount; request++)
    if (source.top(request, question, best, 0) > 0) sum += best.values[0]!;
  return sum;
}
