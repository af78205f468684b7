import { type FlatMarket } from '../search/flat-market.js';
import { type CandidateSource } from '../search/candidate-source.js';
import { type Allocate } from './bid-book.js';
import { type Certificate } from './certificate.js';
import { layoutOf } from './layout.js';
import { checkPlanOptions, type PlanOptions } from './plan-options.js';
import { planSteps, stepWorker, type PlanStep, type Proof } from './plan-steps.js';
import { planning, type Planning } from './planning.js';

export interface Plan {
  /** Slot of each request, −1 none. */
  readonly assignment: Int32Array;
  /** Price of each slot, score units; `infinitePrice` where no place is left to give. */
  readonly prices: Int32Array;
  /** Sum of the scores of the assigned pairs, less what their places cost; score units. */
  readonly value: number;
  readonly certificate: Certificate;
}

/** How a long plan is watched; both are called between tasks. */
export interface PlanWatch {
  progress?(step: PlanStep, done: number): void;
  cancelled?(): boolean;
}

export class PlanCancelled extends Error {
  constructor() {
    super('the plan was cancelled');
  }
}

/**
 * Plans the whole market: which request gets which slot so that the total score is as high as provable. `source` answers
 * for this market, which must not change meanwhile. Every request takes at most one place, and none at a score of 0.
 * @throws PlanOptionsInvalid, PlanCancelled
 */
export function plan(
  market: FlatMarket,
  source: CandidateSource,
  options: PlanOptions = {},
  watch: PlanWatch = {},
): Plan {
  checkPlanOptions(options, market.slotCount);
  const state = preparePlanning(market, options, (bytes) => new ArrayBuffer(bytes));
  const steps = planSteps(state, options);
  let next = steps.next();
  for (; !next.done; next = steps.next()) {
    const step = next.value;
    const work = stepWorker(state, source, step);
    for (let task = 0; task < step.tasks; task++) {
      if (watch.cancelled?.()) throw new PlanCancelled();
      work(task);
      watch.progress?.(step, task + 1);
    }
  }
  return finishedPlan(state, next.value);
}

export function preparePlanning(
  market: FlatMarket,
  { placeCosts }: PlanOptions,
  allocate: Allocate,
): Planning {
  return planning(market.capacity.subarray(0, market.slotCount), layoutOf(market), placeCosts, allocate);
}

export function finishedPlan({ requests, slots, assigned, slotPrices }: Planning, proof: Proof): Plan {
  const assignment = new Int32Array(requests.length);
  for (let position = 0; position < requests.length; position++) {
    const slot = assigned[position]!;
    assignment[requests[position]!] = slot < 0 ? -1 : slots[slot]!;
  }
  return { assignment, prices: Int32Array.from(slotPrices), ...proof };
}
