import {
  buildLayout,
  checkPlan,
  SlotIndex,
  WorkloadMarket,
  workloadLayout,
  type Plan,
  type PlanStep,
  type Workload,
} from '#libs/matching-engine';
import { planInThreads, type ThreadsOptions } from './plan-in-threads.js';

/** About how much of a plan's time each step takes. */
const stepShares: Readonly<Record<PlanStep['name'], { from: number; share: number }>> = {
  candidates: { from: 0, share: 0.3 },
  auction: { from: 0.3, share: 0.45 },
  pricing: { from: 0.75, share: 0.25 },
};

/**
 * Plans a workload on threads of its own. `progress` is told which share of the work is done, 0 … 1 (with `within`: of the
 * plan at hand).
 * @throws PlanOptionsInvalid
 */
export async function planWorkload(
  workload: Workload,
  options: ThreadsOptions = {},
  progress: (share: number) => void = () => {},
): Promise<Plan> {
  const market = workloadLayout(workload);
  const index = buildLayout(new WorkloadMarket(market));
  return planInThreads({ kind: 'workload', market, index }, options, {
    progress: ({ name, tasks }, done) => {
      const { from, share } = stepShares[name];
      progress(from + (share * done) / Math.max(1, tasks));
    },
  });
}

/** Every fault of a plan of this workload, in words, found without anything of what made it. */
export function checkWorkloadPlan(workload: Workload, plan: Plan): string[] {
  const market = new WorkloadMarket(workloadLayout(workload));
  return checkPlan(market, new SlotIndex(market, buildLayout(market)), plan);
}
