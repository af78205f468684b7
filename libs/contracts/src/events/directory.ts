import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  Min,
} from 'class-validator';
import { PartHoursBody, PeriodBody, SchoolHoursBody } from '../http/directory.js';
import { ResolvedLocation } from '../http/offers.js';
import { IdText, LocalDateText, MomentText, NestedList, OptionalNested, Nested, Text } from '../rules.js';
import {
  activityKinds,
  holidayRegions,
  organisationKinds,
  roles,
  sectors,
  vogPolicies,
  type ActivityKind,
  type HolidayRegion,
  type OrganisationKind,
  type Role,
  type ScorePart,
  type Sector,
  type VogPolicy,
} from '../words.js';
import { Event } from './event.js';

/** Settings of a region that other services decide with. Percentages are 0–100, weights any number ≥ 0. */
export class RegionSettings {
  @IsObject() weights: Record<ScorePart, number>;
  @IsObject() themePriorities: Record<string, number>;
  @IsObject() sectorPriorities: Record<string, number>;
  /** What the region pays of an activity's costs. */
  @IsNumber() @Min(0) @Max(100) regionSharePercent: number;
  /** Working days within which a school hears something, outside a round. */
  @IsInt() @Min(1) @Max(60) answerWorkingDays: number;
  /** Working days after which a side that has not answered a question is reminded; absent: 3. */
  @IsOptional() @IsInt() @Min(1) @Max(60) nudgeWorkingDays?: number;
  /** Working days after which the coordinator looks at an unanswered question; absent: 5. */
  @IsOptional() @IsInt() @Min(1) @Max(60) attentionWorkingDays?: number;
  /** Working days both sides have to answer a question, from its delivery. */
  @IsInt() @Min(1) @Max(60) questionWorkingDays: number;
  /** Working days after which an option that nobody confirmed lapses. */
  @IsInt() @Min(1) @Max(60) optionWorkingDays: number;
  /** Direct bookings a school location may make in a school year; absent: as many as it likes. */
  @IsOptional() @IsInt() @Min(0) @Max(1000) bookingsPerSchoolYear?: number;
}

/** When a school location takes part in a region: the denominator of what the region reached. */
export class Participation {
  @IdText() regionId: string;
  @LocalDateText() from: string;
  @IsOptional() @LocalDateText() to?: string;
}

/** A region is there, or something of it changed: the whole of what others may know. */
@Event('directory.region-changed')
export class RegionChanged {
  @Text(120) name: string;
  @Nested(() => RegionSettings) settings: RegionSettings;
}

/** A school location is there, changed, moved between regions, or vanished (`active: false`). */
@Event('directory.school-location-changed')
export class SchoolLocationChanged {
  @Text(200) name: string;
  @IsString() brin6: string;
  @IsArray() @IsIn(sectors, { each: true }) sectors: Sector[];
  @OptionalNested(() => ResolvedLocation) location?: ResolvedLocation;
  @IsArray() @IsString({ each: true }) regionIds: string[];
  @IsIn(holidayRegions) holidayRegion: HolidayRegion;
  /** The school's own; empty: the ministry's of its holiday region count. */
  @NestedList(() => PeriodBody, { max: 40 }) holidays: PeriodBody[];
  @IsArray() @IsString({ each: true }) studyDays: string[];
  @NestedList(() => SchoolHoursBody, { max: 7 }) hours: SchoolHoursBody[];
  @NestedList(() => PartHoursBody, { max: 5 }) parts: PartHoursBody[];
  @IsIn(vogPolicies) vogPolicy: VogPolicy;
  /** In [0, 1], a percentile within the sector; absent when unknown. */
  @IsOptional() @IsNumber() @Min(0) @Max(1) equityPriority?: number;
  @IsBoolean() active: boolean;
  @IsOptional() @Text(80) municipality?: string;
  @NestedList(() => Participation, { max: 40 }) participation: Participation[];
}

/** An organisation is there or changed. */
@Event('directory.organisation-changed')
export class OrganisationChanged {
  @Text(200) name: string;
  @IsIn(organisationKinds) kind: OrganisationKind;
  @OptionalNested(() => ResolvedLocation) location?: ResolvedLocation;
  @IsArray() @IsString({ each: true }) regionIds: string[];
  /** The first contact: gets the questions of offers that name nobody. */
  @IsOptional() @IdText() firstContactId?: string;
  /** Load ceilings: activities a month and a school year of all its offers together, and of each person a month. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000) maxPerMonth?: number;
  @IsOptional() @IsInt() @Min(1) @Max(10_000) maxPerSchoolYear?: number;
  @IsOptional() @IsInt() @Min(1) @Max(1_000) maxPerPersonPerMonth?: number;
  /** When it receives and visits nobody. */
  @NestedList(() => PeriodBody, { max: 40 }) closed: PeriodBody[];
  /** It takes nothing new before this date. */
  @IsOptional() @LocalDateText() pausedUntil?: string;
}

