import type { Aggregate } from '#libs/runtime';
import type { Request } from './domain/request.js';

/** A request as the API shows it. */
export function viewOf({ id, rev, state }: Aggregate<Request>) {
  const { match, ...request } = state;
  return { id, rev, ...request, matchId: match?.id ?? null, assigneeId: null };
}
