import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useToday } from '../api/now.js';
import {
  groupsQuery,
  holidaysQuery,
  schoolLocationQuery,
  type Group,
  type Holidays,
  type SchoolLocation,
} from '../api/schools.js';
import { closedDays, endOfSchoolYear, schoolYearOf, type Closed } from './school-days.js';
import { weeksOf, type Week } from './weeks.js';

export interface School {
  readonly location: SchoolLocation;
  readonly groups: readonly Group[];
  readonly closed: ReadonlyMap<string, Closed>;
  readonly weeks: readonly Week[];
  readonly today: string;
}

const springMonth = '03';

/** A school with its classes, its calendar and the weeks ahead: to the summer, from spring on a year further. */
export function useSchool(id: string): {
  readonly query: UseQueryResult;
  readonly school: School | undefined;
} {
  const today = useToday();
  const location = useQuery({ ...schoolLocationQuery(id), enabled: id !== '' });
  const groups = useQuery({ ...groupsQuery(id), enabled: id !== '' });
  const thisYear = schoolYearOf(today);
  const month = today.slice(5, 7);
  const looksOn = month >= springMonth && month < '08';
  const nextYear = `${thisYear.slice(5)}-${Number(thisYear.slice(5)) + 1}`;
  const years = looksOn ? [thisYear, nextYear] : [thisYear];
  const region = location.data?.answer.holidayRegion;
  const holidays = useQueries({ queries: years.map((year) => holidaysQuery(region, year)) });
  const known = holidays.flatMap(({ data }) => data ?? []);
  const isWaiting = holidays.some(({ isPending }) => isPending);
  return {
    query: location.data ? groups : location,
    school:
      location.data && groups.data && !isWaiting
        ? schoolOf(location.data.answer, groups.data.items, known, today)
        : undefined,
  };
}

function schoolOf(
  location: SchoolLocation,
  groups: readonly Group[],
  years: readonly Holidays[],
  today: string,
): School {
  const closed = closedDays(location.calendar, years);
  const until = endOfSchoolYear(years.at(-1)?.schoolYear ?? schoolYearOf(today));
  return { location, groups, closed, weeks: weeksOf(today, until, { facts: location, closed }), today };
}
