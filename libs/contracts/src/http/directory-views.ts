import { RegionSettings } from '../events/directory.js';
import {
  holidayRegions,
  organisationKinds,
  roles,
  sectors,
  vogPolicies,
  type HolidayRegion,
  type OrganisationKind,
  type Role,
  type Sector,
  type VogPolicy,
} from '../words.js';
import { PartHoursBody, PeriodBody, SchoolHoursBody } from './directory.js';
import { ResolvedLocation } from './offers.js';
import { MailPreferencesView } from './people-views.js';
import {
  NamedView,
  SentenceView,
  date,
  dates,
  many,
  moment,
  nullable,
  number,
  one,
  oneOf,
  optional,
  someOf,
  text,
  texts,
  whole,
  yesNo,
} from './shown.js';

/** A role with what it reaches. */
export class GrantedRoleView {
  @oneOf([...roles, 'visitor', 'claimant', 'link', 'service']) role:
    Role | 'visitor' | 'claimant' | 'link' | 'service';
  @texts regionIds: string[];
  @optional @text schoolLocationId?: string;
  @optional @text organisationId?: string;
}

/** GET /api/me */
export class MeView {
  @text id: string;
  @text name: string;
  @text email: string;
  @optional @text phone?: string;
  @oneOf(['nl', 'en']) language: 'nl' | 'en';
  @one(() => MailPreferencesView) preferences: MailPreferencesView;
  /** With a browser's session or as a program; `steppedUpUntil`: how long the second factor counts as fresh. */
  @oneOf(['session', 'token']) signInWith: 'session' | 'token';
  @optional @moment steppedUpUntil?: string;
  @many(() => GrantedRoleView) roles: GrantedRoleView[];
  @many(() => NamedView) schoolLocations: NamedView[];
  @many(() => NamedView) organisations: NamedView[];
  @many(() => NamedView) regions: NamedView[];
}

export class LabelledView {
  @text id: string;
  @one(() => SentenceView) label: SentenceView;
}

export class ThemeView extends LabelledView {
  /** The root's id; null for a root. */
  @nullable @text parent: string | null;
}

export class SectorView extends LabelledView {
  /** The sector it is treated as when an offer names its audience. */
  @oneOf(['po', 'vo', 'mbo']) countsAs: 'po' | 'vo' | 'mbo';
  @one(() => SentenceView) gradeWord: SentenceView;
  @texts grades: string[];
  @texts levels: string[];
}

/** GET /api/taxonomy */
export class TaxonomyView {
  @text version: string;
  @many(() => ThemeView) themes: ThemeView[];
  @many(() => LabelledView) goals: LabelledView[];
  @many(() => LabelledView) suitability: LabelledView[];
  @many(() => LabelledView) activityKinds: LabelledView[];
  @many(() => SectorView) sectors: SectorView[];
}

export class HolidayView {
  @one(() => SentenceView) name: SentenceView;
  @date from: string;
  /** The last day, inclusive. */
  @date to: string;
  /** False: the ministry's advice only. */
  @yesNo fixed: boolean;
}

/** A public holiday on which no school teaches. */
export class DayOffView {
  @date date: string;
  @one(() => SentenceView) name: SentenceView;
}

/** GET /api/calendar/holidays */
export class HolidaysView {
  @oneOf(holidayRegions) holidayRegion: HolidayRegion;
  @text schoolYear: string;
  @many(() => HolidayView) items: HolidayView[];
  /** Of the two years that the school year touches. */
  @many(() => DayOffView) daysOff: DayOffView[];
}

export class RegionLineView {
  @text id: string;
  @text name: string;
  /** How many. */
  @whole municipalities: number;
}

export class ParticipantView extends NamedView {
  @text brin6: string;
  /** When it takes part; without an end it still does. */
  @optional @date from?: string;
  @optional @date to?: string;
}

/** The region's coordinator and operators also see its settings and who takes part. */
export class RegionView extends RegionLineView {
  /** Where the region reads its mail. */
  @optional @text contactEmail?: string;
  @optional @texts municipalityCodes?: string[];
  @optional @one(() => RegionSettings) settings?: RegionSettings;
  @optional @many(() => ParticipantView) schoolLocations?: ParticipantView[];
}

export class SchoolLocationLineView {
  @text id: string;
  @text name: string;
  @text brin6: string;
  @someOf(sectors) sectors: Sector[];
  @optional @text place?: string;
  @texts regionIds: string[];
  @oneOf(holidayRegions) holidayRegion: HolidayRegion;
  /** The date of the register in which it was missing. */
  @optional @date activeUntil?: string;
}

export class SchoolCalendarView {
  @many(() => PeriodBody) holidays: PeriodBody[];
  @dates studyDays: string[];
  @many(() => SchoolHoursBody) hours: SchoolHoursBody[];
  @many(() => PartHoursBody) parts: PartHoursBody[];
  @optional @whole lessonMinutes?: number;
  @oneOf(vogPolicies) vogPolicy: VogPolicy;
}

export class MunicipalityView {
  @text code: string;
  @optional @text name?: string;
}

export class SchoolLocationView extends SchoolLocationLineView {
  @optional @text street?: string;
  @optional @one(() => ResolvedLocation) location?: ResolvedLocation;
  @optional @one(() => MunicipalityView) municipality?: MunicipalityView;
  @optional @date activeFrom?: string;
  @one(() => SchoolCalendarView) calendar: SchoolCalendarView;
  /** In [0, 1]; for coordinators and operators only. */
  @optional @number equityPriority?: number;
}

export class OrganisationView {
  @text id: string;
  @text name: string;
  @oneOf(organisationKinds) kind: OrganisationKind;
  @optional @one(() => ResolvedLocation) location?: ResolvedLocation;
  @optional @text kvkNumber?: string;
  @optional @text kvkVestigingsnummer?: string;
  @texts regionIds: string[];
  /** When it receives and visits nobody. */
  @many(() => PeriodBody) closed: PeriodBody[];
  @optional @date pausedUntil?: string;
  /** Of a school's board: its school locations. */
  @optional @texts boardOf?: string[];
  /** The rest is for those who may change it. */
  @optional @text firstContactId?: string;
  @optional @whole maxPerMonth?: number;
  @optional @whole maxPerSchoolYear?: number;
  @optional @whole maxPerPersonPerMonth?: number;
}

/** POST /api/api-tokens: `token` is shown once. */
export class ApiTokenView {
  @text id: string;
  @text personId: string;
  @moment expiresAt: string;
  /** Absent: all that its person may. */
  @optional @texts only?: string[];
  @optional @text token?: string;
}
