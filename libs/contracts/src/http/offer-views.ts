import {
  activityKinds,
  offerStates,
  places,
  suitabilityAnswers,
  type ActivityKind,
  type ActivityPlace,
  type OfferState,
  type SuitabilityAnswer,
} from '../words.js';
import { BlockedSlot } from '../events/offers.js';
import { AudienceBody, PatternBody, PupilsBody, ResolvedLocation, StoredSlot, VisitBody } from './offers.js';
import {
  NamedView,
  byName,
  date,
  dates,
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

export class SlotSeenView extends StoredSlot {
  /** Places that nobody was promised and that were not given away elsewhere; none once it has begun. */
  @whole free: number;
}

/** An offer as its own people and the coordinator see it, with the slots that its pattern means. */
export class OfferView {
  @text id: string;
  @whole rev: number;
  @oneOf(offerStates) state: OfferState;
  @text organisationId: string;
  @text contactId: string;
  @text madeBy: string;
  @texts regionIds: string[];
  @oneOf(activityKinds) kind: ActivityKind;
  @text title: string;
  @text summary: string;
  @texts themes: string[];
  @texts goals: string[];
  @many(() => AudienceBody) audience: AudienceBody[];
  @optional @one(() => PupilsBody) pupils?: PupilsBody;
  @whole pupilsPerGroup: number;
  @oneOf(['by-appointment', 'firm']) promise: 'by-appointment' | 'firm';
  @whole durationMinutes: number;
  @whole lessonsPerVisit: number;
  @oneOf(places) place: ActivityPlace;
  @optional @one(() => ResolvedLocation) location?: ResolvedLocation;
  @optional @whole reachKm?: number;
  @texts givenBy: string[];
  @whole leadTimeDays: number;
  @whole changeNumbersUntilDays: number;
  @optional @whole freeCancelDays?: number;
  @optional @whole maxPerMonth?: number;
  @whole costPerGroupCents: number;
  @whole costPerPupilCents: number;
  @byName({ enum: [...suitabilityAnswers] }) suitability: Record<string, SuitabilityAnswer>;
  @oneOf(['available', 'none']) vog: 'available' | 'none';
  @dates closedOn: string[];
  @oneOf(['leerbrug', 'own-site']) bookVia: 'leerbrug' | 'own-site';
  @nullable @text bookUrl: string | null;
  @one(() => VisitBody) visit: VisitBody;
  @optional @one(() => PatternBody) pattern?: PatternBody;
  @many(() => SlotSeenView) slots: SlotSeenView[];
  /** Places that were given away elsewhere. */
  @many(() => BlockedSlot) blocked: BlockedSlot[];
}

export class FreeSlotView {
  @text slotId: string;
  @moment start: string;
  @moment end: string;
  /** Groups that still fit. */
  @whole groups: number;
}

/** Degrees, WGS 84. */
export class PointView {
  @number lat: number;
  @number lon: number;
}

/** What a visitor reads of a published offer. */
export class CatalogueItemView {
  @text offerId: string;
  @text title: string;
  @text summary: string;
  @one(() => NamedView) organisation: NamedView;
  @oneOf(activityKinds) kind: ActivityKind;
  @texts themes: string[];
  @many(() => AudienceBody) audience: AudienceBody[];
  @oneOf(places) place: ActivityPlace;
  @nullable @text town: string | null;
  /** Where it is given, or comes from; null online. */
  @nullable @one(() => PointView) point: PointView | null;
  /** From `near`, when that was asked. */
  @nullable @whole km: number | null;
  @whole costPerGroupCents: number;
  @whole costPerPupilCents: number;
  @oneOf(['by-appointment', 'firm']) promise: 'by-appointment' | 'firm';
  /** `own-site`: at `bookUrl`, not here. */
  @oneOf(['leerbrug', 'own-site']) bookVia: 'leerbrug' | 'own-site';
  @nullable @text bookUrl: string | null;
  /** `waiting-list`: all is taken, and a school can wait for it; `none`: all is taken or agreed, and nothing to wait for. */
  @oneOf(['free', 'by-appointment', 'waiting-list', 'none'])
  availability: 'free' | 'by-appointment' | 'waiting-list' | 'none';
  /** What whoever asks today can have: with the notice that the partner wants, and not while it takes nothing new. */
  @many(() => FreeSlotView) nextSlots: FreeSlotView[];
}

/** How a visit goes, without who receives it. */
export class CatalogueVisitView {
  @optional @text arrival?: string;
  @optional @text parking?: string;
  @optional @text safety?: string;
}

export class FullSlotView {
  @text slotId: string;
  @moment start: string;
  @moment end: string;
}

/** GET /api/catalogue/:offerId: with the conditions, and more of its next slots. */
export class CatalogueOfferView extends CatalogueItemView {
  @optional @one(() => PupilsBody) pupils?: PupilsBody;
  @whole pupilsPerGroup: number;
  @whole durationMinutes: number;
  @whole lessonsPerVisit: number;
  @optional @whole reachKm?: number;
  @whole leadTimeDays: number;
  @whole changeNumbersUntilDays: number;
  @optional @whole freeCancelDays?: number;
  @byName({ enum: [...suitabilityAnswers] }) suitability: Record<string, SuitabilityAnswer>;
  @oneOf(['available', 'none']) vog: 'available' | 'none';
  @one(() => CatalogueVisitView) visit: CatalogueVisitView;
  /** Of a firm offer that is booked here: its next slots without room, each with a waiting list. */
  @many(() => FullSlotView) fullSlots: FullSlotView[];
  /** After `nextSlots` there are more. */
  @yesNo moreSlots: boolean;
  /** Free for an appointment that is made already, whatever notice the partner wants; none while it takes nothing new. */
  @many(() => FreeSlotView) movableSlots: FreeSlotView[];
  /** While it takes nothing new. */
  @optional @date pausedUntil?: string;
}
