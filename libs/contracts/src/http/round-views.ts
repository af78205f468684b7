import { MatchView } from './match-views.js';
import { ProposalView, WhyNoneView } from './proposal-views.js';
import {
  SentenceView,
  date,
  many,
  moment,
  nullable,
  number,
  one,
  oneOf,
  optional,
  text,
  texts,
  whole,
} from './shown.js';

/** Requests served, and the sum of the scores of all places given. */
export class WorthView {
  @whole served: number;
  @number score: number;
}

/** In groups: `asked` is what its schools received before and ask now, `served` what of that they received or get. */
export class SectorShareView {
  @text sector: string;
  @whole asked: number;
  @whole served: number;
}

/**
 * Shares in [0, 1] over the schools that ask, in groups: of what a school received before in the school years that it asks
 * for and asks now, the part that it received or gets.
 */
export class FairnessView {
  /** Of the twentieth of the schools where it is lowest, at least one; after a plan those may be others than before. */
  @number worstServedShare: number;
  @number gini: number;
  @many(() => SectorShareView) bySector: SectorShareView[];
}

/** `before` there is any plan, and with this one. */
export class BeforeAfterView {
  @one(() => FairnessView) before: FairnessView;
  @one(() => FairnessView) after: FairnessView;
}

/** No plan can score more than `bound`: at most `gapPercent` above this one. */
export class CertificateView {
  @number bound: number;
  @number gapPercent: number;
  @one(() => SentenceView) sentence: SentenceView;
}

export class PlanProgressView {
  @text step: string;
  /** In [0, 1]. */
  @number share: number;
}

/** `progress` while planning; from `requests` on once planned. */
export class PlanView {
  @whole run: number;
  @text by: string;
  @moment askedAt: string;
  @oneOf(['planning', 'planned', 'cancelled', 'failed']) phase:
    'planning' | 'planned' | 'cancelled' | 'failed';
  @optional @one(() => PlanProgressView) progress?: PlanProgressView;
  @optional @whole requests?: number;
  @optional @whole slots?: number;
  @optional @whole served?: number;
  @optional @number score?: number;
  @optional @one(() => CertificateView) certificate?: CertificateView;
  @optional @one(() => WorthView) firstComeFirstServed?: WorthView;
  @optional @one(() => WorthView) greedy?: WorthView;
  @optional @one(() => BeforeAfterView) fairness?: BeforeAfterView;
  @optional @number fairnessCostPercent?: number;
  /** Ids of school locations. */
  @optional @texts schoolsWithNothing?: string[];
  @optional @number milliseconds?: number;
}

export class RoundView {
  @text id: string;
  @text region: string;
  @text name: string;
  @date opensOn: string;
  @date closesOn: string;
  @date answerBy: string;
  @texts keptOfferIds: string[];
  @text madeBy: string;
  @nullable @one(() => PlanView) plan: PlanView | null;
}

/** What the plan gives one request; score and price as they were in the plan, the proposal as it is now. */
export class RoundLineView {
  @text requestId: string;
  @nullable @text title: string | null;
  @nullable @text schoolLocationId: string | null;
  @nullable @text slotId: string | null;
  @number score: number;
  @number price: number;
  /** The match that lives for the request. */
  @nullable @text matchId: string | null;
  @nullable @one(() => ProposalView) proposal: ProposalView | null;
  /** Why it cannot be approved any more: the request is not open, or the slot does not fit it now. Then there is no proposal. */
  @nullable @oneOf(['request', 'slot']) gone: 'request' | 'slot' | null;
  /** Only where there is no slot. */
  @optional @nullable @one(() => WhyNoneView) whyNone?: WhyNoneView | null;
}

/** As a single approval would have been answered: a match, or the problem document. */
export class ApprovalView {
  @text requestId: string;
  @optional @text slotId?: string;
  @optional @texts slotIds?: string[];
  @whole status: number;
  @optional @one(() => MatchView) match?: MatchView;
  @optional @one(() => ({ name: 'Problem' })) problem?: object;
}

export class ApprovalsView {
  @many(() => ApprovalView) items: ApprovalView[];
}
