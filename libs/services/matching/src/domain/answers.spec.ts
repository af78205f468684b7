import { MatchAccepted, MatchAsked, MatchConfirmed, type Side } from '#libs/contracts';
import { aMatch, by } from '../../test/a-match.js';
import { delivered } from '../../test/every-state.js';
import type { Answerer } from './answerer.js';
import { accept, cancel, counter, decline } from './answers.js';
import { consider, considerAgain } from './consideration.js';
import { secured } from './life.js';
import { liveStates, ownersOf, snapshotOf, type Match } from './match.js';

const at = (hour: string, end?: string) => ({
  start: `2027-01-12T${hour}:00+01:00`,
  ...(end ? { end: `2027-01-12T${end}:00+01:00` } : {}),
});
const as = (side: Side, how?: string): Answerer => ({ ...by(), side, ...(how ? { how } : {}) });
const asked = (changes: Partial<Match> = {}): Match => {
  const match = secured(aMatch(changes), 1, by());
  if (!match) throw new Error('it was not asked');
  return match.state;
};
const refusedWith = (code: string, path?: string) =>
  expect.objectContaining({
    code,
    ...(path ? { explained: expect.objectContaining({ errors: [expect.objectContaining({ path })] }) } : {}),
  }) as Error;

describe('an answer', () => {
  it('of the first to name a time sets it; the other only says yes', () => {
    const first = accept(asked(), at('09:00'), as('partner'));
    expect(first?.events).toEqual([expect.any(MatchAccepted)]);
    expect(first?.state).toMatchObject({ exact: true, acceptedBy: { partner: { by: 'a-person' } } });
    expect((first?.state as Match).sessions[0]).toMatchObject(at('09:00', '10:30'));

    const second = accept(first?.state as Match, {}, as('school', 'by phone'));
    expect(second?.events).toEqual([expect.any(MatchAccepted), expect.any(MatchConfirmed)]);
    expect(second?.state).toMatchObject({
      state: 'confirmed',
      calendarSequence: 1,
      acceptedBy: { school: { how: 'by phone' } },
    });
    expect(second?.state.history.map(({ what }) => what)).toEqual([
      'approved',
      'asked',
      'accepted',
      'accepted',
      'confirmed',
    ]);
    expect(snapshotOf(second?.state as Match)).toMatchObject({ schoolSaidYes: true, partnerSaidYes: true });
  });

  it('may repeat the time that was named, in other words', () => {
    const first = accept(asked(), at('09:00'), as('partner'))?.state as Match;

    expect(accept(first, { start: '2027-01-12T08:00:00Z' }, as('school'))?.state.state).toBe('confirmed');
  });

  it.each<[string, object, string, string]>([
    ['an end without a start', { end: at('10:00').start }, 'matches.time-needed', 'start'],
    ['a moment that does not exist', { start: '2027-02-30T09:00:00+01:00' }, 'matches.time-outside', 'start'],
    ['an end that does not exist', { ...at('09:00'), end: 'later' }, 'matches.time-outside', 'start'],
    ['an end before the start', at('10:00', '09:00'), 'matches.time-outside', 'end'],
    ['too little time', at('09:00', '10:00'), 'matches.time-outside', 'end'],
    ['a time before the slot', at('08:00'), 'matches.time-outside', 'start'],
    ['a time that runs out of the slot', at('11:00'), 'matches.time-outside', 'start'],
    ['no time, when the slot is longer than the activity', {}, 'matches.time-needed', 'start'],
  ])('with %s is refused', (_what, time, code, path) => {
    expect(() => accept(asked(), time, as('school'))).toThrow(refusedWith(code, path));
  });

  it('needs no time for a firm slot, or one exactly as long as the activity', () => {
    for (const changes of [{ promise: 'firm' as const }, { minutes: 210 }]) {
      const match = accept(asked(changes), {}, as('school'))?.state as Match;
      expect(match.sessions[0]).toMatchObject(at('08:30', '12:00'));
    }
  });

  it('with another time is a new question to the other side, and one yes', () => {
    const first = accept(asked(), at('09:00'), as('partner'))?.state as Match;
    const note = 'Liever na de pauze.';
    const { state, events } = counter(first, { ...at('10:00'), note }, as('school', 'by phone'));

    expect(state).toMatchObject({ state: 'asked', question: 2, exact: true });
    expect(Object.keys(state.acceptedBy)).toEqual(['school']);
    expect(state.history.at(-1)).toMatchObject({ what: 'countered', reason: note, how: 'by phone' });
    expect(events).toEqual([expect.any(MatchAsked)]);
    expect(events).toMatchObject([{ asks: ['partner'] }]);
    expect(JSON.stringify(events)).not.toContain(note);
    expect(accept(state, {}, as('partner'))?.state.state).toBe('confirmed');
  });

  it('asks the school again when the partner counters, and remembers no "how" where there was none', () => {
    const { state, events } = counter(asked(), at('10:00'), as('partner'));

    expect(events).toMatchObject([{ asks: ['school'] }]);
    expect(state.acceptedBy.partner).not.toHaveProperty('how');
  });

  it('that counters with a time that has been is refused', () => {
    const afterTen = { ...as('partner'), now: Date.parse(at('10:00').start) };

    expect(() => counter(asked(), at('10:00'), afterTen)).toThrow(
      refusedWith('matches.time-outside', 'start'),
    );
    expect(counter(asked(), at('10:30'), afterTen).state.state).toBe('asked');
  });

  it('that counters without a time is refused', () => {
    expect(() => counter(asked(), {}, as('school'))).toThrow(refusedWith('matches.counter-empty', 'start'));
  });

  it('of no keeps its reason and how it was told', () => {
    const { state, events } = decline(asked(), { reason: 'Geen tijd.' }, as('partner', 'by phone'));

    expect(state).toMatchObject({ state: 'declined', ended: { by: 'partner', reason: 'Geen tijd.' } });
    expect(state.history.at(-1)).toMatchObject({ how: 'by phone' });
    expect(JSON.stringify(events)).not.toContain('Geen tijd');
  });

  it('of no without a "how" leaves none', () => {
    const declined = decline(asked(), { reason: 'Geen tijd.' }, as('school')).state;

    expect(declined.history.at(-1)).not.toHaveProperty('how');
  });

  it.each([
    ['before anybody heard of it', asked(), 'coordinator' as const, true],
    [
      'while the firm slot alone said yes',
      secured(aMatch({ promise: 'firm', standing: ['partner'] }), 1, by())?.state as Match,
      'coordinator' as const,
      true,
    ],
    [
      'after a side said yes',
      accept(asked(), at('09:00'), as('partner'))?.state as Match,
      'coordinator' as const,
      undefined,
    ],
    ['while its place is being secured', aMatch(), 'coordinator' as const, true],
    [
      'after a question was delivered',
      delivered(asked(), 'school')?.state as Match,
      'coordinator' as const,
      undefined,
    ],
    ['by the partner', asked(), 'partner' as const, undefined],
  ])('of a cancel %s tells whether it was undo', (_, match, whose, isUndo) => {
    const { state } = cancel(match, { reason: 'Toch niet.' }, whose, by());

    expect(snapshotOf(state).undone).toBe(isUndo);
  });

  it('that is meant as undo alone is refused once a side said yes', () => {
    const undo = { reason: 'Toch niet.', undo: true };
    const heardOf = accept(asked(), at('09:00'), as('partner'))?.state as Match;

    expect(() => cancel(heardOf, undo, 'coordinator', by())).toThrow(refusedWith('matches.too-late-to-undo'));
    expect(cancel(asked(), undo, 'coordinator', by()).state.ended?.reasonCode).toBe('undone');
  });

  it('after the end is refused with the state it ended in', () => {
    const over = cancel(asked(), { reason: 'no' }, 'school', by()).state;

    expect(() => accept(over, {}, as('school'))).toThrow(
      expect.objectContaining({ code: 'matches.ended', kind: 'gone' }) as Error,
    );
    expect(() => cancel(over, { reason: 'no' }, 'school', by())).toThrow(refusedWith('matches.ended'));
  });
});

