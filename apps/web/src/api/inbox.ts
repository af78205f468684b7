import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { components } from './schema.js';

export type InboxLine = components['schemas']['InboxLineView'];

/** What needs a person, longest waiting first. */
export const inboxQuery = (region: string) =>
  queryOptions({
    queryKey: ['inbox', region],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/inbox', { params: { query: { region, limit: 100 } }, signal })),
    enabled: region !== '',
  });
