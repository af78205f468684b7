import { CallReopened } from '#libs/contracts';
import { answerCall, callPartners, matched, reopen, whenDue, type Call, type CallAnswer } from './call.js';

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

describe('a call to partners', () => {
  it('is over when nobody answered in time', () => {
    expect(open.nextAt).toBe(Date.parse(answerBy));
    expect(whenDue(open, later)?.state).toMatchObject({ state: 'closed', nextAt: null });
  });

  it('is answered once', () => {
    expect(() => answered(answered())).toThrow(expect.objectContaining({ code: 'calls.answered' }));
    const closed = whenDue(open, later)?.state as Call;
    expect(() => answered(closed)).toThrow(expect.objectContaining({ code: 'calls.closed' }));
  });

  it('whose answer is an appointment waits for nothing', () => {
    const made = matched(answered(), 'match')?.state as Call;

    expect(made).toMatchObject({ state: 'matched', matchId: 'match', nextAt: null });
    expect(whenDue(made, later)).toBeNull();
    expect(matched(open, 'match')).toBeNull();
  });

  it('whose answer is no appointment after an hour is open again, and who answered is told', () => {
    const call = answered();
    expect(call.nextAt).toBe(Date.parse(answeredAt) + 3_600_000);

    const made = whenDue(call, later);

    expect(made?.state).toMatchObject({ state: 'open', answer: null, failed: 1, answerBy: later });
    expect(made?.state.nextAt).toBe(Date.parse(later));
    expect(made?.events).toEqual([expect.any(CallReopened)]);
    expect(made?.events[0]).toMatchObject({ organisationId: 'factory', answeredBy: 'jan', answerBy: later });
  });

  it('is open again as often as an answer comes to nothing, and not when none was given', () => {
    const again = reopen(answered(), later)?.state as Call;

    expect(reopen(again, later)).toBeNull();
    expect(reopen(answered(again), later)?.state.failed).toBe(2);
  });
});
