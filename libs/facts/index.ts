export {
  addDays,
  dayNumberOf,
  instantOf,
  isLocalDate,
  localDateOf,
  localDateOfDay,
  localMinuteOf,
  parseOffsetIso,
  schoolYearAskedFor,
  schoolYearOf,
  toOffsetIso,
  weekdayOf,
  weekdays,
  type LocalDate,
  type Weekday,
} from './src/local-time.js';
export { momentAfter } from './src/durations.js';
export {
  answerDeadline,
  endOfWorkOn,
  isWorkingDay,
  lastMinuteOf,
  promisedMoment,
  sameTimeAfter,
  workingDaysAfter,
  workingDaysBefore,
  type IsFree,
} from './src/working-days.js';
export { sayDay, sayDeadline, saySpan, type Lang } from './src/spoken-dates.js';
export { dayparts, type DaypartId } from './src/dayparts.js';
export { isPublicHoliday, publicHolidays } from './src/public-holidays.js';
export {
  holidayRegions,
  knownSchoolYears,
  schoolHolidayOn,
  schoolHolidays,
  type HolidayRegion,
} from './src/school-holidays.js';
export { splitMunicipalities } from './src/split-municipalities.js';
export { findTheme, isGoal, isTheme, rootOfTheme, taxonomy, themeSimilarity } from './src/taxonomy.js';
export { activityKinds, placeAmong, usualPlaceOf } from './src/activity-kinds.js';
export { isGrade, isLevel, sayGroups, sectorFacts, sectors, type Sector } from './src/sectors.js';
export { distanceKm, findPlace, type Place, type Point } from './src/places.js';
export { isBrin6, normalisePostcode } from './src/keys.js';
export { closedPeriods, isWhollyClosed } from './src/school-calendar.js';
export { slotsOfOffer, utcOf, type DatedSlot } from './src/slot-pattern.js';
export { isSchoolYear, schoolYearAfter, startOfSchoolYear } from './src/school-years.js';
export {
  checkGroup,
  describeGroup,
  groupAYearLater,
  type DescribedGroup,
  type GroupDescription,
  type GroupFault,
} from './src/groups.js';
