import {
  SlotIndex,
  WorkloadMarket,
  buildLayout,
  generateWorkload,
  workloadLayout,
  type Workload,
} from '#libs/matching-engine';

export interface OpenWorkload {
  readonly workload: Workload;
  readonly market: WorkloadMarket;
  readonly index: SlotIndex;
}

export function openWorkload(slots: number, requests: number, seed = 1): OpenWorkload {
  return open(generateWorkload({ slots, requests, seed }));
}

export function open(workload: Workload): OpenWorkload {
  const market = new WorkloadMarket(workloadLayout(workload));
  return { workload, market, index: new SlotIndex(market, buildLayout(market)) };
}
