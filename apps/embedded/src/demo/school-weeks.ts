import { addDays, closedPeriods, holidayRegions, weekdayOf, type LocalDate } from '#libs/facts';

const noticeDays = 18;

/**
 * The Mondays of the coming weeks in which no school, whatever its holiday region, has a day off; early enough for the
 * usual lead time. Beyond the school years that are known only public holidays count.
 */
export function schoolWeeks(today: LocalDate, count: number): LocalDate[] {
  const weeks: LocalDate[] = [];
  for (let day = addDays(today, noticeDays); weeks.length < count; day = addDays(day, 1)) {
    if (weekdayOf(day) === 'mon' && isOpen(day, addDays(day, 4))) weeks.push(day);
  }
  return weeks;
}

function isOpen(from: LocalDate, to: LocalDate): boolean {
  return holidayRegions.every(
    (holidayRegion) => closedPeriods({ holidayRegion, holidays: [], studyDays: [] }, from, to).length === 0,
  );
}
