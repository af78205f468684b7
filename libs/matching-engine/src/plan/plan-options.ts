/** Places cost `first[slot]` for the first and `step[slot]` more for each next one; score units, ≥ 0, by slot number. */
export interface PlaceCosts {
  readonly first: Int32Array;
  readonly step: Int32Array;
}

export interface PlanOptions {
  /**
   * ε of the auction, a whole number of score units (1/10,000), 0 … 2^20; default 30. Smaller is better and slower. 0 = by
   * shortest paths instead of bids, for small markets: the best there is, proven; where a few rounds do not prove it
   * (requests that fit many more than 64 slots each) ε 1 follows.
   */
  readonly epsilon?: number;
  /** Plan again with a third of ε, down to 1, until the plan is proven this close to the optimum (0.0015 = 0.15 %). */
  readonly within?: number;
  /** What places cost, for spreading load; default nothing. */
  readonly placeCosts?: PlaceCosts;
}

export class PlanOptionsInvalid extends RangeError {}

const largest = 2 ** 20;

/** @throws PlanOptionsInvalid */
export function checkPlanOptions(
  { epsilon = 1, within = 0, placeCosts }: PlanOptions,
  slotCount: number,
): void {
  if (!(Number.isInteger(epsilon) && epsilon >= 0 && epsilon <= largest))
    throw new PlanOptionsInvalid(`epsilon must be a whole number from 0 to ${largest}`);
  if (!(within >= 0)) throw new PlanOptionsInvalid('within must be 0 or more');
  for (const costs of placeCosts ? [placeCosts.first, placeCosts.step] : []) {
    if (costs.length !== slotCount) throw new PlanOptionsInvalid('place costs must have one entry per slot');
    if (!costs.every((cost) => cost >= 0 && cost <= largest))
      throw new PlanOptionsInvalid(`place costs must be from 0 to ${largest}`);
  }
}
