import { RequestHalfWay, RequestUnmet, event } from '#libs/contracts';
import { addDays, instantOf } from '#libs/facts';
import { isUnderWay } from './covered.js';
import { moved, snapshotOf, type Made, type Request } from './request.js';

/** When something of it falls due, epoch ms: half-way, the answer date, the end of the last period it was wished for. */
export function dueAt(request: Request): number | null {
  const expires = expiresAt(request);
  switch (request.state) {
    case 'open':
    case 'partly-met':
    case 'needs-info': {
      if (isUnderWay(request)) return expires;
      if (!request.halfWay) return Math.min(expires, halfWayOf(request));
      return request.state === 'open' ? Math.min(expires, Date.parse(request.answerBy)) : expires;
    }
    case 'unmet':
      return expires;
    default:
      return null;
  }
}

/** The end of the last day it was wished for. */
function expiresAt({ windows }: Request): number {
  const last = windows
    .map(({ to }) => to)
    .sort()
    .at(-1) as string;
  return instantOf(addDays(last, 1), 0);
}

function halfWayOf({ postedAt, answerBy }: Request): number {
  return (Date.parse(postedAt) + Date.parse(answerBy)) / 2;
}

/** Half of its time has passed, and no appointment is under way for all of its groups. */
export function needsCoordinator(request: Request): boolean {
  const waits = ['open', 'partly-met', 'needs-info'].includes(request.state);
  return waits && request.halfWay && !isUnderWay(request);
}

/** What fell due. A request with an appointment under way is left to that. */
export function whenDue(request: Request, now: number): Made | null {
  const due = dueAt(request);
  if (due === null || due > now) return null;
  if (expiresAt(request) <= now) return moved(request, 'expired');
  if (isUnderWay(request)) return null;
  if (!request.halfWay) {
    const state: Request = { ...request, halfWay: true };
    return { state, events: [event(RequestHalfWay, { request: snapshotOf(state) })] };
  }
  if (request.state !== 'open') return null;
  const state: Request = { ...request, state: 'unmet' };
  return { state, events: [event(RequestUnmet, { request: snapshotOf(state) })] };
}
