import { RequestHalfWay, RequestUnmet, event, type RequestState } from '#libs/contracts';
import { expiresAt } from './answer-date.js';
import { isUnderWay } from './covered.js';
import { moved, snapshotOf, type Made, type Request } from './request.js';

/** When something of it falls due, epoch ms: half-way, the answer date, the end of the last period it was wished for. */
export function dueAt(request: Request): number | null {
  const expires = expiresAt(request);
  if (waits(request))
    return Math.min(expires, request.halfWay ? Date.parse(request.answerBy) : halfWayOf(request));
  return lives(request) ? expires : null;
}

/** Half of its time has passed, and no appointment is under way for all of its groups. */
export function needsCoordinator(request: Request): boolean {
  return unserved.includes(request.state) && request.halfWay && !isUnderWay(request);
}

/** What fell due. A request with an appointment under way is left to that. */
export function whenDue(request: Request, now: number): Made | null {
  const due = dueAt(request);
  if (due === null || due > now) return null;
  if (expiresAt(request) <= now) return expire(request);
  if (request.halfWay) return tellNotYet(request, request.state === 'open' ? 'unmet' : request.state);
  const state: Request = { ...request, halfWay: true };
  return { state, events: [event(RequestHalfWay, { request: snapshotOf(state) })] };
}

const unserved: readonly RequestState[] = ['open', 'partly-met', 'needs-info'];

const lives = ({ state }: Request): boolean => state === 'unmet' || unserved.includes(state);

/** The school was promised to hear, and some of its groups have no appointment under way. */
const waits = (request: Request): boolean =>
  unserved.includes(request.state) && !isUnderWay(request) && !request.toldNotYet;

function halfWayOf({ postedAt, answerBy }: Request): number {
  return (Date.parse(postedAt) + Date.parse(answerBy)) / 2;
}

/** Nobody is left without an answer: who was not told before hears it with the end of what it wished. */
function expire(request: Request): Made {
  const over = moved(request, 'expired');
  if (!waits(request)) return over;
  const { state, events } = tellNotYet(over.state, 'expired');
  return { state, events: [...over.events, ...events] };
}

function tellNotYet(request: Request, to: RequestState): Made {
  const state: Request = { ...request, state: to, toldNotYet: true };
  return { state, events: [event(RequestUnmet, { request: snapshotOf(state) })] };
}