describe('a match', () => {
  it('belongs to its region, school and organisation', () => {
    expect(ownersOf(aMatch())).toEqual({
      regions: ['a-region'],
      school: 'a-school',
      organisation: 'an-organisation',
    });
    expect(liveStates).toContain(aMatch().state);
  });
});

describe('a request that is held against every offer', () => {
  const request = { requestId: 'r', regionId: 'region', schoolLocationId: 'school', askers: ['teacher'] };

  it('waits longer each time, at most a minute, while its school is not known', () => {
    const waits = [0, 1, 5, 6, 20].map((already) => {
      const { state, events } = consider(request, already, undefined, 0);
      expect([state.phase, state.waits, events]).toEqual(['waiting', already + 1, []]);
      return state.nextAt;
    });

    expect(waits).toEqual([1_000, 2_000, 32_000, 60_000, 60_000]);
  });

  it('tells once how many fit, or what keeps the others out', () => {
    const { state, events } = consider(request, 3, { fitting: 0, obstacles: ['place'] }, 0);

    expect(state).toMatchObject({ phase: 'considered', fitting: 0, nextAt: null, waits: 3 });
    expect(events).toMatchObject([{ requestId: 'r', fitting: 0, obstacles: ['place'] }]);
  });

  it('is told of again only when it was given up and something fits after all', () => {
    const given = consider(request, 0, { fitting: 0, obstacles: ['place'] }, 0).state;

    expect(considerAgain(given, 2, true)?.events).toMatchObject([{ requestId: 'r', fitting: 2 }]);
    expect(considerAgain(given, 2, false)).toMatchObject({ state: { fitting: 2 }, events: [] });
    expect(considerAgain(given, 0, true)).toBeNull();
    expect(considerAgain({ ...given, phase: 'waiting' }, 2, true)).toBeNull();
  });
});
