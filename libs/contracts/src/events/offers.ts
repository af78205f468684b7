import { IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, Min } from 'class-validator';
import { AudienceBody, PatternBody, PupilsBody, ResolvedLocation, StoredSlot } from '../http/offers.js';
import { IdText, MomentText, Nested, NestedList, OptionalNested, Text } from '../rules.js';
import {
  activityKinds,
  offerStates,
  places,
  type ActivityKind,
  type ActivityPlace,
  type OfferState,
  type SuitabilityAnswer,
} from '../words.js';
import { Event } from './event.js';

/** What others need of an offer: all but its contact, its guests and its visit texts. The pattern is carried, not its slots. */
export class OfferSnapshot {
  @IdText() organisationId: string;
  @IsIn(activityKinds) kind: ActivityKind;
  @Text(200) title: string;
  @IsArray() @IsString({ each: true }) themes: string[];
  @NestedList(() => AudienceBody, { max: 20 }) audience: AudienceBody[];
  @OptionalNested(() => PupilsBody) pupils?: PupilsBody;
  @IsInt() @Min(1) pupilsPerGroup: number;
  @IsIn(['by-appointment', 'firm']) promise: 'by-appointment' | 'firm';
  @IsInt() @Min(1) durationMinutes: number;
  @IsInt() @Min(1) lessonsPerVisit: number;
  @IsIn(places) place: ActivityPlace;
  @OptionalNested(() => ResolvedLocation) location?: ResolvedLocation;
  @IsOptional() @IsInt() reachKm?: number;
  @IsInt() @Min(0) leadTimeDays: number;
  @IsOptional() @IsInt() freeCancelDays?: number;
  @IsOptional() @IsInt() maxPerMonth?: number;
  @IsInt() @Min(0) costPerGroupCents: number;
  @IsInt() @Min(0) costPerPupilCents: number;
  @IsObject() suitability: Record<string, SuitabilityAnswer>;
  @IsIn(['available', 'none']) vog: 'available' | 'none';
  @IsArray() @IsString({ each: true }) closedOn: string[];
  @NestedList(() => StoredSlot, { max: 400 }) slots: StoredSlot[];
  @OptionalNested(() => PatternBody) pattern?: PatternBody;
  /** Slots of the pattern that were taken out one by one. */
  @IsArray() @IsString({ each: true }) removedSlots: string[];
  @IsIn(offerStates) state: OfferState;
}

/** A partner's offer became visible to schools and to matching. */
@Event('offers.offer-published')
export class OfferPublished {
  @Nested(() => OfferSnapshot) offer: OfferSnapshot;
}

/** Something of a published offer changed. */
@Event('offers.offer-changed')
export class OfferChanged {
  @Nested(() => OfferSnapshot) offer: OfferSnapshot;
}

/** The partner takes the offer back: no new matches; live ones stay. */
@Event('offers.offer-withdrawn')
export class OfferWithdrawn {
  @Nested(() => OfferSnapshot) offer: OfferSnapshot;
}

/** Capacity of a slot in the partner's own groups. */
export class HeldSlot {
  @IdText() slotId: string;
  @IdText() offerId: string;
  @IsInt() @Min(1) groups: number;
}

/** Keyed by match: everything the match needs is taken, for it alone. */
@Event('offers.hold-held')
export class HoldHeld {
  @IsInt() @Min(1) question: number;
  @NestedList(() => HeldSlot, { min: 1, max: 50 }) slots: HeldSlot[];
  /** Until when it stands without a word from matching. */
  @MomentText() until: string;
}

/** Keyed by match: something stood in the way; whatever was taken is given back already. */
@Event('offers.hold-refused')
export class HoldRefused {
  @IsInt() @Min(1) question: number;
  @IsIn(['slot-full', 'slot-closed', 'slot-gone', 'demand-taken']) obstacle:
    'slot-full' | 'slot-closed' | 'slot-gone' | 'demand-taken';
  /** The slot or group that stood in the way. */
  @IsString() at: string;
}

/** Keyed by match: the hold stands past its time; matching answers keep or release. */
@Event('offers.hold-overdue')
export class HoldOverdue {
  @IsInt() @Min(1) question: number;
}

/** Keyed by match: what was taken is free again. */
@Event('offers.hold-released')
export class HoldReleased {
  @IsInt() @Min(1) question: number;
  @NestedList(() => HeldSlot, { max: 50 }) slots: HeldSlot[];
}
