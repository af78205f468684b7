import { RoundOpened, RoundPlanned, event, type Owners } from '#libs/contracts';
import { refuse } from './round.errors.js';

/** What a plan is worth, in one line beside others. `score` is the sum over all places given. */
export interface Worth {
  readonly served: number;
  readonly score: number;
}

/** Who received how much, over the schools that ask, in groups, what they were given before included. Shares in [0, 1]. */
export interface Fairness {
  /** Served of asked, of the twentieth of the schools where that is lowest. */
  readonly worstServedShare: number;
  /** 0 = every school received the same share of what it asked, 1 = one received everything. */
  readonly gini: number;
  readonly bySector: readonly {
    readonly sector: string;
    readonly asked: number;
    readonly served: number;
  }[];
}

/** What came of planning: everything but the lines, which are stored in pages. */
export interface PlanResult extends Worth {
  readonly requests: number;
  readonly slots: number;
  /** No plan can score more than this. */
  readonly bound: number;
  /** How far the plan can be from the best one, in percent of its score. */
  readonly gapPercent: number;
  readonly firstComeFirstServed: Worth;
  readonly greedy: Worth;
  readonly fairness: { readonly before: Fairness; readonly after: Fairness };
  /** Percent of the score that treating schools fairly cost. */
  readonly fairnessCostPercent: number;
  readonly schoolsWithNothing: readonly string[];
  readonly pages: number;
  readonly milliseconds: number;
}

export interface Progress {
  readonly step: string;
  /** In [0, 1]. */
  readonly share: number;
}

export type Plan = { readonly run: number; readonly by: string; readonly askedAt: string } & (
  | { readonly phase: 'planning'; readonly progress: Progress }
  | { readonly phase: 'cancelled' | 'failed' }
  | { readonly phase: 'planned'; readonly result: PlanResult }
);

/** Requests that are collected, planned together and answered by a date. */
export interface Round {
  readonly regionId: string;
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly answerBy: string;
  /** Offers whose slots nobody books directly from the opening until the answer date is over. */
  readonly keptOfferIds: readonly string[];
  readonly madeBy: string;
  readonly plan: Plan | null;
  /** Epoch ms: when somebody should (again) do what was asked; null while nothing is. */
  readonly nextAt: number | null;
}

interface Made {
  readonly state: Round;
  readonly events?: readonly object[];
}

/** Whoever plans says so this long at a time; after that another may take over. */
export const lease = 60_000;

export const ownersOf = ({ regionId }: Round): Owners => ({ regions: [regionId] });

type Announced = Pick<Round, 'regionId' | 'name' | 'opensOn' | 'closesOn' | 'answerBy' | 'keptOfferIds'>;

/** @throws rounds.dates */
export function announce(announced: Announced, madeBy: string, today: string): Made {
  const { regionId, opensOn, closesOn, answerBy } = announced;
  if (closesOn < opensOn) throw refuse('rounds.dates', field('closesOn', 'lies before opensOn'));
  if (closesOn < today) throw refuse('rounds.dates', field('closesOn', 'lies in the past'));
  if (answerBy < closesOn) throw refuse('rounds.dates', field('answerBy', 'lies before closesOn'));
  return {
    state: { ...announced, madeBy, plan: null, nextAt: null },
    events: [event(RoundOpened, { regionId, opensOn, closesOn, answerBy })],
  };
}

/** The last date on which this round keeps the slots of an offer from being booked; null when it does not. */
export function keptUntil(round: Round, offerId: string, today: string): string | null {
  const runs = round.opensOn <= today && today <= round.answerBy;
  return runs && round.keptOfferIds.includes(offerId) ? round.answerBy : null;
}

/** @throws rounds.planning while a plan is being made */
export function askForPlan(round: Round, by: string, now: number): Made {
  if (round.plan?.phase === 'planning') throw refuse('rounds.planning');
  const run = (round.plan?.run ?? 0) + 1;
  const progress = { step: 'waiting', share: 0 };
  const askedAt = new Date(now).toISOString();
  return { state: { ...round, plan: { run, by, askedAt, phase: 'planning', progress }, nextAt: now } };
}

/** @throws rounds.not-planning when there is nothing to cancel */
export function cancelPlan(round: Round): Made {
  if (round.plan?.phase !== 'planning') throw refuse('rounds.not-planning');
  const { run, by, askedAt } = round.plan;
  return { state: { ...round, plan: { run, by, askedAt, phase: 'cancelled' }, nextAt: null } };
}

/** Somebody begins to plan, or goes on and says how far it is; null when this run is wanted no more. */
export function goOn(round: Round, run: number, progress: Progress, now: number): Made | null {
  if (!isPlanning(round, run)) return null;
  return { state: { ...round, plan: { ...round.plan, progress }, nextAt: now + lease } };
}

/** The plan is there; null when this run is wanted no more. */
export function planned(round: Round, run: number, result: PlanResult): Made | null {
  if (!isPlanning(round, run)) return null;
  const { by, askedAt } = round.plan;
  return {
    state: { ...round, plan: { run, by, askedAt, phase: 'planned', result }, nextAt: null },
    events: [
      event(RoundPlanned, {
        regionId: round.regionId,
        run,
        served: result.served,
        unserved: result.requests - result.served,
      }),
    ],
  };
}

/** It cannot be made; null when this run is wanted no more. */
export function failed(round: Round, run: number): Made | null {
  if (!isPlanning(round, run)) return null;
  const { by, askedAt } = round.plan;
  return { state: { ...round, plan: { run, by, askedAt, phase: 'failed' }, nextAt: null } };
}

type Planning = Round & { readonly plan: Extract<Plan, { phase: 'planning' }> };

function isPlanning(round: Round, run: number): round is Planning {
  return round.plan?.phase === 'planning' && round.plan.run === run;
}

function field(path: string, message: string) {
  return { detail: `${path}: ${message}`, errors: [{ path, code: 'dates', message }] };
}
