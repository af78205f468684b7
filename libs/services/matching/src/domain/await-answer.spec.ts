import { AnswerAwaited } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { by, now } from '../../test/a-match.js';
import {
  as,
  at,
  calendars,
  delivered,
  elsewhere,
  made,
  states,
  untilThen,
  whenDue,
} from '../../test/every-state.js';
import { accept, counter } from './answers.js';
import { lastMomentFrom, lastMomentOf } from './answer-clock.js';
import { followClocks, questionDelivered, questionUndeliverable } from './await-answer.js';
import { changeSecured, move } from './changes.js';
import type { Made, Match } from './match.js';

const { asked, confirmed } = states as Record<string, Match> as { asked: Match; confirmed: Match };
const day = 24 * 60 * 60_000;
const reasons = (match: Match) => match.attentions?.map(({ reason }) => reason) ?? [];
const moment = (text: string) => by({ now: Date.parse(text) });
const both = made(delivered(made(delivered(asked, 'school')), 'partner'));
const lost = (match: Match, side: 'school' | 'partner') =>
  questionUndeliverable(match, { question: match.question, side, why: 'mail-refused' }, by());

/** Everything its clock says until then, with what it told. */
function clockOf(match: Match, until: string): { match: Match; told: object[]; at: number[] } {
  const told: object[] = [];
  const looked: number[] = [];
  let state = match;
  while (state.nextAt !== null && state.nextAt <= Date.parse(until)) {
    looked.push(state.nextAt);
    const next = whenDue(state, by({ now: state.nextAt })) as Made;
    told.push(...next.events);
    state = next.state;
  }
  return { match: state, told, at: looked };
}

describe('a question about a series that had begun when it was written down', () => {
  const session = asked.sessions[0] as Match['sessions'][number];
  const on = (...dates: string[]): Match => ({
    ...asked,
    origin: 'arranged',
    sessions: dates.map((date) => ({
      ...session,
      start: `${date}T09:00:00+01:00`,
      end: `${date}T10:30:00+01:00`,
    })),
  });

  it('is released when the next of its lessons begins', () => {
    const begun = on('2026-11-16', '2026-12-14', '2027-01-11');

    expect(lastMomentOf(begun)).toBe(Date.parse('2026-12-14T09:00:00+01:00'));
    expect(followClocks(begun, moment('2026-11-25T09:00:00+01:00'), calendars)?.state.state).not.toBe(
      'released',
    );
    expect(followClocks(begun, moment('2026-12-14T09:00:00+01:00'), calendars)?.state.state).toBe('released');
  });

  it('can be answered until it is over when none lies ahead', () => {
    const last = on('2026-11-16', '2026-11-23');

    expect(lastMomentFrom(Date.parse('2026-11-23T09:30:00+01:00'), last)).toBe(
      Date.parse('2026-11-23T10:30:00+01:00'),
    );
  });
});

