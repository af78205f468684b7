import type { Round } from '../api/rounds.js';

export interface RoundResult {
  readonly served: number;
  readonly without: number;
  readonly schoolsWithNothing: number;
  /** By how much the plan is worth more than serving whoever comes first, in whole percents; unknown without a plan. */
  readonly morePercent?: number;
}

/** What a plan comes to. */
export function resultOf({ plan }: Pick<Round, 'plan'>): RoundResult {
  const {
    served = 0,
    requests = 0,
    schoolsWithNothing = [],
    score,
    firstComeFirstServed: first,
  } = plan ?? {};
  const more =
    score === undefined || !first || first.score === 0 ? undefined : (score / first.score - 1) * 100;
  return {
    served,
    without: Math.max(0, requests - served),
    schoolsWithNothing: schoolsWithNothing.length,
    ...(more === undefined ? {} : { morePercent: Math.round(more * 10) / 10 }),
  };
}

export interface SharePerSector {
  readonly sector: string;
  readonly asked: number;
  /** In the plan. */
  readonly served: number;
  /** Of what was asked, in whole percents. */
  readonly percent: number;
}

export function sharesOf({ plan }: Pick<Round, 'plan'>): readonly SharePerSector[] {
  return (plan?.fairness?.after.bySector ?? []).map(({ sector, asked, served }) => ({
    sector,
    asked,
    served,
    percent: asked === 0 ? 0 : Math.round((served / asked) * 100),
  }));
}
