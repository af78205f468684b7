export {
  addDays,
  dayNumberOf,
  instantOf,
  isLocalDate,
  localDateOf,
  localDateOfDay,
  localMinuteOf,
  parseOffsetIso,
  schoolYearOf,
  toOffsetIso,
  weekdayOf,
  weekdays,
  type LocalDate,
  type Weekday,
} from './src/local-time.js';
export { answerMoment, workingDaysAfter, type IsFree } from './src/working-days.js';
export { sayDay, saySpan, type Lang } from './src/spoken-dates.js';
export { daypartIds, dayparts, type Daypart, type DaypartId } from './src/dayparts.js';
export {
  isNationalDayOff,
  isPublicHoliday,
  publicHolidays,
  type PublicHoliday,
} from './src/public-holidays.js';
export {
  holidayRegions,
  knownSchoolYears,
  schoolHolidayOn,
  schoolHolidays,
  type HolidayRegion,
  type SchoolHoliday,
} from './src/school-holidays.js';
export { splitMunicipalities } from './src/split-municipalities.js';
export {
  findTheme,
  isGoal,
  isTheme,
  rootOfTheme,
  suitabilityIds,
  taxonomy,
  themeSimilarity,
  type Goal,
  type Label,
  type SuitabilityId,
  type Theme,
} from './src/taxonomy.js';
export { activityKinds, type ActivityKind } from './src/activity-kinds.js';
export {
  isGrade,
  isLevel,
  isSector,
  sayGroups,
  sectorFacts,
  sectors,
  type Sector,
  type SectorFacts,
  type SpokenGroup,
} from './src/sectors.js';
export { distanceKm, findPlace, findPlaces, type Place, type PlaceHint, type Point } from './src/places.js';
export { isBrin6, isKvkNumber, isKvkVestigingsnummer, normalisePostcode } from './src/keys.js';
export { closedPeriods, isWhollyClosed, type Period, type SchoolCalendar } from './src/school-calendar.js';
export { slotsOfPattern, utcOf, type DatedSlot, type SlotPattern } from './src/slot-pattern.js';
