import { IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, Max, Min } from 'class-validator';
import { IdText, MomentText, Nested, NestedList, OptionalNested, Text } from '../rules.js';
import {
  activityKinds,
  againAnswers,
  matchStates,
  origins,
  places,
  programmes,
  type AgainAnswer,
  type ActivityKind,
  type ActivityPlace,
  type MatchState,
  type Origin,
  type Programme,
} from '../words.js';
import { Event } from './event.js';
import { HeldSlot } from './offers.js';
import { RequestedGroup } from './requests.js';

export const sides = ['school', 'partner'] as const;
/** Who has a say in a match. */
export type Side = (typeof sides)[number];

export class SessionGroup {
  @IdText() groupId: string;
  @IsInt() @Min(1) pupils: number;
}

export class MatchSession {
  @IdText() id: string;
  @IsOptional() @IdText() slotId?: string;
  @MomentText() start: string;
  @MomentText() end: string;
  @NestedList(() => SessionGroup, { min: 1, max: 12 }) groups: SessionGroup[];
}

export class MatchCosts {
  @IsInt() totalCents: number;
  @IsInt() schoolCents: number;
  @IsInt() regionCents: number;
  @IsInt() partnerCents: number;
}

/** What a side wants changed of a confirmed match: it waits for the other side's yes, the old stands until then. */
export class MatchChange {
  @IsIn(['time', 'pupils']) what: 'time' | 'pupils';
  @IsIn(sides) by: Side;
  /** The question that the other side answers. */
  @IsInt() @Min(1) question: number;
  /** `holding` while the new place is being secured. */
  @IsIn(['holding', 'asked']) phase: 'holding' | 'asked';
  @NestedList(() => MatchSession, { min: 1, max: 12 }) sessions: MatchSession[];
  /** What it costs then; absent: what it costs now. */
  @OptionalNested(() => MatchCosts) costs?: MatchCosts;
  @IsOptional() @MomentText() answerBy?: string;
}

/** What the school counted on the day. */
export class MatchCount {
  @IsInt() @Min(0) pupils: number;
  @IsInt() @Min(0) adults: number;
  @IsInt() @Min(0) groups: number;
  /** Further from what was planned than is usual. */
  @IsBoolean() unusual: boolean;
}

/** What the partner gave: people, and hours of all of them together. */
export class MatchHours {
  @IsInt() @Min(0) people: number;
  @IsNumber() @Min(0) preparation: number;
  @IsNumber() @Min(0) delivery: number;
  @IsNumber() @Min(0) travel: number;
  @IsBoolean() unusual: boolean;
}

/** What one side thought of it; its words stay with the match. */
export class SideEvaluation {
  /** How well it fitted, 1 (not at all) to 5 (wholly). */
  @IsInt() @Min(1) @Max(5) fit: number;
  @IsIn(againAnswers) again: AgainAnswer;
}

export class MatchEvaluation {
  @OptionalNested(() => SideEvaluation) school?: SideEvaluation;
  @OptionalNested(() => SideEvaluation) partner?: SideEvaluation;
}

/** Hands of the whole class: never per pupil. */
export class MatchTally {
  @IsInt() @Min(1) present: number;
  @IsInt() @Min(0) fun: number;
  @IsInt() @Min(0) learned: number;
  @IsInt() @Min(0) wantMore: number;
}

/** What others may know of a match: no reason in words, no person but by id. */
export class MatchSnapshot {
  /** What it answers; absent when nobody had to ask (booked, arranged, repeated). */
  @IsOptional() @IdText() requestId?: string;
  /** Absent when the two sides arranged something that is no offer. */
  @IsOptional() @IdText() offerId?: string;
  @IdText() regionId: string;
  @IdText() schoolLocationId: string;
  @IdText() organisationId: string;
  @IsIn(origins) origin: Origin;
  @IsIn(matchStates) state: MatchState;
  @IsIn(activityKinds) kind: ActivityKind;
  @Text(200) title: string;
  @IsArray() @IsString({ each: true }) themes: string[];
  @IsIn(programmes) programme: Programme;
  /** Every group of the sessions, as it was when the match was made. */
  @NestedList(() => RequestedGroup, { min: 1, max: 12 }) groups: RequestedGroup[];
  @IsIn(places) place: ActivityPlace;
  @IsInt() @Min(1) question: number;
  @IsOptional() @MomentText() answerBy?: string;
  @NestedList(() => MatchSession, { min: 1, max: 12 }) sessions: MatchSession[];
  /** True once both sides know the exact start and end. */
  @IsBoolean() exact: boolean;
  @Nested(() => MatchCosts) costs: MatchCosts;
  @IsBoolean() schoolSaidYes: boolean;
  @IsBoolean() partnerSaidYes: boolean;
  /** Raised with every change of time that both have in their calendars. */
  @IsInt() @Min(0) calendarSequence: number;
  @OptionalNested(() => MatchChange) change?: MatchChange;
  @OptionalNested(() => MatchCount) count?: MatchCount;
  @OptionalNested(() => MatchHours) hours?: MatchHours;
  @OptionalNested(() => MatchEvaluation) evaluation?: MatchEvaluation;
  @OptionalNested(() => MatchTally) tally?: MatchTally;
  /** Cancelled by the coordinator before a question was delivered: as if it had not been approved. */
  @IsOptional() @IsBoolean() undone?: boolean;
}

