import {
  MatchCosts,
  MatchCount,
  MatchHours,
  MatchSession,
  MatchTally,
  SideEvaluation,
} from '../events/matching.js';
import { whyUndeliverable, type WhyUndeliverable } from '../events/notifications.js';
import { obstacles, type ObstacleCode } from '../events/offers.js';
import { RequestedGroup } from '../events/requests.js';
import {
  activityKinds,
  matchStates,
  origins,
  places,
  programmes,
  type ActivityKind,
  type ActivityPlace,
  type MatchState,
  type Origin,
  type Programme,
} from '../words.js';
import { PeriodBody } from './directory.js';
import { DespiteBody } from './matches.js';
import { ExplanationView, WarningView } from './proposal-views.js';
import {
  SpanView,
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
  yesNo,
} from './shown.js';

export class YesView {
  @moment at: string;
  @text by: string;
  @optional @text how?: string;
}

export class AcceptedByView {
  @optional @one(() => YesView) school?: YesView;
  @optional @one(() => YesView) partner?: YesView;
}

export class MatchEndView {
  @text by: string;
  @text reason: string;
  @optional @text reasonCode?: string;
  /** What the school owes because it cancelled later than the offer allows. */
  @whole feeCents: number;
}

/** What one side wants changed; the old appointment stands until the other says yes. */
export class ChangeView {
  @oneOf(['time', 'pupils']) what: 'time' | 'pupils';
  @oneOf(['school', 'partner']) by: 'school' | 'partner';
  @whole question: number;
  @oneOf(['holding', 'asked']) phase: 'holding' | 'asked';
  @many(() => MatchSession) sessions: MatchSession[];
  /** What it costs then, at the price that was agreed; absent: what it costs now. */
  @optional @one(() => MatchCosts) costs?: MatchCosts;
  @optional @moment answerBy?: string;
  @text reason: string;
}

/** POST /api/matches/:id/pupils/preview and /api/slots/:id/bookings/preview: what it would cost. */
export class CostsPreviewView {
  @one(() => MatchCosts) costs: MatchCosts;
}

export class AllowedSpanView extends SpanView {
  @optional @text slotId?: string;
}

/** Until when what can be done: cancelling without a fee, other numbers, an evaluation. */
export class TermsView {
  @moment freeCancelUntil: string;
  @moment changeNumbersUntil: string;
  /** What one thought of it: thirty days after it was over, or written down when that was later. */
  @moment evaluateUntil: string;
}

export class PlannedCountView {
  @whole pupils: number;
  @whole adults: number;
  @whole groups: number;
}

export class PlannedHoursView {
  @whole people: number;
  @number preparation: number;
  @number delivery: number;
  @number travel: number;
}

/** What count and hours will be unless somebody says otherwise. */
export class PrefilledView {
  @one(() => PlannedCountView) count: PlannedCountView;
  @one(() => PlannedHoursView) hours: PlannedHoursView;
}

export class MatchContactsView {
  /** Ids of the people who answer for the school; the last receives the guest. */
  @texts school: readonly string[];
  /** Who answers for the partner; absent: the contact of the offer, or the first of the organisation. */
  @optional @text partner?: string;
}

/** What the coordinator decided on; only coordinators read it. */
export class DecidedOnView {
  @number score: number;
  /** None where the two sides arranged it themselves. */
  @nullable @one(() => ExplanationView) explanation: unknown;
  @many(() => WarningView) warnings: unknown[];
  @many(() => DespiteBody) despite: DespiteBody[];
}

/** When an unanswered side is reminded, the coordinator looks, and the question ends; null until it was delivered. */
export class SideClockView {
  @whole question: number;
  @nullable @moment deliveredAt: string | null;
  @nullable @moment nudgeAt: string | null;
  @nullable @moment attentionAt: string | null;
  @nullable @moment releaseAt: string | null;
  /** The last stage that was reached. */
  @oneOf(['waiting', 'nudge', 'attention']) stage: 'waiting' | 'nudge' | 'attention';
  @nullable @oneOf(whyUndeliverable) undeliverable: WhyUndeliverable | null;
}

/** The clocks of the sides that have not answered: both for a coordinator, for others their own. */
export class AnswerClockView {
  @optional @one(() => SideClockView) school?: SideClockView;
  @optional @one(() => SideClockView) partner?: SideClockView;
}

