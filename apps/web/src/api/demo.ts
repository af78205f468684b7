import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';

/** What time it is in the demo. */
export const demoClockQuery = queryOptions({
  queryKey: ['demo', 'clock'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/demo/clock', { signal })),
});

export const signInToDemo = (personId: string) =>
  answerOf(api.POST('/api/demo/sign-in', { body: { personId } }));

export const moveClock = (advance: string, header: Keyed) =>
  answerOf(api.POST('/api/demo/clock', { params: { header }, body: { advance } }));
