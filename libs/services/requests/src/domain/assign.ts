import { RequestQuestioned, event } from '#libs/contracts';
import { withNewDate } from './answer-date.js';
import { stateOf } from './covered.js';
import { refuse } from './request.errors.js';
import { moved, snapshotOf, type Made, type Request } from './request.js';

export interface Assignment {
  readonly assigneeId?: string | null;
  readonly internalNote?: string;
  /** What the school must say first; null takes the question back. */
  readonly question?: string | null;
}

/** The coordinator's own side of a request. @throws requests.withdrawn, requests.not-open */
export function assign(request: Request, given: Assignment, now: number): Made {
  if (request.state === 'withdrawn') throw refuse('requests.withdrawn');
  const { question } = given;
  const known: Request = {
    ...request,
    ...(given.assigneeId === undefined ? {} : { assigneeId: given.assigneeId }),
    ...(given.internalNote === undefined ? {} : { internalNote: given.internalNote }),
  };
  if (question === undefined) return { state: known, events: [] };
  if (question === null) return takeBack(known, now);
  if (!['open', 'unmet', 'needs-info'].includes(request.state)) throw refuse('requests.not-open');
  const asked = moved({ ...known, question }, 'needs-info');
  return question === request.question ? asked : withQuestion(asked);
}

/** The school need not say it any more: it goes on, and is heard of by a new date. */
function takeBack(request: Request, now: number): Made {
  const free: Request = { ...request, question: null };
  return request.state === 'needs-info'
    ? moved(withNewDate(free, now), stateOf(free))
    : { state: free, events: [] };
}

/** The school hears of each question once. */
const withQuestion = ({ state, events }: Made): Made => ({
  state,
  events: [...events, event(RequestQuestioned, { request: snapshotOf(state) })],
});