/**
 * A match is made: the coordinator approved, a school booked, two sides arranged or repeated it. `offers` holds what it
 * needs; nothing needs holding when it lies in the past.
 */
@Event('matching.match-approved')
export class MatchApproved {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @NestedList(() => HeldSlot, { max: 50 }) needs: HeldSlot[];
}

/** The next question needs another place or time: `offers` holds it beside what the match holds already. */
@Event('matching.hold-wanted')
export class HoldWanted {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsInt() @Min(1) question: number;
  @NestedList(() => MatchSession, { min: 1, max: 12 }) sessions: MatchSession[];
  @NestedList(() => HeldSlot, { max: 50 }) needs: HeldSlot[];
}

/** It could not be held; the request is open again. */
@Event('matching.match-refused')
export class MatchRefused {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** A booked place is secured for a school that has not made up its mind; it lapses at `answerBy`. */
@Event('matching.match-optioned')
export class MatchOptioned {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** Held: these sides are asked now. Also after a counter: then the other side alone. Older questions need no place any more. */
@Event('matching.match-asked')
export class MatchAsked {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsArray() @IsIn(sides, { each: true }) asks: Side[];
}

const awaitedStages = ['nudge', 'attention'] as const;

/**
 * This side has not answered a question that was delivered to it: after the first stage it is reminded, at the second the
 * coordinator looks. Each stage of a question once, in that order.
 */
@Event('matching.answer-awaited')
export class AnswerAwaited {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsIn(sides) side: Side;
  @IsIn(awaitedStages) stage: (typeof awaitedStages)[number];
}

/** One side said yes; the other has not answered yet. */
@Event('matching.match-accepted')
export class MatchAccepted {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsIn(sides) by: Side;
}

/** Both said yes, with an exact start and end; again after a change that both agreed to. */
@Event('matching.match-confirmed')
export class MatchConfirmed {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** One side wants a confirmed match changed, and what it needs is secured: the other side is asked. */
@Event('matching.change-proposed')
export class ChangeProposed {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** The change does not come: the old appointment stands. What was held for that question is to be given back. */
@Event('matching.change-dropped')
export class ChangeDropped {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsInt() @Min(1) question: number;
  @IsIn(['school', 'partner', 'coordinator', 'clock', 'offers']) by:
    'school' | 'partner' | 'coordinator' | 'clock' | 'offers';
}

/**
 * What still lay ahead of an appointment was called off after some of it had taken place: that much counts as held. What the
 * rest took is to be given back.
 */
@Event('matching.rest-cancelled')
export class RestCancelled {
  /** With the sessions that took place, and their groups alone. */
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  /** Those that do not. */
  @NestedList(() => MatchSession, { min: 1, max: 12 }) sessions: MatchSession[];
  @IsIn(['school', 'partner', 'coordinator']) by: Side | 'coordinator';
}

/**
 * Another person of that side receives the guest, or comes. Nobody is asked; both are to be told once it is agreed. Who it
 * was before is not said.
 */
@Event('matching.contact-changed')
export class ContactChanged {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsIn(sides) side: Side;
  /** A person's id. */
  @IdText() contactId: string;
}

export const endings = ['declined', 'cancelled', 'released', 'no-show'] as const;
export type Ending = (typeof endings)[number];

/** It ended without having been held as agreed: what it held is to be given back. */
@Event('matching.match-ended')
export class MatchEnded {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsIn(endings) ending: Ending;
  @IsIn(['school', 'partner', 'coordinator', 'clock', 'request-withdrawn']) by:
    'school' | 'partner' | 'coordinator' | 'clock' | 'request-withdrawn';
  /** False when nobody had been asked yet: then it ends in silence. */
  @IsBoolean() wasAsked: boolean;
  @IsBoolean() wasConfirmed: boolean;
  /** The school cancelled later than the offer allows. */
  @IsBoolean() late: boolean;
  /** What it owes for that, euro cents. */
  @IsInt() @Min(0) feeCents: number;
}

/** The end time has passed and nobody objected; or it was recorded afterwards. Both sides are asked for their figures. */
@Event('matching.match-held')
export class MatchHeld {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** The school's count is in, or corrected. */
@Event('matching.match-counted')
export class MatchCounted {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** The partner's hours are in, or corrected. */
@Event('matching.hours-entered')
export class HoursEntered {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** What one side thought of it is in, or corrected: also after the match was closed. */
@Event('matching.match-evaluated')
export class MatchEvaluated {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsIn(sides) by: Side;
}

/** The hands of the class are in, or counted anew. */
@Event('matching.tally-counted')
export class TallyCounted {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** Count and hours are in, or thirty days have passed. */
@Event('matching.match-closed')
export class MatchClosed {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** Matching's answer to `offers.hold-overdue`. */
@Event('matching.hold-answered')
export class HoldAnswered {
  @IsInt() @Min(1) question: number;
  @IsBoolean() keep: boolean;
}
