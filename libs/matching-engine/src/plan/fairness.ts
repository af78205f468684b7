import { type FlatMarket } from '../search/flat-market.js';

/** Who asks: the school of each request, 0 … schoolCount − 1, and a label (sector, say) 0 … groupCount − 1. */
export interface Askers {
  readonly schools: Int32Array;
  readonly schoolCount: number;
  readonly groups?: Int32Array;
  readonly groupCount?: number;
}

/** How many requests there were, and how many got a place. */
export interface Served {
  asked: number;
  served: number;
}

export interface Fairness {
  /** Per school; schools that asked nothing count nowhere below. */
  readonly schools: readonly Served[];
  readonly groups: readonly Served[];
  /** Requests served ÷ asked of all. */
  readonly share: number;
  /** The same of the twentieth of the schools with the lowest shares (at least one school). */
  readonly worstServedShare: number;
  /** Gini coefficient of the schools' shares: 0 = all alike, towards 1 = a few get all. */
  readonly gini: number;
  /** Schools that asked and got nothing. */
  readonly withNothing: readonly number[];
}

/** How evenly an assignment (slot of each request, −1 none) serves the schools. Shares of nothing are 0. */
export function fairness(assignment: Int32Array, askers: Askers): Fairness {
  const schools = count(assignment, askers.schools, askers.schoolCount);
  const groups = askers.groups ? count(assignment, askers.groups, askers.groupCount ?? 0) : [];
  const asking = schools
    .filter(({ asked }) => asked > 0)
    .sort((one, other) => shareOf([one]) - shareOf([other]));
  return {
    schools,
    groups,
    share: shareOf(asking),
    worstServedShare: shareOf(asking.slice(0, Math.ceil(asking.length / 20))),
    gini: gini(asking.map((school) => shareOf([school]))),
    withNothing: [...schools.keys()].filter(
      (school) => schools[school]!.asked > 0 && schools[school]!.served === 0,
    ),
  };
}

/**
 * What each request counts extra in the next plan so that schools that received less come first: `most` score units when
 * its school got nothing, falling to 0 where it got the share of all; on top of what it counted before, so that round by
 * round the shares draw level. A school that asked nothing gets nothing extra. Added to every score of the request, it
 * leaves the plan an assignment problem and its certificate true.
 */
export function equalisingBonus(
  received: Fairness,
  schools: Int32Array,
  most: number,
  before?: Int32Array,
): Int32Array {
  const { share } = received;
  const extra = received.schools.map((school) =>
    school.asked === 0 || share === 0 ? 0 : Math.round(most * Math.max(0, 1 - shareOf([school]) / share)),
  );
  return schools.map((school, request) => extra[school]! + (before?.[request] ?? 0));
}

/** What an assignment is worth on a market: the sum of its scores, in score units. */
export function assignmentValue(market: Pick<FlatMarket, 'score'>, assignment: Int32Array): number {
  return assignment.reduce(
    (sum, slot, request) => (slot < 0 ? sum : sum + Math.max(0, market.score(request, slot))),
    0,
  );
}

function count(assignment: Int32Array, labels: Int32Array, labelCount: number): Served[] {
  const counts = Array.from({ length: labelCount }, () => ({ asked: 0, served: 0 }));
  for (let request = 0; request < assignment.length; request++) {
    const of = counts[labels[request]!]!;
    of.asked++;
    if (assignment[request]! >= 0) of.served++;
  }
  return counts;
}

function shareOf(schools: readonly Served[]): number {
  const asked = schools.reduce((sum, school) => sum + school.asked, 0);
  return asked === 0 ? 0 : schools.reduce((sum, school) => sum + school.served, 0) / asked;
}

/** Of shares in rising order. */
function gini(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) return 0;
  const weighted = shares.reduce((sum, share, rank) => sum + (2 * (rank + 1) - shares.length - 1) * share, 0);
  return weighted / (shares.length * total);
}