export class SideEvaluationView extends SideEvaluation {
  /** For the other side and the coordinator. */
  @optional @text words?: string;
}

/** What the sides thought of it. */
export class EvaluationView {
  @optional @one(() => SideEvaluationView) school?: SideEvaluationView;
  @optional @one(() => SideEvaluationView) partner?: SideEvaluationView;
}

/** What the two sides are called. */
export class MatchNamesView {
  @optional @text school?: string;
  @optional @text partner?: string;
}

/** A match as those concerned see it. */
export class MatchView {
  @text id: string;
  @whole rev: number;
  @nullable @text requestId: string | null;
  @nullable @text offerId: string | null;
  @text regionId: string;
  @text schoolLocationId: string;
  @text organisationId: string;
  /** Where matches are read, not where one is changed. */
  @optional @one(() => MatchNamesView) names?: MatchNamesView;
  /** Where one is read: the days of the coming year on which the school does not teach. */
  @optional @many(() => PeriodBody) schoolClosed?: PeriodBody[];
  @oneOf(origins) origin: Origin;
  @oneOf(activityKinds) kind: ActivityKind;
  @text title: string;
  @texts themes: readonly string[];
  @oneOf(programmes) programme: Programme;
  @many(() => RequestedGroup) groups: RequestedGroup[];
  @oneOf(places) place: ActivityPlace;
  @oneOf(matchStates) state: MatchState;
  /** Raised with every question that is put to both sides. */
  @whole question: number;
  /** Until when the one who reads is asked; for whoever is of neither side until when the first of them is. */
  @nullable @moment answerBy: string | null;
  @many(() => MatchSession) sessions: MatchSession[];
  /** Until both know the exact time, start and end are the slot's. */
  @yesNo exact: boolean;
  /** How long it takes: all lessons in a row. */
  @whole minutes: number;
  /** One lesson of them. */
  @whole lessonMinutes: number;
  /** As it was when the match was made. */
  @oneOf(['by-appointment', 'firm']) promise: 'by-appointment' | 'firm';
  /** Where the agreed time may lie. */
  @many(() => AllowedSpanView) allowed: AllowedSpanView[];
  @one(() => MatchCosts) costs: MatchCosts;
  @whole calendarSequence: number;
  @many(() => WarningView) warnings: unknown[];
  /** Limits that the coordinator passed knowingly, with the reason. */
  @many(() => DespiteBody) despite: DespiteBody[];
  @one(() => TermsView) terms: TermsView;
  @one(() => MatchContactsView) contacts: MatchContactsView;
  /** What the school wrote for the partner. */
  @text note: string;
  @one(() => AcceptedByView) acceptedBy: AcceptedByView;
  @nullable @one(() => MatchEndView) ended: MatchEndView | null;
  /** Why it could not be held. */
  @nullable @oneOf(obstacles) obstacle: ObstacleCode | null;
  /** A move or new numbers waiting for a yes. */
  @nullable @one(() => ChangeView) change: ChangeView | null;
  @nullable @one(() => MatchCount) count: MatchCount | null;
  @nullable @one(() => MatchHours) hours: MatchHours | null;
  @one(() => PrefilledView) prefilled: PrefilledView;
  @nullable @one(() => EvaluationView) evaluation: EvaluationView | null;
  /** Hands of the class, by its teacher. */
  @nullable @one(() => MatchTally) tally: MatchTally | null;
  @one(() => AnswerClockView) clock: AnswerClockView;
  /** Why a person must look at it. */
  @nullable @text attention: string | null;
  @nullable @moment attentionSince: string | null;
  @optional @one(() => DecidedOnView) decidedOn?: DecidedOnView;
}

/** One line of a match's trail. */
export class MatchStepView {
  @moment at: string;
  /** A person's id, or `service:<name>`. */
  @text actor: string;
  @text what: string;
  @optional @oneOf(['school', 'partner']) side?: 'school' | 'partner';
  @optional @text how?: string;
  @optional @text reason?: string;
  @optional @one(() => SpanView) time?: SpanView;
  /** Of `countered`: what the proposal makes different. */
  @optional @oneOf(['time', 'pupils', 'both']) changed?: 'time' | 'pupils' | 'both';
  /** Of what ended without an answer: the question reached nobody. */
  @optional @yesNo undelivered?: boolean;
}
