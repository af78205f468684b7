import { RequestConsidered, RequestFitsAgain, event } from '#libs/contracts';

/** That a request was held against every offer, and what came of it. Id = request id. */
export interface Consideration {
  readonly requestId: string;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly askers: readonly string[];
  /** `waiting` while the school or region of the request has not arrived here yet. */
  readonly phase: 'waiting' | 'considered';
  readonly fitting: number;
  readonly waits: number;
  readonly nextAt: number | null;
}

/** What the engine said; undefined when it could not be asked yet. */
export type Answered = { readonly fitting: number; readonly obstacles: readonly string[] } | undefined;

interface Made {
  readonly state: Consideration;
  readonly events: readonly object[];
}

const longestWait = 60_000;

/** Considered and told, or waiting a little longer each time. */
export function consider(
  request: Pick<Consideration, 'requestId' | 'regionId' | 'schoolLocationId' | 'askers'>,
  waits: number,
  answered: Answered,
  now: number,
): Made {
  const { requestId, regionId, schoolLocationId, askers } = request;
  const known = { requestId, regionId, schoolLocationId, askers, waits };
  if (!answered) {
    const nextAt = now + Math.min(longestWait, 1_000 * 2 ** waits);
    return { state: { ...known, waits: waits + 1, phase: 'waiting', fitting: 0, nextAt }, events: [] };
  }
  const { fitting, obstacles } = answered;
  const told = event(RequestConsidered, {
    requestId,
    schoolLocationId,
    askers: [...askers],
    fitting,
    obstacles: [...obstacles],
  });
  return { state: { ...known, phase: 'considered', fitting, nextAt: null }, events: [told] };
}

/** How many offers fit now; told when the request had been given up. Null while that is no news. */
export function considerAgain(state: Consideration, fitting: number, isUnmet: boolean): Made | null {
  if (state.phase === 'waiting') return null;
  const { requestId, schoolLocationId, regionId } = state;
  const events =
    isUnmet && fitting > 0
      ? [event(RequestFitsAgain, { requestId, regionId, schoolLocationId, fitting })]
      : [];
  return events.length === 0 && fitting === state.fitting ? null : { state: { ...state, fitting }, events };
}
