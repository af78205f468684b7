import { queryOptions } from '@tanstack/react-query';
import { answerOf, taggedAnswerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import type { components } from './schema.js';

export type SchoolLocation = components['schemas']['SchoolLocationView'];
export type SchoolCalendar = components['schemas']['SchoolCalendarBody'];
export type Group = components['schemas']['GroupView'];
export type GroupWords = components['schemas']['PostGroupBody'];
export type Holidays = components['schemas']['HolidaysView'];

/** With the tag that a change of its calendar sends. */
export const schoolLocationQuery = (id: string) =>
  queryOptions({
    queryKey: ['school-locations', id],
    queryFn: ({ signal }) =>
      taggedAnswerOf(api.GET('/api/school-locations/{id}', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });

/** The classes of a school in one year, `2026-2027`; this year's when left out. */
export const groupsQuery = (schoolLocationId: string, schoolYear?: string) =>
  queryOptions({
    queryKey: ['groups', schoolLocationId, schoolYear],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/school-locations/{id}/groups', {
          params: {
            path: { id: schoolLocationId },
            query: { limit: 100, ...(schoolYear ? { schoolYear } : {}) },
          },
          signal,
        }),
      ),
  });

export const addGroup = (
  { schoolLocationId, schoolYear, body }: { schoolLocationId: string; schoolYear?: string; body: GroupWords },
  header: Keyed,
) =>
  answerOf(
    api.POST('/api/school-locations/{id}/groups', {
      params: { path: { id: schoolLocationId }, query: schoolYear ? { schoolYear } : {}, header },
      body,
    }),
  );

export const changeGroup = ({
  id,
  rev,
  body,
}: Pick<Group, 'id' | 'rev'> & { body: components['schemas']['PatchGroupBody'] }) =>
  answerOf(
    api.PATCH('/api/groups/{id}', { params: { path: { id }, header: { 'If-Match': `"${rev}"` } }, body }),
  );

export const changeCalendar = ({ id, tag, body }: { id: string; tag: string; body: SchoolCalendar }) =>
  answerOf(
    api.PATCH('/api/school-locations/{id}/calendar', {
      params: { path: { id }, header: { 'If-Match': tag } },
      body,
    }),
  );

/** The ministry's holidays and the public ones, the same all year. */
export const holidaysQuery = (
  holidayRegion: SchoolLocation['holidayRegion'] | undefined,
  schoolYear: string | undefined,
) =>
  queryOptions({
    queryKey: ['calendar', holidayRegion, schoolYear],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/calendar/holidays', {
          params: { query: { holidayRegion: holidayRegion ?? 'noord', schoolYear: schoolYear ?? '' } },
          signal,
        }),
      ),
    enabled: holidayRegion !== undefined && schoolYear !== undefined,
    staleTime: Infinity,
  });
