import { MatchCosts } from '../events/matching.js';
import { scoreParts, type ScorePart } from '../words.js';
import {
  SpanView,
  SentenceView,
  byName,
  many,
  moment,
  nullable,
  number,
  object,
  one,
  oneOf,
  optional,
  text,
  texts,
  whole,
} from './shown.js';

/** `weight` is the share of this part in all weights; contribution = value × weight, all in [0, 1]. */
export class ExplainedPartView {
  @oneOf(scoreParts) part: ScorePart;
  @number value: number;
  @number weight: number;
  @number contribution: number;
  @one(() => SentenceView) sentence: SentenceView;
  /** What was compared, by name. */
  @object facts: object;
}

export class ExplanationView {
  @number score: number;
  @many(() => ExplainedPartView) parts: ExplainedPartView[];
}

export class WarningView {
  @text code: string;
  @object facts: object;
  @one(() => SentenceView) sentence: SentenceView;
}

/** One slot that fits, ranked by score less price. */
export class ProposalView {
  @text slotId: string;
  /** Several slots of the offer when the groups do not fit in one; `slotId` is the first. */
  @optional @texts slotIds?: string[];
  /** When each of them is, in that order; `start` and `end` are the first's. */
  @optional @many(() => SpanView) times?: SpanView[];
  @text offerId: string;
  @text organisationId: string;
  @moment start: string;
  @moment end: string;
  @number score: number;
  /** What the slot is worth to others, in [0, 1]. */
  @number price: number;
  /** What approving it costs, as the offer's price is now. */
  @one(() => MatchCosts) costs: MatchCosts;
  @many(() => WarningView) warnings: WarningView[];
  @one(() => ExplanationView) explanation: ExplanationView;
}

export class FailureView {
  @text condition: string;
  @whole slots: number;
  @one(() => SentenceView) sentence: SentenceView;
}

export class NearMissView {
  @text slotId: string;
  @texts failed: string[];
  /** By how much: `km`, `days`, `minutes`, `pupils`, `groups`, `activities` or `cents`. */
  @byName({ type: 'number' }) by: Record<string, number>;
}

export class WhyNoneView {
  /** How many slots were looked at. */
  @whole considered: number;
  @many(() => FailureView) failures: FailureView[];
  @many(() => NearMissView) nearest: NearMissView[];
}

class Considered {
  /** `pending` until the request has arrived where proposals are made. */
  @oneOf(['pending', 'ready']) state: 'pending' | 'ready';
  @optional @one(() => WhyNoneView) whyNone?: WhyNoneView;
}

/** GET /api/requests/:id/proposals */
export class ProposalsView extends Considered {
  @many(() => ProposalView) items: ProposalView[];
}

/** One line of the coordinator's board. */
export class RequestProposalsView extends Considered {
  @text requestId: string;
  @many(() => ProposalView) proposals: ProposalView[];
}

export class RejectionView {
  @text id: string;
  @text requestId: string;
  @text regionId: string;
  @text schoolLocationId: string;
  @nullable @text slotId: string | null;
  @nullable @text offerId: string | null;
  @text reason: string;
  @text by: string;
}