describe('a question without an answer', () => {
  it('is never released before anybody got it: after a day a person looks', () => {
    const { match, told } = clockOf(asked, '2027-01-11T09:00:00+01:00');

    expect(match).toMatchObject({ state: 'asked', answerBy: '2026-12-02T23:59:00+01:00' });
    expect(match.attentions).toEqual([{ reason: 'question-undelivered', since: '2026-11-24T08:00:00.000Z' }]);
    expect(told).toEqual([]);
  });

  it('ends when the day itself begins, delivered or not', () => {
    const { match } = clockOf(asked, '2027-01-12T08:30:00+01:00');

    expect(match).toMatchObject({
      state: 'released',
      ended: { by: 'clock', reasonCode: 'undelivered' },
      attentions: [],
    });
    const reached = clockOf(made(delivered(asked, 'school')), '2027-01-12T08:30:00+01:00').match;
    expect(reached.ended).not.toHaveProperty('reasonCode');
  });

  it('is told of once, then a person looks, then it is released', () => {
    const { match, told, at: looked } = clockOf(both, '2026-12-02T23:59:00+01:00');

    expect(
      told.map((event) => (event instanceof AnswerAwaited ? `${event.side} ${event.stage}` : 'end')),
    ).toEqual(['school nudge', 'partner nudge', 'school attention', 'partner attention', 'end']);
    expect(looked.map(toOffsetIso)).toEqual([
      '2026-11-26T09:00:00+01:00',
      '2026-11-30T09:00:00+01:00',
      '2026-12-02T23:59:00+01:00',
    ]);
    expect(match.state).toBe('released');
  });

  it('runs for each side from its own delivery, and for the one alone that has not said yes', () => {
    const later = made(delivered(made(delivered(asked, 'school')), 'partner', by({ now: now + day })));
    expect(later.answerBy).toBe('2026-12-02T23:59:00+01:00');

    const yes = made(accept(later, at('09:00'), as('school', { now: now + day })));
    expect(yes.answerBy).toBe('2026-12-03T23:59:00+01:00');
    expect(clockOf(yes, '2026-12-03T23:58:00+01:00').match).toMatchObject({ state: 'asked' });
  });

  it('is delivered once, and only as the question it is', () => {
    const again = (question: number) =>
      questionDelivered(
        both,
        { question, side: 'school', at: now + day },
        { pace: { nudge: 1, attention: 2, release: 3 }, calendars },
        by({ now: now + day }),
      );

    expect(again(1)).toBeNull();
    expect(again(2)).toBeNull();
    expect(delivered(confirmed, 'school')).toBeNull();
    expect(delivered(made(accept(asked, at('09:00'), as('school'))), 'school')).toBeNull();
  });

  it('is not released for a side that it cannot reach', () => {
    const unreachable = made(lost(made(delivered(asked, 'school')), 'partner'));
    expect(reasons(unreachable)).toEqual(['question-undeliverable']);

    const said = made(accept(unreachable, at('09:00'), as('school')));
    expect(clockOf(said, '2027-01-11T09:00:00+01:00').match).toMatchObject({ state: 'asked' });
    expect(lost(unreachable, 'partner')).toBeNull();
    expect(lost(both, 'partner')).toBeNull();
  });

  it('needs no person any more once it arrives or is answered', () => {
    const unreachable = made(lost(asked, 'partner'));
    expect(reasons(made(delivered(unreachable, 'partner')))).toEqual([]);

    const silent = untilThen(both, Date.parse('2026-12-01T09:00:00+01:00'));
    expect(reasons(silent)).toEqual(['no-answer']);
    const one = made(accept(silent, at('09:00'), as('school')));
    expect(reasons(one)).toEqual(['no-answer']);
    expect(reasons(made(accept(one, {}, as('partner'))))).toEqual([]);
    expect(reasons(made(counter(silent, at('10:00'), as('school'))))).toEqual([]);
  });

  it('begins anew with a counter', () => {
    const silent = untilThen(both, Date.parse('2026-12-01T09:00:00+01:00'));
    const countered = made(counter(silent, at('10:00'), as('school', moment('2026-12-01T09:00:00+01:00'))));

    expect(Object.keys(countered.clocks ?? {})).toEqual(['partner']);
    expect(clockOf(countered, '2026-12-20T09:00:00+01:00').match.state).toBe('asked');
  });
});

describe('a clock that was not looked at in time', () => {
  it('leaves a working day between what it says late', () => {
    const late = made(whenDue(both, moment('2026-12-11T09:00:00+01:00')));
    expect(reasons(late)).toEqual([]);

    const { at: looked, match } = clockOf(late, '2026-12-31T09:00:00+01:00');
    expect(looked.map(toOffsetIso)).toEqual(['2026-12-14T09:00:00+01:00', '2026-12-15T23:59:00+01:00']);
    expect(match.state).toBe('released');
  });

  it('says nothing early, and nothing twice, when it jumps back', () => {
    const nudged = made(whenDue(both, moment('2026-11-26T09:00:00+01:00')));

    expect(whenDue(both, moment('2026-11-21T09:00:00+01:00'))).toBeNull();
    expect(whenDue(nudged, moment('2026-11-24T09:00:00+01:00'))).toBeNull();
  });
});

describe('a change that waits', () => {
  const moving = made(move(confirmed, elsewhere(confirmed), 'Op beurs.', as('partner')));
  const waits = made(changeSecured(moving, 2, by()));

  it('has the same clock for the side that is asked, and is dropped when it runs out', () => {
    expect(delivered(waits, 'partner')).toBeNull();
    const reached = made(delivered(waits, 'school'));

    const { match, told } = clockOf(reached, '2026-12-02T23:59:00+01:00');
    expect(told).toMatchObject([
      { side: 'school', stage: 'nudge' },
      { side: 'school', stage: 'attention' },
      { by: 'clock', question: 2 },
    ]);
    expect(match).toMatchObject({ state: 'confirmed', wanted: null, attentions: [] });
  });

  it('is not dropped before it was delivered, but when the day comes', () => {
    expect(clockOf(waits, '2027-01-12T08:59:00+01:00').match.wanted?.phase).toBe('asked');
    expect(followClocks(waits, moment('2027-01-12T09:00:00+01:00'), calendars)?.state.wanted).toBeNull();
  });
});
