import type { Owners } from '#libs/contracts';

export interface Candidate {
  readonly requestId: string;
  readonly regionId: string;
  /** In [0, 1]. */
  readonly score: number;
}

/** A place that came free and that nobody waited for, with the requests it would serve best; id = slot id. */
export interface FreedPlace {
  readonly offerId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly freedAt: string;
  /** Of each region the best few, best first; none once it is taken, past, or good for nobody. */
  readonly requests: readonly Candidate[];
  /** Regions of which it fitted more; absent: none, or kept before this was. */
  readonly crowded?: readonly string[];
}

export const ownersOf = ({ requests, organisationId }: FreedPlace): Owners => ({
  regions: [...new Set(requests.map(({ regionId }) => regionId))].sort(),
  organisation: organisationId,
});

export const isOpen = ({ requests }: FreedPlace): boolean => requests.length > 0;

const mostOfRegion = 3;

/** Regions of which more fit than the best few. */
export function crowdedOf(candidates: readonly Candidate[]): string[] {
  const byRegion = Map.groupBy(candidates, ({ regionId }) => regionId);
  return [...byRegion].flatMap(([regionId, theirs]) => (theirs.length > mostOfRegion ? regionId : []));
}

/** The best few of each region, best first. */
export function bestOf(candidates: readonly Candidate[]): Candidate[] {
  const ranked = candidates.toSorted((a, b) => b.score - a.score || (a.requestId < b.requestId ? -1 : 1));
  const of = new Map<string, number>();
  return ranked.filter(({ regionId }) => {
    const nth = (of.get(regionId) ?? 0) + 1;
    of.set(regionId, nth);
    return nth <= mostOfRegion;
  });
}
