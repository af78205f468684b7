import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { PreferredBody, WindowBody } from '../http/requests.js';
import { IdText, MomentText, Nested, NestedList, Text } from '../rules.js';
import {
  activityKinds,
  places,
  requestStates,
  sectors,
  type ActivityKind,
  type ActivityPlace,
  type RequestState,
  type Sector,
} from '../words.js';
import { Event } from './event.js';

/** A group as decided: every field known. `groupId` is the same for the same group everywhere. */
export class RequestedGroup {
  @IdText() groupId: string;
  @IsIn(sectors) sector: Sector;
  @IsArray() @IsString({ each: true }) grades: string[];
  @IsArray() @IsString({ each: true }) levels: string[];
  @IsInt() @Min(1) @Max(500) pupils: number;
  @Text(60) name: string;
}

/** What others need of a request: all but its note. People are ids. */
export class RequestSnapshot {
  /** Who asked. */
  @IdText() madeBy: string;
  /** Who receives the guest. */
  @IdText() contactId: string;
  @IdText() schoolLocationId: string;
  @IdText() regionId: string;
  @IsIn(activityKinds) kind: ActivityKind;
  @Text(200) title: string;
  @IsArray() @IsString({ each: true }) themes: string[];
  @IsArray() @IsString({ each: true }) goals: string[];
  @NestedList(() => RequestedGroup, { min: 1, max: 12 }) groups: RequestedGroup[];
  @NestedList(() => WindowBody, { min: 1, max: 12 }) windows: WindowBody[];
  @IsArray() @IsIn(places, { each: true }) places: ActivityPlace[];
  @IsOptional() @IsInt() maxDistanceKm?: number;
  @NestedList(() => PreferredBody, { max: 3 }) preferred: PreferredBody[];
  @IsArray() @IsString({ each: true }) suitability: string[];
  @IsOptional() @IsInt() maxCostCents?: number;
  @IsIn(['none', 'own', 'asked']) transport: 'none' | 'own' | 'asked';
  @IsBoolean() splitAllowed: boolean;
  @IsBoolean() mergeAllowed: boolean;
  @IsIn(['ask-me', 'at-once']) confirm: 'ask-me' | 'at-once';
  @MomentText() postedAt: string;
  @MomentText() answerBy: string;
  @IsIn(requestStates) state: RequestState;
  /** True while nobody confirmed that who asked teaches there: it is not planned, and nobody is asked. */
  @IsOptional() @IsBoolean() unconfirmed?: boolean;
}

/** A school asked for something. */
@Event('requests.request-posted')
export class RequestPosted {
  @Nested(() => RequestSnapshot) request: RequestSnapshot;
}

/** The school changed its wish, or the request's state moved. */
@Event('requests.request-changed')
export class RequestChanged {
  @Nested(() => RequestSnapshot) request: RequestSnapshot;
}

/** The school needs it no longer: proposals end, a match that is holding or asked is cancelled. */
@Event('requests.request-withdrawn')
export class RequestWithdrawn {
  @Nested(() => RequestSnapshot) request: RequestSnapshot;
}

/** Half the time to answer has passed without an appointment: it belongs in the coordinator's inbox. */
@Event('requests.request-half-way')
export class RequestHalfWay {
  @Nested(() => RequestSnapshot) request: RequestSnapshot;
}

/** A coordinator must know something first: the school is asked. */
@Event('requests.request-questioned')
export class RequestQuestioned {
  @Nested(() => RequestSnapshot) request: RequestSnapshot;
}

/**
 * The answer date, or the last day it was wished for, passed, and some of its groups have no appointment: the school hears
 * "not yet", and why. Its state says what it is now: `unmet`, `partly-met`, `needs-info` or `expired`.
 */
@Event('requests.request-unmet')
export class RequestUnmet {
  @Nested(() => RequestSnapshot) request: RequestSnapshot;
}
