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

/** Places of a slot that were booked beside Leerbrug. */
export class BlockedSlot {
  @IdText() slotId: string;
  @IsInt() @Min(1) groups: number;
}

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
  /** Ids of the people who give it; each is in one place at a time. */
  @IsArray() @IsString({ each: true }) givenBy: string[];
  @IsInt() @Min(0) changeNumbersUntilDays: number;
  @IsIn(['leerbrug', 'own-site']) bookVia: 'leerbrug' | 'own-site';
  @IsOptional() @IsString() bookUrl?: string;
  /** Places the partner gave away elsewhere. */
  @NestedList(() => BlockedSlot, { max: 1500 }) blocked: BlockedSlot[];
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

/** What may stand in the way of a hold. */
export const obstacles = [
  'slot-full',
  'slot-closed',
  'slot-gone',
  'demand-taken',
  'person-busy',
  'group-busy',
  'ceiling-reached',
] as const;
export type ObstacleCode = (typeof obstacles)[number];

/** Keyed by match: everything the question needs is taken, for this match alone. */
@Event('offers.hold-held')
export class HoldHeld {
  @IsInt() @Min(1) question: number;
  /** All the match holds now, places of an older question that still stands included. */
  @NestedList(() => HeldSlot, { max: 50 }) slots: HeldSlot[];
  /** Until when it stands without a word from matching. */
  @MomentText() until: string;
}

/** Keyed by match: something stood in the way; whatever was taken for this question is given back already. */
@Event('offers.hold-refused')
export class HoldRefused {
  @IsInt() @Min(1) question: number;
  @IsIn(obstacles) obstacle: ObstacleCode;
  /** The slot, group, person or ceiling that stood in the way. */
  @IsString() at: string;
}

/** Keyed by match: the hold stands past its time; matching answers keep or release. */
@Event('offers.hold-overdue')
export class HoldOverdue {
  @IsInt() @Min(1) question: number;
}

/** Keyed by match: something of what was taken is free again; `slots` are free, `left` is what the match still holds. */
@Event('offers.hold-released')
export class HoldReleased {
  @IsInt() @Min(1) question: number;
  @NestedList(() => HeldSlot, { max: 50 }) slots: HeldSlot[];
  @NestedList(() => HeldSlot, { max: 50 }) left: HeldSlot[];
}
