import { CallAnswered, CallFailed, PartnersCalled, event, type Owners } from '#libs/contracts';
import { refuse } from './call.errors.js';

export interface CallAnswer {
  readonly organisationId: string;
  readonly offerId: string;
  readonly slotId: string;
  readonly start: string;
  readonly end: string;
  readonly by: string;
  readonly at: string;
}

/** A quiet question to chosen partners: can one of you meet this request? */
export interface Call {
  readonly requestId: string;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly organisationIds: readonly string[];
  readonly note: string;
  readonly madeBy: string;
  readonly answerBy: string;
  readonly state: 'open' | 'answered' | 'matched' | 'closed';
  readonly answer: CallAnswer | null;
  readonly matchId: string | null;
  /** How many answers came to nothing; absent: none. */
  readonly failed?: number;
  /** Epoch ms at which nobody need answer any more; of an answer, at which it must have become an appointment. */
  readonly nextAt: number | null;
}

export interface Made {
  readonly state: Call;
  readonly events: readonly object[];
}

export const ownersOf = ({ regionId, schoolLocationId }: Call): Owners => ({
  regions: [regionId],
  school: schoolLocationId,
});

export function callPartners(
  asked: Pick<Call, 'requestId' | 'regionId' | 'schoolLocationId' | 'organisationIds' | 'note' | 'answerBy'>,
  madeBy: string,
): Made {
  const { requestId, regionId, schoolLocationId, organisationIds, answerBy } = asked;
  return {
    state: {
      ...asked,
      madeBy,
      state: 'open',
      answer: null,
      matchId: null,
      nextAt: Date.parse(answerBy),
    },
    events: [
      event(PartnersCalled, {
        requestId,
        regionId,
        schoolLocationId,
        organisationIds: [...organisationIds],
        answerBy,
      }),
    ],
  };
}

/** What else `offers` must know of an answer. */
export type Told = Pick<CallAnswered, 'title' | 'makeOffer' | 'vog'>;

/** What takes longer than this to become an appointment does not: the offer was withdrawn, or the request is gone. */
const settledWithinMs = 60 * 60_000;

/** The first partner that can. @throws calls.answered, calls.closed */
export function answerCall(call: Call, answer: CallAnswer, told: Told): Made {
  if (call.state === 'closed') throw refuse('calls.closed');
  if (call.state !== 'open') throw refuse('calls.answered');
  const { organisationId, offerId, start, end } = answer;
  const answered = { requestId: call.requestId, organisationId, offerId, start, end, ...told };
  return {
    state: { ...call, state: 'answered', answer, nextAt: Date.parse(answer.at) + settledWithinMs },
    events: [event(CallAnswered, answered)],
  };
}

/** The slot is there and the match is made. */
export function matched(call: Call, matchId: string): Made | null {
  return call.state === 'answered'
    ? { state: { ...call, state: 'matched', matchId, nextAt: null }, events: [] }
    : null;
}

/**
 * What was answered came to nothing after all, and who said yes hears of it. Others may answer until then; without
 * `answerBy` there is nothing left to answer.
 */
export function answerFailed(call: Call, answerBy: string | undefined): Made | null {
  const { state, answer, requestId, regionId, schoolLocationId } = call;
  if ((state !== 'answered' && state !== 'matched') || !answer) return null;
  const failed = (call.failed ?? 0) + 1;
  const { organisationId, by: answeredBy, start, end } = answer;
  const about = { requestId, regionId, schoolLocationId, organisationId, answeredBy, start, end };
  const over = { ...call, answer: null, matchId: null, failed };
  return {
    state: answerBy
      ? { ...over, state: 'open', answerBy, nextAt: Date.parse(answerBy) }
      : { ...over, state: 'closed', nextAt: null },
    events: [event(CallFailed, { ...about, ...(answerBy ? { answerBy } : {}) })],
  };
}

/** `now` in epoch ms, `answerBy` as in `answerFailed`. */
export function whenDue(call: Call, now: number, answerBy: string | undefined): Made | null {
  if (call.nextAt === null || call.nextAt > now) return null;
  if (call.state === 'answered') return answerFailed(call, answerBy);
  return call.state === 'open' ? { state: { ...call, state: 'closed', nextAt: null }, events: [] } : null;
}