/** Keyed by group: a class of a location in a school year is known, changed, or proposed for next year. */
@Event('directory.group-changed')
export class GroupChanged {
  @IdText() schoolLocationId: string;
  /** `2026-2027` */
  @Text(9) schoolYear: string;
  @IsIn(sectors) sector: Sector;
  @IsArray() @IsString({ each: true }) grades: string[];
  @IsArray() @IsString({ each: true }) levels: string[];
  @IsInt() @Min(1) @Max(500) pupils: number;
  @Text(60) name: string;
  /** `proposed` in August from last year's, one grade higher, until the school says yes; `left` when it is no group any more. */
  @IsIn(['known', 'proposed', 'left']) state: 'known' | 'proposed' | 'left';
}

/** As `RequestedGroup`. */
export class ImportedGroup {
  @IdText() groupId: string;
  @IsIn(sectors) sector: Sector;
  @IsArray() @IsString({ each: true }) grades: string[];
  @IsArray() @IsString({ each: true }) levels: string[];
  @IsInt() @Min(1) @Max(500) pupils: number;
  @Text(60) name: string;
}

/** Keyed by the row it came from: an activity of an earlier year, from a partner list. */
@Event('directory.activity-imported')
export class ActivityImported {
  @IdText() regionId: string;
  @IdText() schoolLocationId: string;
  @IdText() organisationId: string;
  @Text(200) title: string;
  @IsIn(activityKinds) kind: ActivityKind;
  @IsArray() @IsString({ each: true }) themes: string[];
  @MomentText() start: string;
  @MomentText() end: string;
  @NestedList(() => ImportedGroup, { min: 1, max: 12 }) groups: ImportedGroup[];
  /** Pupils that were counted, and hours the partner gave; absent when the list does not say. */
  @IsOptional() @IsInt() @Min(0) pupils?: number;
  @IsOptional() @IsNumber() @Min(0) hours?: number;
}

/** Keyed by person: something of a person changed; which fields, and never what they hold. */
@Event('directory.person-changed')
export class PersonChanged {
  @IsArray() @IsString({ each: true }) fields: string[];
}

/**
 * Keyed by person: whoever keeps a name, an address or a text of this person blanks it now. What was counted and agreed
 * stays.
 */
@Event('directory.person-erased')
export class PersonErased {
  @IdText() personId: string;
}

/** Keyed by person: this person does teach there; what they asked for meanwhile is released. */
@Event('directory.person-confirmed')
export class PersonConfirmed {
  @IdText() schoolLocationId: string;
}

/** Keyed by invitation: somebody is invited, once more, or still. */
@Event('directory.person-invited')
export class PersonInvited {
  @IdText() personId: string;
  @IsIn(roles) role: Role;
}

/** Keyed by invitation: it became a role, or was taken back. */
@Event('directory.invitation-ended')
export class InvitationEnded {
  @IdText() personId: string;
  @IsIn(['accepted', 'withdrawn']) how: 'accepted' | 'withdrawn';
}

/** Keyed by claim: somebody who signed in says that they teach there. */
@Event('directory.school-claimed')
export class SchoolClaimed {
  @IdText() personId: string;
  @IdText() schoolLocationId: string;
}

/** Keyed by claim: nobody of that school; what they asked for meanwhile is over. */
@Event('directory.claim-refused')
export class ClaimRefused {
  @IdText() personId: string;
  @IdText() schoolLocationId: string;
}

/** Keyed by claim: a coordinator said yes, or the address is like those of colleagues; nobody need look at it. */
@Event('directory.claim-confirmed')
export class ClaimConfirmed {
  @IdText() personId: string;
  @IdText() schoolLocationId: string;
}

/** By what means somebody signs in. */
export const waysIn = ['code', 'issuer', 'demo'] as const;
export type WayIn = (typeof waysIn)[number];

/** Keyed by person: they have a session from now on. */
@Event('directory.person-signed-in')
export class PersonSignedIn {
  @IsIn(waysIn) by: WayIn;
}

/** Keyed by person: somebody tried to sign in as them, and was not let in. */
@Event('directory.sign-in-refused')
export class SignInRefused {
  @IsIn(waysIn) by: WayIn;
  @IsIn(['wrong', 'disabled']) why: 'wrong' | 'disabled';
}

/** Keyed by person: another passkey can confirm that it is them; they are told, since it may be somebody else's. */
@Event('directory.passkey-added')
export class PasskeyAdded {
  /** How many there are now. */
  @IsInt() @Min(1) passkeys: number;
}

/** Keyed by person: passkeys are gone, by the person or, when `reset`, by whoever answers for them; they are told. */
@Event('directory.passkey-removed')
export class PasskeyRemoved {
  /** How many are left. */
  @IsInt() @Min(0) passkeys: number;
  @IsBoolean() reset: boolean;
}

/** Keyed by API token: a program can act as this person. */
@Event('directory.api-token-made')
export class ApiTokenMade {
  @IdText() personId: string;
  @MomentText() expiresAt: string;
}

/** Keyed by API token: it stands for nobody any more. */
@Event('directory.api-token-revoked')
export class ApiTokenRevoked {
  @IdText() personId: string;
}
