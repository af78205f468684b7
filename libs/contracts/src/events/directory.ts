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
import { IdText, NestedList, OptionalNested, Nested, Text } from '../rules.js';
import {
  holidayRegions,
  organisationKinds,
  sectors,
  vogPolicies,
  type HolidayRegion,
  type OrganisationKind,
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
  /** Working days both sides have to answer a question. */
  @IsInt() @Min(1) @Max(60) questionWorkingDays: number;
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
}
