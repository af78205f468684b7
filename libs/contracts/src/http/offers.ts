import { IsIn, IsInt, IsNumber, IsOptional, IsUrl, Matches, Max, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import {
  ChoiceList,
  DateList,
  IdText,
  Line,
  LocalDateText,
  MomentText,
  NestedList,
  OptionalNested,
  Text,
  TextList,
} from '../rules.js';
import {
  activityKinds,
  dayparts,
  levels,
  places,
  sectors,
  suitabilityAnswers,
  weekdays,
  type ActivityKind,
  type ActivityPlace,
  type Daypart,
  type Level,
  type Sector,
  type SuitabilityAnswer,
  type Weekday,
} from '../words.js';
import { Nullable } from './shown.js';

export class AudienceBody {
  @IsIn(sectors) sector: Sector;
  @IsOptional() @TextList({ max: 8, length: 2 }) grades?: string[];
  @IsOptional() @ChoiceList(levels) levels?: Level[];
  @IsOptional() @IsInt() @Min(1) @Max(100) pupilsPerAdult?: number;
}

export class PupilsBody {
  @IsInt() @Min(1) @Max(500) min: number;
  @IsInt() @Min(1) @Max(500) max: number;
}

/** A postcode, a place's name, or coordinates in degrees (WGS 84). */
@JSONSchema({ description: 'postcode and/or place, or lat and lon.' })
export class LocationBody {
  @IsOptional()
  @Matches(/^[1-9][0-9]{3} ?[A-Za-z]{2}$/, { message: '$property must be a Dutch postcode such as 8011PK' })
  postcode?: string;
  @IsOptional() @Line(80) place?: string;
  @IsOptional() @IsNumber() @Min(50.5) @Max(53.8) lat?: number;
  @IsOptional() @IsNumber() @Min(3.2) @Max(7.4) lon?: number;
}

export class SuitabilityBody {
  @IsOptional() @IsIn(suitabilityAnswers) wheelchair?: SuitabilityAnswer;
  @IsOptional() @IsIn(suitabilityAnswers) newcomers?: SuitabilityAnswer;
  @IsOptional() @IsIn(suitabilityAnswers) 'low-stimulus'?: SuitabilityAnswer;
  @IsOptional() @IsIn(suitabilityAnswers) english?: SuitabilityAnswer;
  @IsOptional() @IsIn(suitabilityAnswers) sbo?: SuitabilityAnswer;
  @IsOptional() @IsIn(suitabilityAnswers) so?: SuitabilityAnswer;
  @IsOptional() @IsIn(suitabilityAnswers) vso?: SuitabilityAnswer;
  @IsOptional() @IsIn(suitabilityAnswers) pro?: SuitabilityAnswer;
}

/** What stands in the visit sheet. */
export class VisitBody {
  @IsOptional() @Text(1000) arrival?: string;
  @IsOptional() @Text(1000) parking?: string;
  @IsOptional() @Line(200) host?: string;
  @IsOptional() @Text(1000) safety?: string;
}

export class SlotBody {
  @MomentText() start: string;
  @MomentText() end: string;
  @IsOptional() @IsInt() @Min(1) @Max(50) groups?: number;
}

export class PatternBody {
  @ChoiceList(weekdays, { min: 1 }) weekdays: Weekday[];
  @ChoiceList(dayparts, { min: 1 }) parts: Daypart[];
  @LocalDateText() from: string;
  @LocalDateText() to: string;
  @IsOptional() @IsInt() @Min(1) @Max(50) groups?: number;
}

/** Null takes a field back to what it is when nobody fills it in. */
class OfferFields {
  /** Null: the first contact of the organisation. */
  @Nullable() @IsOptional() @IdText() contactId?: string | null;
  @IsOptional() @Text(2000, 0) summary?: string;
  @IsOptional() @TextList({ max: 20 }) goals?: string[];
  @Nullable() @OptionalNested(() => PupilsBody) pupils?: PupilsBody | null;
  @Nullable() @IsOptional() @IsInt() @Min(1) @Max(500) pupilsPerGroup?: number | null;
  @Nullable() @IsOptional() @IsInt() @Min(1) @Max(8) lessonsPerVisit?: number | null;
  /** Null only of what is online. */
  @Nullable() @OptionalNested(() => LocationBody) location?: LocationBody | null;
  @Nullable() @IsOptional() @IsInt() @Min(0) @Max(400) reachKm?: number | null;
  @IsOptional() @TextList({ max: 20 }) givenBy?: string[];
  @Nullable() @IsOptional() @IsInt() @Min(0) @Max(365) leadTimeDays?: number | null;
  @Nullable() @IsOptional() @IsInt() @Min(0) @Max(365) changeNumbersUntilDays?: number | null;
  @Nullable() @IsOptional() @IsInt() @Min(0) @Max(365) freeCancelDays?: number | null;
  @Nullable() @IsOptional() @IsInt() @Min(1) @Max(1000) maxPerMonth?: number | null;
  @Nullable() @IsOptional() @IsInt() @Min(0) @Max(10_000_000) costPerGroupCents?: number | null;
  @Nullable() @IsOptional() @IsInt() @Min(0) @Max(1_000_000) costPerPupilCents?: number | null;
  @OptionalNested(() => SuitabilityBody) suitability?: SuitabilityBody;
  @IsOptional() @IsIn(['available', 'none']) vog?: 'available' | 'none';
  @IsOptional() @DateList(200) closedOn?: string[];
  @IsOptional() @IsIn(['leerbrug', 'own-site']) bookVia?: 'leerbrug' | 'own-site';
  @Nullable() @IsOptional() @IsUrl({ protocols: ['https', 'http'], require_protocol: true }) bookUrl?:
    string | null;
  @OptionalNested(() => VisitBody) visit?: VisitBody;
  @OptionalNested(() => PatternBody) pattern?: PatternBody;
}

const exampleOffer = {
  organisationId: 'demo-organisation-01',
  kind: 'guest-lesson',
  title: 'Een robotarm in de klas',
  themes: ['hi-tech-science/robotics'],
  audience: [{ sector: 'po', grades: ['6', '7', '8'] }],
  promise: 'by-appointment',
  durationMinutes: 90,
  place: 'at-school',
  location: { postcode: '8011PK', place: 'Zwolle' },
  reachKm: 30,
  slots: [{ start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T10:30:00+01:00', groups: 1 }],
};

/** POST /api/offers */
@JSONSchema({ example: exampleOffer })
export class PostOfferBody extends OfferFields {
  @IdText() organisationId: string;
  @IsIn(activityKinds) kind: ActivityKind;
  @Line(200) title: string;
  @TextList({ min: 1, max: 5 }) themes: string[];
  @NestedList(() => AudienceBody, { min: 1, max: 20 }) audience: AudienceBody[];
  @IsIn(['by-appointment', 'firm']) promise: 'by-appointment' | 'firm';
  @IsInt() @Min(10) @Max(600) durationMinutes: number;
  @IsIn(places) place: ActivityPlace;
  @IsOptional() @NestedList(() => SlotBody, { max: 400 }) slots?: SlotBody[];
}

/** PATCH /api/offers/:id: the fields named change, the others stay; slots have routes of their own. */
@JSONSchema({ example: { leadTimeDays: 21, summary: 'Ook voor kleine groepen.' } })
export class PatchOfferBody extends OfferFields {
  @IsOptional() @IsIn(activityKinds) kind?: ActivityKind;
  @IsOptional() @Line(200) title?: string;
  @IsOptional() @TextList({ min: 1, max: 5 }) themes?: string[];
  @IsOptional() @NestedList(() => AudienceBody, { min: 1, max: 20 }) audience?: AudienceBody[];
  @IsOptional() @IsIn(['by-appointment', 'firm']) promise?: 'by-appointment' | 'firm';
  @IsOptional() @IsInt() @Min(10) @Max(600) durationMinutes?: number;
  @IsOptional() @IsIn(places) place?: ActivityPlace;
}

/** POST /api/offers/:id/slots */
@JSONSchema({
  example: { slots: [{ start: '2027-01-19T09:00:00+01:00', end: '2027-01-19T10:30:00+01:00' }] },
})
export class AddSlotsBody {
  @NestedList(() => SlotBody, { min: 1, max: 400 }) slots: SlotBody[];
}

/** POST /api/slots/:id/block: so many places were given away elsewhere; 0 gives them all back. */
@JSONSchema({ example: { groups: 1 } })
export class BlockSlotBody {
  @IsInt() @Min(0) @Max(50) groups: number;
}

/** The values a stored slot and pattern keep; also what events carry. */
export class StoredSlot {
  @IdText() id: string;
  @MomentText() start: string;
  @MomentText() end: string;
  @IsInt() @Min(1) groups: number;
}

export class Coordinates {
  @IsNumber() lat: number;
  @IsNumber() lon: number;
}

/** A place people can find, with the coordinates that stand for it. */
export class ResolvedLocation {
  @IsOptional() @Text(10) postcode?: string;
  @IsOptional() @Line(80) place?: string;
  @IsNumber() lat: number;
  @IsNumber() lon: number;
}
