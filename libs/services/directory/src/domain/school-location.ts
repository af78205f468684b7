import {
  event,
  SchoolLocationChanged,
  type HolidayRegion,
  type PartHoursBody,
  type PeriodBody,
  type ResolvedLocation,
  type SchoolHoursBody,
  type Sector,
  type VogPolicy,
} from '#libs/contracts';

/** What the school itself knows better than the ministry. */
export interface SchoolCalendar {
  readonly holidays: readonly PeriodBody[];
  readonly studyDays: readonly string[];
  readonly hours: readonly SchoolHoursBody[];
  readonly parts: readonly PartHoursBody[];
  readonly lessonMinutes?: number;
  readonly vogPolicy: VogPolicy;
}

/** The unit that asks and that the subsidy counts. `brin6` is its outer key and may change; the id never does. */
export interface SchoolLocation {
  readonly id: string;
  readonly name: string;
  readonly brin6: string;
  readonly sectors: readonly Sector[];
  readonly street?: string;
  readonly location?: ResolvedLocation;
  readonly municipalityCode?: string;
  readonly municipalityName?: string;
  readonly holidayRegion: HolidayRegion;
  readonly calendar: SchoolCalendar;
  readonly regionIds: readonly string[];
  /** In [0, 1], a percentile within the sector; never shown publicly. */
  readonly equityPriority?: number;
  /** True when it came from the ministry's register: only such a location can vanish from it. */
  readonly registered: boolean;
  /** The date (of the register) from which it is known. */
  readonly activeFrom?: string;
  /** The date of the register in which it was missing. */
  readonly activeUntil?: string;
}

export const emptyCalendar: SchoolCalendar = {
  holidays: [],
  studyDays: [],
  hours: [],
  parts: [],
  vogPolicy: 'none',
};

export function isActive({ activeUntil }: SchoolLocation): boolean {
  return activeUntil === undefined;
}

export function schoolLocationChanged(state: SchoolLocation): SchoolLocationChanged {
  const { holidays, studyDays, hours, parts, vogPolicy } = state.calendar;
  return event(SchoolLocationChanged, {
    name: state.name,
    brin6: state.brin6,
    sectors: [...state.sectors],
    ...(state.location ? { location: state.location } : {}),
    regionIds: [...state.regionIds],
    holidayRegion: state.holidayRegion,
    holidays: [...holidays],
    studyDays: [...studyDays],
    hours: [...hours],
    parts: [...parts],
    vogPolicy,
    ...(state.equityPriority === undefined ? {} : { equityPriority: state.equityPriority }),
    active: isActive(state),
  });
}

/** The location with other regions, or null when they are the same already. */
export function restamped(state: SchoolLocation, regionIds: readonly string[]): SchoolLocation | null {
  return sameList(state.regionIds, regionIds) ? null : { ...state, regionIds: [...regionIds] };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
