import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import {
  DateList,
  EmailText,
  IdText,
  Line,
  LocalDateText,
  NestedList,
  OptionalNested,
  Text,
  TextList,
} from '../rules.js';
import {
  dayparts,
  organisationKinds,
  vogPolicies,
  weekdays,
  type Daypart,
  type OrganisationKind,
  type VogPolicy,
  type Weekday,
} from '../words.js';
import { LocationBody } from './offers.js';
import { Nullable } from './shown.js';

export class PeriodBody {
  @LocalDateText() from: string;
  @LocalDateText() to: string;
  @IsOptional() @Line(80) name?: string;
}

const clockTime = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/** Hours of one weekday, local time `HH:MM`; a weekday that is not listed is a day without lessons. */
export class SchoolHoursBody {
  @IsIn(weekdays) weekday: Weekday;
  @Matches(clockTime, { message: '$property must be a time as 08:30' }) from: string;
  @Matches(clockTime, { message: '$property must be a time as 15:15' }) to: string;
}

export class PartHoursBody {
  @IsIn(dayparts) part: Daypart;
  @Matches(clockTime, { message: '$property must be a time as 08:30' }) from: string;
  @Matches(clockTime, { message: '$property must be a time as 12:00' }) to: string;
}

/** PATCH /api/school-locations/:id/calendar: what the school itself knows better than the ministry. */
@JSONSchema({
  example: {
    holidays: [{ from: '2027-02-20', to: '2027-02-28', name: 'Voorjaarsvakantie' }],
    studyDays: ['2027-03-12'],
    hours: [{ weekday: 'mon', from: '08:30', to: '14:45' }],
  },
})
export class SchoolCalendarBody {
  /** Replaces the ministry's holidays of the school years it touches. */
  @IsOptional() @NestedList(() => PeriodBody, { max: 40 }) holidays?: PeriodBody[];
  @IsOptional() @DateList(60) studyDays?: string[];
  @IsOptional() @NestedList(() => SchoolHoursBody, { max: 7 }) hours?: SchoolHoursBody[];
  @IsOptional() @NestedList(() => PartHoursBody, { max: 5 }) parts?: PartHoursBody[];
  @IsOptional() @IsInt() @Min(20) @Max(120) lessonMinutes?: number;
  @IsOptional() @IsIn(vogPolicies) vogPolicy?: VogPolicy;
}

/** POST /api/organisations */
@JSONSchema({
  example: {
    name: 'Machinefabriek Hoekstra',
    kind: 'company',
    location: { postcode: '8011PK', place: 'Zwolle' },
  },
})
export class PostOrganisationBody {
  @Line(200) name: string;
  @IsIn(organisationKinds) kind: OrganisationKind;
  @OptionalNested(() => LocationBody) location?: LocationBody;
  @IsOptional() @Matches(/^[0-9]{8}$/, { message: '$property must be 8 digits as text' }) kvkNumber?: string;
  @IsOptional()
  @Matches(/^[0-9]{12}$/, { message: '$property must be 12 digits as text' })
  kvkVestigingsnummer?: string;
  @IsOptional() @TextList({ min: 1, max: 20 }) regionIds?: string[];
  /** Of a school's board: the school locations that its admins answer for. */
  @IsOptional() @TextList({ min: 1, max: 200, length: 120 }) boardOf?: string[];
}

/** PATCH /api/organisations/:id: the fields named change, the others stay; null takes a limit away. */
@JSONSchema({
  example: { maxPerMonth: 4, closed: [{ from: '2027-07-19', to: '2027-08-06' }], pausedUntil: null },
})
export class PatchOrganisationBody {
  @IsOptional() @Line(200) name?: string;
  @OptionalNested(() => LocationBody) location?: LocationBody;
  /** A person of this organisation. */
  @Nullable() @IsOptional() @IdText() firstContactId?: string | null;
  @Nullable() @IsOptional() @IsInt() @Min(1) @Max(10_000) maxPerMonth?: number | null;
  @Nullable() @IsOptional() @IsInt() @Min(1) @Max(10_000) maxPerSchoolYear?: number | null;
  @Nullable() @IsOptional() @IsInt() @Min(1) @Max(1_000) maxPerPersonPerMonth?: number | null;
  /** When it receives and visits nobody. */
  @IsOptional() @NestedList(() => PeriodBody, { max: 40 }) closed?: PeriodBody[];
  /** It takes nothing new before this date. */
  @Nullable() @IsOptional() @LocalDateText() pausedUntil?: string | null;
  /** Of a school's board: the school locations that its admins answer for; by coordinators and operators. */
  @IsOptional() @TextList({ max: 200, length: 120 }) boardOf?: string[];
}

