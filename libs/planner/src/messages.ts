import {
  type Plan,
  type Planning,
  type PlanOptions,
  type PlanStep,
  type RoundOutcome,
} from '#libs/matching-engine';
import { type SharedMarket } from './shared-market.js';

/** What every thread starts with; the leading one prepares the plan, the others wait to be given it. */
export interface ThreadStart {
  readonly leads: boolean;
  readonly market: SharedMarket;
  readonly options: PlanOptions;
  readonly board: SharedArrayBuffer;
}

/** What the leading thread says. */
export type LeadMessage =
  | { readonly kind: 'prepared'; readonly planning: Planning }
  | { readonly kind: 'progress'; readonly step: PlanStep; readonly done: number }
  | { readonly kind: 'planned'; readonly plan: Plan };

/** What a round's thread says. */
export type RoundMessage =
  | { readonly kind: 'progress'; readonly step: PlanStep; readonly done: number }
  | { readonly kind: 'round'; readonly outcome: RoundOutcome };
