import { CallFailed } from '#libs/contracts';
import {
  answerCall,
  answerFailed,
  callPartners,
  matched,
  whenDue,
  type Call,
  type CallAnswer,
} from './call.js';

const answerBy = '2026-12-07T17:00:00+01:00';
const later = '2026-12-14T17:00:00+01:00';
const answeredAt = '2026-12-01T10:00:00.000Z';
const { state: open } = callPartners(
  {
    ...{ requestId: 'request', regionId: 'region', schoolLocationId: 'school', note: '' },
    ...{ organisationIds: ['factory', 'museum'], answerBy },
  },
  'coordinator',
);
const answer: CallAnswer = {
  ...{ organisationId: 'factory', offerId: 'offer', slotId: 'offer.1', by: 'jan', at: answeredAt },
  ...{ start: '2027-01-15T09:00:00+01:00', end: '2027-01-15T10:30:00+01:00' },
};
const answered = (call: Call = open) => answerCall(call, answer, { title: 'Robots', makeOffer: false }).state;
/** When its time has come, while others may still answer. */
const due = (call: Call) => whenDue(call, Date.parse(answerBy) + 86_400_000, later);

describe('a call to partners', () => {
  it('is over when nobody answered in time', () => {
    expect(open.nextAt).toBe(Date.parse(answerBy));
    expect(whenDue(open, Date.parse(answerBy) - 1, later)).toBeNull();
    expect(due(open)?.state).toMatchObject({ state: 'closed', nextAt: null });
  });

  it('is answered once', () => {
    expect(() => answered(answered())).toThrow(expect.objectContaining({ code: 'calls.answered' }));
    const closed = due(open)?.state as Call;
    expect(() => answered(closed)).toThrow(expect.objectContaining({ code: 'calls.closed' }));
  });

  it('whose answer is an appointment waits for nothing', () => {
    const made = matched(answered(), 'match')?.state as Call;

    expect(made).toMatchObject({ state: 'matched', matchId: 'match', nextAt: null });
    expect(due(made)).toBeNull();
    expect(matched(open, 'match')).toBeNull();
  });

  it('whose answer is no appointment after an hour is open again, and who answered is told', () => {
    const call = answered();
    expect(call.nextAt).toBe(Date.parse(answeredAt) + 3_600_000);

    const made = due(call);

    expect(made?.state).toMatchObject({ state: 'open', answer: null, failed: 1, answerBy: later });
    expect(made?.state.nextAt).toBe(Date.parse(later));
    expect(made?.events).toEqual([expect.any(CallFailed)]);
    expect(made?.events[0]).toMatchObject({ organisationId: 'factory', answeredBy: 'jan', answerBy: later });
  });

  it('is open again as often as an answer comes to nothing, and not when none was given', () => {
    const again = answerFailed(answered(), later)?.state as Call;

    expect(answerFailed(again, later)).toBeNull();
    expect(answerFailed(answered(again), later)?.state.failed).toBe(2);
  });

  it('is closed when its answer fails and nobody is looked for any more; who answered is told', () => {
    const made = answerFailed(answered(), undefined);

    expect(made?.state).toMatchObject({ state: 'closed', answer: null, nextAt: null });
    expect(made?.events).toEqual([expect.any(CallFailed)]);
    expect((made?.events[0] as CallFailed).answerBy).toBeUndefined();
  });
});
