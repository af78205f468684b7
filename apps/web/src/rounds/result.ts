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

/** In groups, what their schools were given before left out. */
export interface SharePerSector {
  readonly sector: string;
  /** In the round. */
  readonly asked: number;
  /** By the plan. */
  readonly served: number;
  /** Of what is asked, in whole percents. */
  readonly percent: number;
}

export function sharesOf({ plan }: Pick<Round, 'plan'>): readonly SharePerSector[] {
  if (!plan?.fairness) return [];
  const { before, after } = plan.fairness;
  // Before there is a plan nothing of the round is served: what is, was given earlier.
  const given = new Map(before.bySector.map(({ sector, served }) => [sector, served]));
  return after.bySector.map(({ sector, ...all }) => {
    const earlier = given.get(sector) ?? 0;
    const [asked, served] = [all.asked - earlier, all.served - earlier];
    return { sector, asked, served, percent: asked === 0 ? 0 : Math.round((served / asked) * 100) };
  });
}
