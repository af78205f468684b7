import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Min } from 'class-validator';
import { IdText, MomentText, Nested, NestedList } from '../rules.js';
import { matchStates, type MatchState } from '../words.js';
import { Event } from './event.js';
import { HeldSlot } from './offers.js';

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

/** What others may know of a match: no reason in words, no person but by id. */
export class MatchSnapshot {
  @IdText() requestId: string;
  @IdText() offerId: string;
  @IdText() regionId: string;
  @IdText() schoolLocationId: string;
  @IdText() organisationId: string;
  @IsIn(['proposed']) origin: 'proposed';
  @IsIn(matchStates) state: MatchState;
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
}

/** The coordinator approved: `offers` is asked to hold what it needs. */
@Event('matching.match-approved')
export class MatchApproved {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @NestedList(() => HeldSlot, { min: 1, max: 50 }) needs: HeldSlot[];
}

/** It could not be held; the request is open again. */
@Event('matching.match-refused')
export class MatchRefused {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

/** Held: both sides are asked now. Also after a counter: then `askedAgain` names the side that has to answer. */
@Event('matching.match-asked')
export class MatchAsked {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsOptional() @IsIn(['school', 'partner']) askedAgain?: 'school' | 'partner';
}

/** One side said yes; the other has not answered yet. */
@Event('matching.match-accepted')
export class MatchAccepted {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsIn(['school', 'partner']) by: 'school' | 'partner';
}

/** Both said yes, with an exact start and end. */
@Event('matching.match-confirmed')
export class MatchConfirmed {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
}

export const endings = ['declined', 'cancelled', 'released'] as const;
export type Ending = (typeof endings)[number];

/** It ended before it happened: what it held is to be given back. */
@Event('matching.match-ended')
export class MatchEnded {
  @Nested(() => MatchSnapshot) match: MatchSnapshot;
  @IsIn(endings) ending: Ending;
  @IsIn(['school', 'partner', 'coordinator', 'clock', 'request-withdrawn']) by:
    'school' | 'partner' | 'coordinator' | 'clock' | 'request-withdrawn';
  /** False when nobody had been asked yet: then it ends in silence. */
  @IsBoolean() wasAsked: boolean;
  @IsBoolean() wasConfirmed: boolean;
}

/** Matching's answer to `offers.hold-overdue`. */
@Event('matching.hold-answered')
export class HoldAnswered {
  @IsInt() @Min(1) question: number;
  @IsBoolean() keep: boolean;
}

/** Keyed by request: it was held against every offer. */
@Event('matching.request-considered')
export class RequestConsidered {
  @IdText() requestId: string;
  @IdText() schoolLocationId: string;
  /** Who asked and who receives the guest: who gets the receipt. */
  @IsArray() @IsString({ each: true }) askers: string[];
  /** Offers that fit now. */
  @IsInt() @Min(0) fitting: number;
  /** The hard conditions that kept the others out, most frequent first. */
  @IsArray() @IsString({ each: true }) obstacles: string[];
}

/** Keyed by rejection: the coordinator will not propose this slot or offer to the request again. */
@Event('matching.proposal-rejected')
export class ProposalRejected {
  @IdText() requestId: string;
  @IsOptional() @IdText() slotId?: string;
  @IsOptional() @IdText() offerId?: string;
}

/** Keyed by round: a plan is there, with prices that proposals of the region are ranked by from now on. */
@Event('matching.round-planned')
export class RoundPlanned {
  @IdText() regionId: string;
  /** The plan's number within its round. */
  @IsInt() @Min(1) run: number;
  @IsInt() @Min(0) served: number;
  @IsInt() @Min(0) unserved: number;
}
