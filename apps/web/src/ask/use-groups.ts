import { useQueries } from '@tanstack/react-query';
import { useToday } from '../api/now.js';
import { groupsQuery, type Group } from '../api/schools.js';
import { schoolYearAfter, schoolYearBefore, schoolYearOf } from './school-days.js';

export interface Groups {
  /** Undefined while they are on their way, or when they cannot be had. */
  readonly items: readonly Group[] | undefined;
  readonly failed: { readonly error: Error; readonly again: () => void } | undefined;
  /** Whose they are, when it is another than now; of no school none. */
  readonly otherYear: string | undefined;
  /** Those of these ids that are no class of another year. */
  readonly only: (ids: readonly string[]) => readonly string[];
}

/** The school's classes in the school year of that day, this year's without one; none of no school. */
export function useGroups(schoolLocationId: string | undefined, day: string | undefined): Groups {
  const now = schoolYearOf(useToday());
  const year = day ? schoolYearOf(day) : now;
  const years = [...new Set([now, schoolYearBefore(now), schoolYearAfter(now), year])];
  const queries = useQueries({
    queries: years.map((each) => ({
      ...groupsQuery(schoolLocationId ?? '', each),
      enabled: schoolLocationId !== undefined && (each === year || each === now),
    })),
  });
  const asked = queries[years.indexOf(year)];
  const ofYear = new Map(years.map((each, i) => [each, queries[i]?.data?.items]));
  const others = new Set(
    [...ofYear].flatMap(([each, items = []]) => (each === year ? [] : items.map(({ id }) => id))),
  );
  return {
    items: schoolLocationId === undefined ? [] : asked?.data?.items,
    failed: asked?.error ? { error: asked.error, again: () => void asked.refetch() } : undefined,
    otherYear: schoolLocationId === undefined || year === now ? undefined : year,
    only: (ids) => ids.filter((id) => !others.has(id)),
  };
}
