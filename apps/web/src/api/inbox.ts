import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import { allPages } from './pages.js';
import type { components } from './schema.js';

export type InboxLine = components['schemas']['InboxLineView'];

/** What needs a person, longest waiting first; all of it, since nothing there may be overlooked. */
export const inboxQuery = (region: string) =>
  queryOptions({
    queryKey: ['inbox', region],
    queryFn: async ({ signal }) => {
      const missing = new Set<string>();
      const items = await allPages(async (page) => {
        const answer = await answerOf(
          api.GET('/api/inbox', { params: { query: { region, ...page } }, signal }),
        );
        for (const service of answer.missing) missing.add(service);
        return answer;
      });
      return { items, missing: [...missing] };
    },
    enabled: region !== '',
  });
