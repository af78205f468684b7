import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';

/** Since when a calendar program may fetch the own appointments. */
export const calendarFeedQuery = queryOptions({
  queryKey: ['me', 'calendar-feed'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/calendar-feed', { signal })),
});

/** The only time that its address is told; the one before it then leads nowhere. */
export const makeCalendarFeed = (_: 'make', header: Keyed) =>
  answerOf(api.POST('/api/me/calendar-feed', { params: { header } }));

export const stopCalendarFeed = () => answerOf(api.DELETE('/api/me/calendar-feed'));
