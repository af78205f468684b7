import {
  SlotIndex,
  WorkloadMarket,
  type CandidateSource,
  type FlatMarket,
  type IndexLayout,
  type WorkloadLayout,
} from '#libs/matching-engine';

/** A market and its index as arrays on shared memory: what a thread can be handed. */
export interface SharedMarket {
  readonly kind: 'workload';
  readonly market: WorkloadLayout;
  readonly index: IndexLayout;
}

export function openMarket({ market: layout, index }: SharedMarket): {
  market: FlatMarket;
  source: CandidateSource;
} {
  const market = new WorkloadMarket(layout);
  return { market, source: new SlotIndex(market, index) };
}
