import type { OfferSlot, ScorePart, Sentence } from './model.js';

/** Every hard condition, cheapest first: the order in which they are tested and listed. */
export const conditionCodes = [
  'not-open',
  'place',
  'kind',
  'capacity',
  'lead-time',
  'group-size',
  'ceiling',
  'vog',
  'cost',
  'partner-closed',
  'time',
  'school-closed',
  'audience',
  'suitability',
  'theme',
  'distance',
] as const;
export type ConditionCode = (typeof conditionCodes)[number];

export type Facts = Readonly<Record<string, number | string | readonly string[]>>;

/** Why a pair does not fit. */
export interface Failure {
  readonly condition: ConditionCode;
  /**
   * By how much it failed, in `km`, `days`, `minutes`, `pupils`, `groups`, `activities` or `cents` too far, too few or
   * too many; empty where there is no degree (a closed slot, another kind).
   */
  readonly by: Readonly<Record<string, number>>;
  /** What was compared. */
  readonly facts: Facts;
  readonly sentence: Sentence;
}

export type WarningCode =
  'suitability-in-consultation' | 'other-grades' | 'other-levels' | 'stay-with-the-guest' | 'bring-adults';

/** Fits, and yet something to know before saying yes. */
export interface Warning {
  readonly code: WarningCode;
  readonly facts: Facts;
  readonly sentence: Sentence;
}

export interface ExplainedPart {
  readonly part: ScorePart;
  /** [0, 1] */
  readonly value: number;
  /** The share of this part in all weights, [0, 1]. */
  readonly weight: number;
  /** value × weight */
  readonly contribution: number;
  readonly sentence: Sentence;
  readonly facts: Facts;
}

/** `score` is the sum of the contributions in the order listed, to the last bit. */
export interface Explanation {
  readonly score: number;
  readonly parts: readonly ExplainedPart[];
}

/** Coordinators see the equity part; schools and partners get score and parts worked out without it. */
export type EquityView = 'with-equity' | 'without-equity';

/** Whole activity. total = school + region + partner; pupils pay nothing. */
export interface Costs {
  readonly totalCents: number;
  readonly schoolCents: number;
  readonly regionCents: number;
  readonly partnerCents: number;
}

export interface RankedSlot {
  readonly slot: OfferSlot;
  /** [0, 1] */
  readonly score: number;
  readonly explanation: Explanation;
  readonly warnings: readonly Warning[];
}

export interface WhyNone {
  /** How many slots were looked at. */
  readonly considered: number;
  /** Most slots first. A slot counts at every condition that it fails. */
  readonly failures: readonly {
    readonly condition: ConditionCode;
    readonly slots: number;
    readonly sentence: Sentence;
  }[];
  /** At most three, nearest first. `by` joins what every failed condition says, the most of each unit. */
  readonly nearest: readonly {
    readonly slotId: string;
    readonly failed: readonly ConditionCode[];
    readonly by: Readonly<Record<string, number>>;
  }[];
}

export interface Proposals {
  readonly items: readonly RankedSlot[];
  /** Present when, and only when, no slot fits. */
  readonly whyNone?: WhyNone;
}
