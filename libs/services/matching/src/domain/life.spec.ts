import { MatchEnded, MatchRefused } from '#libs/contracts';
import { by, now, wanted } from '../../test/a-match.js';
import { afterwards, as, at, elsewhere, made, states, whenDue } from '../../test/every-state.js';
import { count, prefilled } from './afterwards.js';
import { attentionOf, callFor } from './attention.js';
import { accept, cancel, decline } from './answers.js';
import { changeRefused, changeSecured, move } from './changes.js';
import { evaluate } from './evaluation.js';
import { answerHold, make, refuseFor, secured } from './life.js';
import { whenItNoLongerFits } from './look-again.js';
import { liveStates, snapshotOf, type Match } from './match.js';

const { holding, asked, confirmed } = states as Record<string, Match> as {
  holding: Match;
  asked: Match;
  confirmed: Match;
};

describe('the life of a match', () => {
  it.each(Object.entries(states))('%s: whoever has to do something has a time for it', (_name, match) => {
    const unfinished = [...liveStates, 'held', 'counted', 'evaluated'].includes(match.state);

    expect(match.nextAt !== null).toBe(unfinished);
    expect(match.answerBy !== undefined).toBe(match.state === 'asked' || match.state === 'option');
  });

  it.each(Object.entries(states))('%s: its hold is kept while it lives', (_name, match) => {
    const keeps = answerHold(match, 1).events[0] as { keep: boolean };
    expect(keeps.keep).toBe(liveStates.includes(match.state));
  });

  it('begins with what it needs, told to offers', () => {
    const { state, events } = make(wanted(), by({ actor: 'coen' }));

    expect(state).toMatchObject({ state: 'holding', nextAt: now + 15 * 60_000 });
    expect(state.history).toEqual([{ at: '2026-11-23T08:00:00.000Z', actor: 'coen', what: 'approved' }]);
    expect(events).toEqual([{ match: snapshotOf(state), needs: state.needs }]);
  });

  it('tells what stood in the way', () => {
    const decided = refuseFor(holding, 1, 'demand-taken', by());

    expect(decided?.events[0]).toBeInstanceOf(MatchRefused);
    expect(decided?.state).toMatchObject({ obstacle: 'demand-taken', nextAt: null });
  });

  describe('what one side writes down of a day long past', () => {
    const day = 24 * 60 * 60_000;
    const recordedNow = wanted({
      ...{ origin: 'arranged', exact: true, standing: ['school'], needs: [] },
      sessions: [
        {
          ...{ id: 'a-session', groups: [{ groupId: 'a-group', pupils: 26 }] },
          ...{ start: '2026-09-01T09:00:00+02:00', end: '2026-09-01T10:30:00+02:00' },
        },
      ],
    });
    const { state: recorded } = make(recordedNow, by());
    const hours = { hours: { people: 1, preparation: 1, delivery: 1.5, travel: 1 } };
    const figures = { count: { pupils: 24, adults: 2, groups: 1 } };
    const daysLater = (days: number) => ({ now: now + days * day });

    it('stays open for thirty days, for figures and for opinions', () => {
      expect(recorded).toMatchObject({ state: 'held', nextAt: now + 30 * day });
      const closed = made(whenDue(recorded, by(daysLater(30))));
      expect(closed.state).toBe('closed');
      expect(count(closed, hours, as('partner', daysLater(30)))?.state.hours).toBeDefined();
      expect(evaluate(closed, { fit: 4, again: 'yes' }, as('school', daysLater(30)))).not.toBeNull();
      expect(() => count(closed, hours, as('partner', daysLater(31)))).toThrow(
        expect.objectContaining({ code: 'matches.closed' }),
      );
      expect(() => evaluate(closed, { fit: 4, again: 'yes' }, as('school', daysLater(31)))).toThrow(
        expect.objectContaining({ code: 'matches.closed' }),
      );
    });

    it('is called right or not by the other side also when its figures are in, until it is closed', () => {
      const counted = made(count(recorded, figures, as('school')));
      expect(counted.state).toBe('counted');

      expect(made(accept(counted, {}, as('partner'))).acceptedBy.partner).toBeDefined();
      const denied = decline(counted, { reason: 'Wij waren er niet.' }, as('partner'));
      expect(denied.state.state).toBe('declined');
      expect(denied.events).toMatchObject([{ ending: 'declined', wasConfirmed: true }]);
      expect(() => decline(counted, { reason: 'Toch niet.' }, as('school'))).toThrow(
        expect.objectContaining({ code: 'matches.over' }),
      );
      const closed = made(whenDue(counted, by(daysLater(30))));
      expect(() => accept(closed, {}, as('partner'))).toThrow(
        expect.objectContaining({ code: 'matches.over' }),
      );
    });
  });

  it('expects an answer in seven working days while nobody knows when the question arrives', () => {
    expect(asked.answerBy).toBe('2026-12-02T23:59:00+01:00');
  });

  it('asks no longer than until it would begin', () => {
    const late = { ...holding, questionWorkingDays: 60 };

    expect(made(secured(late, 1, by())).answerBy).toBe('2027-01-12T08:30:00+01:00');
  });

  it('keeps a hold for an older question, and lets one go for a question not asked yet', () => {
    expect(answerHold({ ...asked, question: 2, lastQuestion: 2 }, 1).events).toMatchObject([
      { question: 1, keep: true },
    ]);
    expect(answerHold(asked, 2).events).toMatchObject([{ question: 2, keep: false }]);
  });

  it('calls a person when its place is not secured in time, and again after a day', () => {
    const decided = made(whenDue(holding, by()));

    expect(decided).toMatchObject({
      attentions: [{ reason: 'not-secured', since: '2026-11-23T08:00:00.000Z' }],
      nextAt: now + 24 * 60 * 60_000,
    });
    const again = made(whenDue(decided, by({ now: now + 24 * 60 * 60_000 })));
    expect(again.attentions).toEqual(decided.attentions);
    expect(made(secured(again, 1, by())).attentions).toEqual([]);
  });

  it('says that nobody answered', () => {
    const silent = states['asked, no answer'] as Match;
    expect(whenDue(silent, by({ now: silent.nextAt as number }))?.events).toMatchObject([
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
    expect(attentionOf(unfit)?.reason).toBe('no-longer-fits: place, time');
    expect(whenItNoLongerFits(unfit, ['place', 'time'], by())).toBeNull();
    expect(attentionOf(made(whenItNoLongerFits(unfit, [], by())))).toBeUndefined();
  });

  it('leaves a call for another reason alone', () => {
    const other = callFor(confirmed, 'contact-gone', by());

    expect(whenItNoLongerFits(other, [], by())).toBeNull();
    const both = made(whenItNoLongerFits(other, ['place'], by()));
    expect(both.attentions?.map(({ reason }) => reason)).toEqual(['contact-gone', 'no-longer-fits: place']);
    expect(made(whenItNoLongerFits(both, [], by())).attentions).toEqual(other.attentions);
    expect(whenItNoLongerFits(confirmed, [], by())).toBeNull();
  });

  it('needs no yes for what was said beforehand: a firm slot, and "fits my times"', () => {
    const firm = make(wanted({ promise: 'firm', standing: ['partner'] }), by()).state;
    const question = secured(firm, 1, by());
    expect(question?.events).toMatchObject([{ asks: ['school'] }]);
    expect(question?.state).toMatchObject({ exact: true, acceptedBy: { partner: { how: 'beforehand' } } });

    const both = make(wanted({ promise: 'firm', standing: ['partner', 'school'] }), by()).state;
    expect(made(secured(both, 1, by())).state).toBe('confirmed');

    const anyTime = make(wanted({ standing: ['school'] }), by()).state;
    const partnerAlone = secured(anyTime, 1, by());
    expect(partnerAlone?.events).toMatchObject([{ asks: ['partner'] }]);
    expect(made(accept(made(partnerAlone), at('09:00'), as('partner'))).state).toBe('confirmed');
  });

  it('keeps the old appointment until the other side says yes to the new one', () => {
    const moving = made(move(confirmed, elsewhere(confirmed), 'Op beurs.', as('partner')));
    expect(moving.sessions).toEqual(confirmed.sessions);

    const waiting = made(changeSecured(moving, 2, by()));
    expect(waiting.sessions).toEqual(confirmed.sessions);
    expect(snapshotOf(waiting).change).toMatchObject({ by: 'partner', phase: 'asked', question: 2 });

    const moved = made(accept(waiting, {}, as('school')));
    expect(moved).toMatchObject({ state: 'confirmed', question: 2, calendarSequence: 2, wanted: null });
    expect(moved.sessions[0]).toMatchObject({ start: '2027-01-19T09:00:00+01:00' });
  });

  it('keeps the old appointment when the new place is gone, and never gives its question number out again', () => {
    const moving = made(move(confirmed, elsewhere(confirmed), 'Op beurs.', as('partner')));
    const stands = made(changeRefused(moving, 2, 'person-busy', by()));

    expect(stands).toMatchObject({
      state: 'confirmed',
      wanted: null,
      question: 1,
      sessions: confirmed.sessions,
    });
    expect(move(stands, elsewhere(stands), 'Toch.', as('partner')).state.wanted?.question).toBe(3);
  });

  it('costs the school its share when it cancels too late, and the partner nothing', () => {
    const late = by({ now: Date.parse('2027-01-08T09:00:00+01:00') });
    const fee = (side: 'school' | 'partner', when = late) =>
      cancel(confirmed, { reason: 'Ziek.' }, side, when).state.ended?.feeCents;

    expect(fee('school')).toBe(5000);
    expect(fee('partner')).toBe(0);
    expect(fee('school', by({ now: Date.parse('2027-01-05T23:59:00+01:00') }))).toBe(0);
  });

  it('shows what count and hours will be, and marks what is unusual', () => {
    const held = states['held'] as Match;
    expect(prefilled(held)).toEqual({
      count: { pupils: 26, adults: 3, groups: 1 },
      hours: { people: 1, preparation: 1, delivery: 1.5, travel: 1 },
    });
    const late = { now: afterwards };
    const counted = (pupils: number) =>
      made(count(held, { count: { pupils, adults: 2, groups: 1 } }, as('school', late))).count?.unusual;
    expect([counted(39), counted(40)]).toEqual([false, true]);
    const hours = { people: 1, preparation: 1, delivery: 400, travel: 0 };
    expect(() => count(held, { hours }, as('partner', late))).toThrow(
      expect.objectContaining({ code: 'matches.hours-impossible' }),
    );
  });
});
