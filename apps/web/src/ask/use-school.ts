import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useToday } from '../api/now.js';
import { holidaysQuery, schoolLocationQuery, type Holidays, type SchoolLocation } from '../api/schools.js';
import { closedDays, endOfSchoolYear, schoolYearAfter, schoolYearOf, type Closed } from './school-days.js';
import { weeksOf, type Week } from './weeks.js';

export interface School {
  readonly location: SchoolLocation;
  readonly closed: ReadonlyMap<string, Closed>;
  readonly weeks: readonly Week[];
  readonly today: string;
}

const springMonth = '03';

/** A school with its calendar and the weeks ahead: to the summer, from spring on a year further. */
export function useSchool(id: string): {
  readonly query: UseQueryResult;
  readonly school: School | undefined;
} {
  const today = useToday();
  const location = useQuery({ ...schoolLocationQuery(id), enabled: id !== '' });
  const thisYear = schoolYearOf(today);
  const month = today.slice(5, 7);
  const looksOn = month >= springMonth && month < '08';
  const years = looksOn ? [thisYear, schoolYearAfter(thisYear)] : [thisYear];
  const region = location.data?.answer.holidayRegion;
  const holidays = useQueries({ queries: years.map((year) => holidaysQuery(region, year)) });
  const known = holidays.flatMap(({ data }) => data ?? []);
  const isWaiting = holidays.some(({ isPending }) => isPending);
  return {
    query: location,
    school: location.data && !isWaiting ? schoolOf(location.data.answer, known, today) : undefined,
  };
}

function schoolOf(location: SchoolLocation, years: readonly Holidays[], today: string): School {
  const closed = closedDays(location.calendar, years);
  const until = endOfSchoolYear(years.at(-1)?.schoolYear ?? schoolYearOf(today));
  return { location, closed, weeks: weeksOf(today, until, { facts: location, closed }), today };
}
