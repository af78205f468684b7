import { MatchEnded, MatchRefused } from '#libs/contracts';
import { aMatch, by, now, wanted } from '../../test/a-match.js';
import { accept, cancel, counter, decline, type Answerer } from './answers.js';
import {
  answerHold,
  approve,
  askBothSides,
  refuseFor,
  whenDue,
  whenItNoLongerFits,
  whenRequestWithdrawn,
} from './life.js';
import { snapshotOf, type Made, type Match, type Side } from './match.js';

const at = (hour: string) => ({ start: `2027-01-12T${hour}:00+01:00` });
const as = (side: Side, changes: Partial<Answerer> = {}): Answerer => ({ ...by(), side, ...changes });
const made = (decided: Made | null): Match => {
  if (!decided) throw new Error('nothing was decided');
  return decided.state;
};

const holding = aMatch();
const asked = made(askBothSides(holding, 1, by()));
const saidYes = (side: Side) => made(accept(asked, at('09:00'), as(side)));
const confirmed = made(accept(saidYes('partner'), {}, as('school')));
const states: Record<string, Match> = {
  holding,
  refused: made(refuseFor(holding, 1, 'slot-full', by())),
  asked,
  'yes of the school': saidYes('school'),
  'yes of the partner': saidYes('partner'),
  confirmed,
  declined: made(decline(asked, { reason: 'no' }, as('partner'))),
  cancelled: made(cancel(asked, { reason: 'no' }, 'school', by())),
  released: made(whenDue(asked, by())),
};

/** What one side may say, and the state after it; a code is a refusal, `-` means that nothing changes. */
const answers: Record<string, (match: Match, side: Side) => Made | null> = {
  'accept 9:00': (match, side) => accept(match, at('09:00'), as(side)),
  'accept 10:00': (match, side) => accept(match, at('10:00'), as(side)),
  accept: (match, side) => accept(match, {}, as(side)),
  'counter 9:00': (match, side) => counter(match, at('09:00'), as(side)),
  'counter 10:00': (match, side) => counter(match, at('10:00'), as(side)),
  decline: (match, side) => decline(match, { reason: 'no' }, as(side)),
  cancel: (match, side) => cancel(match, { reason: 'no' }, side, by()),
};
const ended = Array<string>(7).fill('matches.ended');
const notAsked = [...Array<string>(6).fill('matches.not-asked'), 'cancelled'];
const open = ['asked', 'asked', 'matches.time-needed', 'asked', 'asked', 'declined', 'cancelled'];
const own = ['-', 'matches.time-differs', '-', 'matches.counter-same', 'asked', 'declined', 'cancelled'];
const others = [
  'confirmed',
  'matches.time-differs',
  'confirmed',
  'matches.counter-same',
  'asked',
  'declined',
  'cancelled',
];
const settled = [
  '-',
  'matches.time-differs',
  '-',
  ...Array<string>(3).fill('matches.confirmed'),
  'cancelled',
];
const expected: Record<string, Record<Side, readonly string[]>> = {
  holding: { school: notAsked, partner: notAsked },
  refused: { school: ended, partner: ended },
  asked: { school: open, partner: open },
  'yes of the school': { school: own, partner: others },
  'yes of the partner': { school: others, partner: own },
  confirmed: { school: settled, partner: settled },
  declined: { school: ended, partner: ended },
  cancelled: { school: ended, partner: ended },
  released: { school: ended, partner: ended },
};
const cells = Object.keys(states).flatMap((state) =>
  (['school', 'partner'] as const).flatMap((side) =>
    Object.keys(answers).map((what, i) => [state, side, what, expected[state]?.[side][i] as string] as const),
  ),
);

