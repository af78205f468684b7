import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused, isWorthRetrying, retryDelay } from './problems.js';

/** Keys begin with the noun of the address: `['matches', id]`; a command or an event makes a noun old. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: isWorthRetrying, retryDelay, networkMode: 'always' },
  },
});

/** The session is over: what is on screen stays, and who one is is asked again. */
function noticeEnd(error: unknown): void {
  if (error instanceof Refused && error.code === 'http.not-signed-in')
    void queries.invalidateQueries({ queryKey: ['me'] });
}
