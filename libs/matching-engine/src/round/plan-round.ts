import { DomainCandidates } from '../market/domain-candidates.js';
import { DomainMarket } from '../market/domain-market.js';
import type { RoundMarket } from '../market/round-market.js';
import { infinitePrice } from '../plan/bid-book.js';
import { checkPlan } from '../plan/check-plan.js';
import type { PlaceCosts } from '../plan/plan-options.js';
import { plan, type PlanWatch } from '../plan/plan.js';
import type { CeilingTable } from './ceilings.js';
import { complete, firstComeWhole, greedyWhole } from './complete.js';
import { costOfPlaces } from './place-costs.js';
import type { Given, WholeTask } from './places-left.js';
import { wholeRequests } from './whole-requests.js';

/** A region is small enough for the best plan there is. */
const epsilon = 0;

/** Everything a round is planned from, as data that can be handed to a thread. */
export interface RoundTask {
  readonly market: RoundMarket;
  readonly ceilings: CeilingTable;
  readonly placeCosts: PlaceCosts;
}

/** Values and scores in score units; one entry per request, in the order of the units. */
export interface PlannedRequests {
  /** −1 none. */
  readonly slots: Int32Array;
  /** Without equity and without bonus; 0 where there is no slot. */
  readonly scores: Int32Array;
  readonly value: number;
  readonly served: number;
}

export interface RoundOutcome extends PlannedRequests {
  /** Per slot; `infinitePrice` where no place is left to give. */
  readonly prices: Int32Array;
  /** No way to give the places is worth more. */
  readonly bound: number;
  readonly firstCome: PlannedRequests;
  readonly greedy: PlannedRequests;
  /** The plan that would be made without any bonus. */
  readonly withoutBonus: PlannedRequests;
}

/** A plan that does not hold: a fault of ours, never of the market. */
export class PlanFaulty extends Error {
  override readonly name = 'PlanFaulty';
}

/**
 * Plans a round: every group a unit, planned together with proof, then made whole. The bound is that of the units and so
 * also one for whole requests, which take at least as many places and stand under more conditions.
 * @throws PlanFaulty when the independent check finds a fault; PlanCancelled
 */
export function planRound(
  { market: round, ceilings, placeCosts }: RoundTask,
  watch: PlanWatch = {},
): RoundOutcome {
  const requests = wholeRequests(round);
  const open = (bonus: Int32Array) => {
    const market = new DomainMarket({ ...round, bonus });
    const source = new DomainCandidates(market);
    return { market, source, requests, ceilings, placeCosts };
  };
  const task = open(round.bonus);
  const units = plan(task.market, task.source, { epsilon, placeCosts }, watch);
  refuseFaults(checkPlan(task.market, task.source, units, { placeCosts }));
  const given = complete(task, units.assignment);
  refuseFaults(faultsOf(task, given));
  if (given.value > units.certificate.bound) throw new PlanFaulty('the plan is worth more than its bound');

  const plain = open(new Int32Array(round.bonus.length));
  const withoutBonus = round.bonus.some((bonus) => bonus > 0)
    ? complete(plain, plan(plain.market, plain.source, { epsilon, placeCosts }, watch).assignment)
    : given;
  const described = (result: Given) => describe(task, round.bonus, result);
  return {
    ...described(given),
    prices: units.prices,
    bound: units.certificate.bound,
    firstCome: described(firstComeWhole(task)),
    greedy: described(greedyWhole(task)),
    withoutBonus: described(withoutBonus),
  };
}

function describe(
  { market, requests, placeCosts }: WholeTask,
  bonus: Int32Array,
  { slots }: Given,
): PlannedRequests {
  const scores = new Int32Array(requests.count);
  const taken = new Map<number, number>();
  let [value, served] = [0, 0];
  slots.forEach((slot, request) => {
    if (slot < 0) return;
    const unit = requests.from[request]!;
    const score = market.score(unit, slot);
    scores[request] = score - bonus[unit]!;
    value += score * (requests.from[request + 1]! - unit);
    taken.set(slot, (taken.get(slot) ?? 0) + market.placesNeeded(unit, slot));
    served += 1;
  });
  for (const [slot, places] of taken) value -= costOfPlaces(placeCosts, slot, places);
  return { slots, scores, value, served };
}

/** Checks whole requests against places, conditions and ceilings, from the market alone. */
function faultsOf({ market, requests, ceilings }: WholeTask, { slots }: Given): string[] {
  const taken = new Int32Array(market.slotCount);
  const under = new Int32Array(ceilings.left.length);
  const faults: string[] = [];
  slots.forEach((slot, request) => {
    if (slot < 0) return;
    const needed = market.placesNeeded(requests.from[request]!, slot);
    if (needed < 0) faults.push(`request ${request} does not fit slot ${slot}`);
    else taken[slot]! += needed;
    for (let at = ceilings.from[slot]!; at < ceilings.from[slot + 1]!; at++)
      under[ceilings.numbers[at]!]! += 1;
  });
  taken.forEach((places, slot) => {
    if (places > market.capacity[slot]!) faults.push(`slot ${slot} is given ${places} times`);
  });
  under.forEach((count, ceiling) => {
    if (count > ceilings.left[ceiling]!) faults.push(`ceiling ${ceiling} is passed`);
  });
  return faults;
}

function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new PlanFaulty(faults.slice(0, 5).join('; '));
}

/** What a place is worth to others, in [0, 1]; 0 where none is left to give. */
export function shownPrice(price: number, scoreUnits: number): number {
  return price === infinitePrice ? 0 : Math.min(1, price / scoreUnits);
}
