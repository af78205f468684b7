import {
  event,
  SchoolLocationChanged,
  type HolidayRegion,
  type Participation,
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
  /** The dates that its regions' coordinators entered; a region without takes it from the day it was known. */
  readonly participation?: readonly Participation[];
}

export const emptyCalendar: SchoolCalendar = {
  holidays: [],
  studyDays: [],
  hours: [],
  parts: [],
  vogPolicy: 'none',
};

/** What regions decide about a location. */
export interface RegionStamp {
  readonly regionIds: readonly string[];
  /** Absent when nobody entered dates. */
  readonly participation?: readonly Participation[];
}

export function isActive({ activeUntil }: SchoolLocation): boolean {
  return activeUntil === undefined;
}

/** Of a location whose first day nobody wrote down. */
const firstDay = '2000-01-01';

/** One for each region: the dates that were entered, else as long as it is known. */
export function participationOf(state: SchoolLocation): Participation[] {
  const { activeFrom = firstDay, activeUntil } = state;
  return state.regionIds.map(
    (regionId) =>
      state.participation?.find((entered) => entered.regionId === regionId) ?? {
        regionId,
        from: activeFrom,
        ...(activeUntil ? { to: activeUntil } : {}),
      },
  );
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
    ...(state.municipalityName ? { municipality: state.municipalityName } : {}),
    participation: participationOf(state),
  });
}

/** The location with other regions or dates, or null when they are the same already. */
export function restamped(state: SchoolLocation, stamp: RegionStamp): SchoolLocation | null {
  const { participation: _, regionIds: _ids, ...rest } = state;
  return sameStamp(state, stamp) ? null : { ...rest, ...stamp };
}

function sameStamp(a: RegionStamp, b: RegionStamp): boolean {
  const text = ({ regionIds, participation = [] }: RegionStamp) => JSON.stringify([regionIds, participation]);
  return text(a) === text(b);
}