export class ParticipantBody {
  @IdText() schoolLocationId: string;
  @LocalDateText() from: string;
  /** The last day; absent: it still takes part. */
  @IsOptional() @LocalDateText() to?: string;
}

/** What a steering group may decide; a list of weights or priorities changes only the ones it names. */
export class RegionSettingsBody {
  /** Of the parts of the score, any number from 0 up. */
  @IsOptional() @IsObject() weights?: Record<string, number>;
  /** By theme, 0 to 1; replaces the list. */
  @IsOptional() @IsObject() themePriorities?: Record<string, number>;
  /** By sector, 0 to 1; replaces the list. */
  @IsOptional() @IsObject() sectorPriorities?: Record<string, number>;
  @IsOptional() @IsNumber() @Min(0) @Max(100) regionSharePercent?: number;
  @IsOptional() @IsInt() @Min(1) @Max(60) answerWorkingDays?: number;
  /** Of an unanswered question: 1 ≤ nudge < attention < question. */
  @IsOptional() @IsInt() @Min(1) @Max(60) nudgeWorkingDays?: number;
  @IsOptional() @IsInt() @Min(1) @Max(60) attentionWorkingDays?: number;
  @IsOptional() @IsInt() @Min(1) @Max(60) questionWorkingDays?: number;
  @IsOptional() @IsInt() @Min(1) @Max(60) optionWorkingDays?: number;
  /** null: as many as a school likes. */
  @Nullable() @IsOptional() @IsInt() @Min(0) @Max(1000) bookingsPerSchoolYear?: number | null;
}

/** PATCH /api/regions/:id */
@JSONSchema({
  example: {
    participating: [{ schoolLocationId: 'demo-location-01', from: '2026-08-01' }],
    settings: { optionWorkingDays: 5 },
  },
})
export class PatchRegionBody {
  @IsOptional() @Line(120) name?: string;
  /** Of which municipalities and single locations it is made; each replaces the list; by operators. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ArrayUnique()
  @Matches(/^[0-9]{4}$/, { each: true, message: '$property must hold codes of four digits' })
  municipalityCodes?: string[];
  @IsOptional() @TextList({ max: 1000, length: 120 }) schoolLocationIds?: string[];
  /** Replaces the dates of the locations named; the others stay. */
  @IsOptional() @NestedList(() => ParticipantBody, { min: 1, max: 500 }) participating?: ParticipantBody[];
  @OptionalNested(() => RegionSettingsBody) settings?: RegionSettingsBody;
  /** Where the region reads its mail: answers to questions go there until both sides agree; null takes it away. */
  @Nullable() @IsOptional() @EmailText() contactEmail?: string | null;
}

/** POST /api/api-tokens */
@JSONSchema({ example: { personId: 'demo-teacher', days: 30 } })
export class PostApiTokenBody {
  @IdText() personId: string;
  @IsInt() @Min(1) @Max(730) days: number;
  /** Actions as the routes name them (`x-policy`): it does these alone. Absent: all that its person may. */
  @IsOptional() @TextList({ min: 1, max: 60, length: 60 }) only?: string[];
}

export const importKinds = ['schools', 'postcodes', 'partners'] as const;
export type ImportKind = (typeof importKinds)[number];

/** POST /api/imports: a register as its publisher wrote it, or a region's list of partners. The one body that may be large (32 MiB). */
@JSONSchema({
  example: {
    kind: 'schools',
    filename: 'vestigingen.csv',
    content: 'VkVTVElHSU5HU0NPREU=',
    asOf: '2026-08-01',
  },
})
export class PostImportBody {
  @IsIn(importKinds) kind: ImportKind;
  @Text(200) filename: string;
  /** Of a list of partners: the region they take part in. */
  @IsOptional() @IdText() regionId?: string;
  /** The bytes of the file in base64. */
  @IsString() @MaxLength(32 * 1024 * 1024) content: string;
  /** The day the register describes; default today. What vanished from it is dated so. */
  @IsOptional() @LocalDateText() asOf?: string;
  /** Reports what would happen and changes nothing. */
  @IsOptional() @IsBoolean() dryRun?: boolean;
  /** "I know that more than a tenth of the locations would vanish." */
  @IsOptional() @IsBoolean() confirmVanishing?: boolean;
}