const outcome = (decide: () => Made | null): string => {
  try {
    return decide()?.state.state ?? '-';
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
};

describe('the life of a match', () => {
  it.each(cells)('%s: the %s says %s → %s', (state, side, what, result) => {
    expect(outcome(() => answers[what]?.(states[state] as Match, side) ?? null)).toBe(result);
  });

  it.each(Object.entries(states))('%s: what happens by itself', (name, match) => {
    const mine = match.state;
    const end = (decided: Made | null) => decided?.state.state ?? '-';

    expect(end(askBothSides(match, 1, by()))).toBe(name === 'holding' ? 'asked' : '-');
    expect(end(refuseFor(match, 1, 'slot-full', by()))).toBe(name === 'holding' ? 'refused' : '-');
    expect(end(askBothSides(match, 2, by()))).toBe('-');
    expect(end(refuseFor(match, 2, 'slot-full', by()))).toBe('-');
    expect(end(whenDue(match, by()))).toBe(
      mine === 'asked' ? 'released' : mine === 'holding' ? 'holding' : '-',
    );
    expect(end(whenRequestWithdrawn(match, by()))).toBe(
      { holding: 'cancelled', asked: 'cancelled', confirmed: 'confirmed' }[mine as string] ?? '-',
    );
    expect(end(whenItNoLongerFits(match, ['place'], by()))).toBe(
      ['asked', 'confirmed'].includes(mine) ? mine : '-',
    );
    const keeps = answerHold(match, 1).events[0] as { keep: boolean };
    expect(keeps.keep).toBe(['holding', 'asked', 'confirmed'].includes(mine));
  });

  it.each(Object.entries(states))('%s: whoever has to do something has a time for it', (_name, match) => {
    const unfinished = match.state === 'holding' || match.state === 'asked';

    expect(match.nextAt !== null).toBe(unfinished);
    expect(match.answerBy !== undefined).toBe(match.state === 'asked');
  });

  it('begins with what it needs, told to offers', () => {
    const { state, events } = approve(wanted(), by({ actor: 'coen' }));

    expect(state).toMatchObject({ state: 'holding', nextAt: now + 15 * 60_000 });
    expect(state.history).toEqual([{ at: '2026-11-23T08:00:00.000Z', actor: 'coen', what: 'approved' }]);
    expect(events).toEqual([{ match: snapshotOf(state), needs: state.needs }]);
  });

  it('tells what stood in the way', () => {
    const decided = refuseFor(holding, 1, 'demand-taken', by());

    expect(decided?.events[0]).toBeInstanceOf(MatchRefused);
    expect(decided?.state).toMatchObject({ obstacle: 'demand-taken', nextAt: null });
  });

  it('asks until seven working days are over', () => {
    expect(asked.answerBy).toBe('2026-12-02T09:00:00+01:00');
    expect(asked.nextAt).toBe(Date.parse('2026-12-02T09:00:00+01:00'));
  });

  it('asks no longer than until it would begin', () => {
    const late = { ...holding, questionWorkingDays: 60 };

    expect(made(askBothSides(late, 1, by())).answerBy).toBe('2027-01-12T08:30:00+01:00');
  });

  it('keeps a hold for an older question, and lets one go for a question not asked yet', () => {
    expect(answerHold({ ...asked, question: 2 }, 1).events).toMatchObject([{ question: 1, keep: true }]);
    expect(answerHold(asked, 2).events).toMatchObject([{ question: 2, keep: false }]);
  });

  it('calls a person when its place is not secured in time, and again after a day', () => {
    const decided = made(whenDue(holding, by()));

    expect(decided).toMatchObject({ attention: 'not-secured', nextAt: now + 24 * 60 * 60_000 });
  });

  it('says that nobody answered', () => {
    expect(whenDue(asked, by())?.events).toMatchObject([
      { ending: 'released', by: 'clock', wasAsked: true, wasConfirmed: false },
    ]);
  });

  it('tells the calendars of an appointment that is off', () => {
    const { state, events } = cancel(
      confirmed,
      { reason: 'Ziek.', reasonCode: 'ill', how: 'by phone' },
      'partner',
      by(),
    );

    expect(state).toMatchObject({
      calendarSequence: confirmed.calendarSequence + 1,
      ended: { by: 'partner', reason: 'Ziek.', reasonCode: 'ill' },
      nextAt: null,
    });
    expect(state.history.at(-1)).toMatchObject({ what: 'cancelled', side: 'partner', how: 'by phone' });
    expect(events[0]).toBeInstanceOf(MatchEnded);
    expect(events).toMatchObject([{ wasAsked: true, wasConfirmed: true }]);
  });

  it('ends in silence when nobody had been asked', () => {
    const { state, events } = cancel(holding, { reason: 'Vergissing.' }, 'coordinator', by());

    expect(events).toMatchObject([{ wasAsked: false, by: 'coordinator' }]);
    expect(state.history.at(-1)?.side).toBeUndefined();
  });

  it('cannot be called off once it is over', () => {
    const over = by({ now: Date.parse('2027-01-12T13:00:00+01:00') });

    expect(() => cancel(confirmed, { reason: 'no' }, 'school', over)).toThrow(
      expect.objectContaining({ code: 'matches.over' }),
    );
  });

  it('calls a person, once, when it no longer fits, and takes that back when it does again', () => {
    const unfit = made(whenItNoLongerFits(confirmed, ['place', 'time'], by()));
    expect(unfit.attention).toBe('no-longer-fits: place, time');
    expect(whenItNoLongerFits(unfit, ['place', 'time'], by())).toBeNull();
    expect(made(whenItNoLongerFits(unfit, [], by())).attention).toBeNull();
  });

  it('leaves a call for another reason alone', () => {
    const other = { ...confirmed, attention: 'request-withdrawn' };

    expect(whenItNoLongerFits(other, [], by())).toBeNull();
    expect(whenItNoLongerFits(confirmed, [], by())).toBeNull();
  });
});
