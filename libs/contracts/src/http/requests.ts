import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { ChoiceList, FreeText, IdText, Line, LocalDateText, NestedList, Text, TextList } from '../rules.js';
import { Nullable } from './shown.js';
import {
  activityKinds,
  askedSuitabilities,
  dayparts,
  levels,
  places,
  sectors,
  weekdays,
  type ActivityKind,
  type ActivityPlace,
  type Daypart,
  type Level,
  type Sector,
  type Weekday,
} from '../words.js';

/** A group that the directory knows (`groupId`), or one described here, which becomes known. */
@JSONSchema({ description: 'Either groupId alone, or sector and pupils with grades, levels and name.' })
export class GroupBody {
  @IsOptional() @IdText() groupId?: string;
  @IsOptional() @IsIn(sectors) sector?: Sector;
  @IsOptional() @TextList({ max: 8, length: 2 }) grades?: string[];
  @IsOptional() @ChoiceList(levels) levels?: Level[];
  @IsOptional() @IsInt() @Min(1) @Max(500) pupils?: number;
  @IsOptional() @Line(40) name?: string;
}

export class WindowBody {
  @LocalDateText() from: string;
  @LocalDateText() to: string;
  @IsOptional() @ChoiceList(weekdays) weekdays?: Weekday[];
  @IsOptional() @ChoiceList(dayparts) parts?: Daypart[];
}

@JSONSchema({ description: 'Either offerId or organisationId.' })
export class PreferredBody {
  @IsOptional() @IdText() offerId?: string;
  @IsOptional() @IdText() organisationId?: string;
}

/** What a school may say of a request, now or later. */
class RequestFields {
  @IsOptional() @Line(200) title?: string;
  @IsOptional() @FreeText(4000, 0) note?: string;
  @IsOptional() @TextList({ max: 20 }) goals?: string[];
  @IsOptional() @IdText() contactId?: string;
  @IsOptional() @ChoiceList(places, { min: 1 }) places?: ActivityPlace[];
  @IsOptional() @IsInt() @Min(0) @Max(400) maxDistanceKm?: number;
  @IsOptional() @NestedList(() => PreferredBody, { max: 3 }) preferred?: PreferredBody[];
  @IsOptional() @ChoiceList(askedSuitabilities) suitability?: (typeof askedSuitabilities)[number][];
  /** The school's share for all groups together, however many appointments they take; without transport. */
  @IsOptional() @IsInt() @Min(0) @Max(10_000_000) maxCostCents?: number;
  @IsOptional() @IsIn(['none', 'own', 'asked']) transport?: 'none' | 'own' | 'asked';
  @IsOptional() @IsBoolean() splitAllowed?: boolean;
  @IsOptional() @IsBoolean() mergeAllowed?: boolean;
  @IsOptional() @IsIn(['ask-me', 'at-once']) confirm?: 'ask-me' | 'at-once';
}

const exampleRequest = {
  schoolLocationId: 'demo-location-01',
  kind: 'guest-lesson',
  title: 'Robots in de zorg',
  themes: ['digital-media-entertainment/programming'],
  groups: [{ sector: 'po', grades: ['7', '8'], pupils: 26, name: '7/8B' }],
  windows: [{ from: '2027-01-11', to: '2027-02-12', weekdays: ['tue', 'thu'], parts: ['morning'] }],
  maxDistanceKm: 25,
};

/** POST /api/requests */
@JSONSchema({ example: exampleRequest })
export class PostRequestBody extends RequestFields {
  @IdText() schoolLocationId: string;
  @IsOptional() @IdText() regionId?: string;
  @IsIn(activityKinds) kind: ActivityKind;
  @TextList({ min: 1, max: 5 }) themes: string[];
  @NestedList(() => GroupBody, { min: 1, max: 12 }) groups: GroupBody[];
  @NestedList(() => WindowBody, { min: 1, max: 12 }) windows: WindowBody[];
}

/** PATCH /api/requests/:id: the fields named change, the others stay. */
@JSONSchema({ example: { maxDistanceKm: 40, note: 'Liefst in de ochtend.' } })
export class PatchRequestBody extends RequestFields {
  @IsOptional() @IsIn(activityKinds) kind?: ActivityKind;
  @IsOptional() @TextList({ min: 1, max: 5 }) themes?: string[];
  @IsOptional() @NestedList(() => GroupBody, { min: 1, max: 12 }) groups?: GroupBody[];
  @IsOptional() @NestedList(() => WindowBody, { min: 1, max: 12 }) windows?: WindowBody[];
}

@JSONSchema({ example: { reason: 'De groep gaat op kamp.' } })
export class ReasonBody {
  @FreeText(500) reason: string;
  @IsOptional() @IdText() reasonCode?: string;
}

/** PATCH /api/requests/:id/assignment: the coordinator's own side of a request. */
@JSONSchema({ example: { assigneeId: 'demo-coordinator', internalNote: 'Bel museum Bodar.' } })
export class AssignmentBody {
  /** Null: nobody any more. */
  @Nullable() @IsOptional() @IdText() assigneeId?: string | null;
  @IsOptional() @Text(4000, 0) internalNote?: string;
  /** What the school must say first, which it reads in a mail; null takes the question back. */
  @Nullable() @IsOptional() @Text(1000) question?: string | null;
}
