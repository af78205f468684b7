import { MatchEvaluated, MatchHeld } from '#libs/contracts';
import { afterwards, as, made, states } from '../../test/every-state.js';
import { by } from '../../test/a-match.js';
import { count } from './afterwards.js';
import { erasePerson, textsBy } from './erase-person.js';
import { countHands, evaluate } from './evaluation.js';
import { snapshotOf, type Match } from './match.js';

const { confirmed, held, counted, closed } = states as Record<string, Match> as {
  confirmed: Match;
  held: Match;
  counted: Match;
  closed: Match;
};
const day = 24 * 60 * 60_000;
const late = { now: afterwards };
const good = { fit: 5, again: 'yes' as const, words: 'Prachtig.' };
const code = (of: string) => expect.objectContaining({ code: `matches.${of}` });

describe('what a side thought of it', () => {
  it('is told without its words, which stay with the match', () => {
    const decided = evaluate(held, good, as('school', late));

    expect(decided?.events[0]).toBeInstanceOf(MatchEvaluated);
    expect(decided?.events).toMatchObject([
      { by: 'school', match: { evaluation: { school: { fit: 5, again: 'yes' } } } },
    ]);
    expect(JSON.stringify(decided?.events)).not.toContain('Prachtig');
    expect(made(decided).evaluatedBy?.school).toMatchObject({ by: 'a-person', words: 'Prachtig.' });
  });

  it('makes it evaluated once it is counted, in whichever order', () => {
    expect(made(evaluate(counted, good, as('partner', late))).state).toBe('evaluated');

    const early = made(evaluate(held, good, as('partner', late)));
    expect(early.state).toBe('held');
    const figures = { count: { pupils: 24, adults: 2, groups: 1 } };
    expect(made(count(early, figures, as('school', late))).state).toBe('evaluated');
  });

  it('is taken before the clock has said that it took place', () => {
    const decided = evaluate(confirmed, good, as('school', late));

    expect(made(decided)).toMatchObject({ state: 'held', evaluation: { school: { fit: 5 } } });
    expect(decided?.events[0]).toBeInstanceOf(MatchHeld);
  });

  it('can be corrected by who said it until thirty days after the end, also when closed', () => {
    const first = made(evaluate({ ...closed }, good, as('school', late)));
    const corrected = made(
      evaluate(first, { fit: 2, again: 'no' }, as('school', { now: afterwards + 29 * day })),
    );

    expect(corrected).toMatchObject({ state: 'closed', evaluation: { school: { fit: 2, again: 'no' } } });
    expect(corrected.evaluatedBy?.school?.words).toBeUndefined();
    expect(() => evaluate(first, good, as('school', { now: afterwards + 31 * day }))).toThrow(code('closed'));
    expect(evaluate(first, good, as('school', late))).toBeNull();
  });

  it('is said by one person of a side; who noted it on their behalf makes way', () => {
    const first = made(evaluate(held, good, as('school', late)));
    const colleague = as('school', { ...late, actor: 'a-colleague' });
    expect(() => evaluate(first, good, colleague)).toThrow(code('evaluated'));

    const noted = made(evaluate(held, good, as('school', { ...late, actor: 'coen', how: 'by phone' })));
    expect(made(evaluate(noted, { fit: 1, again: 'no' }, colleague)).evaluatedBy?.school?.by).toBe(
      'a-colleague',
    );
  });

  it('comes after it, and not of what never was', () => {
    expect(() => evaluate(confirmed, good, as('school'))).toThrow(code('not-yet'));
    expect(() => evaluate(states['asked'] as Match, good, as('school', late))).toThrow(code('not-held'));
    expect(() => evaluate(states['no-show'] as Match, good, as('school', late))).toThrow(code('ended'));
  });

  it('loses its words with the person who wrote them', () => {
    const first = made(evaluate(held, good, as('school', late)));

    expect(textsBy(first, 'a-person')).toEqual(['Prachtig.']);
    const left = erasePerson(first, 'a-person', by())?.state;
    expect(JSON.stringify(left)).not.toContain('Prachtig');
    expect(left?.evaluation).toEqual({ school: { fit: 5, again: 'yes' } });
  });
});

describe('the hands of a class', () => {
  const hands = { present: 24, fun: 20, learned: 18, wantMore: 15 };
  const during = { now: Date.parse('2027-01-12T09:30:00+01:00') };

  it('are counted by the school during the activity and in the week after it; the last count stands', () => {
    const first = made(countHands(confirmed, hands, as('school', during)));
    expect(first).toMatchObject({ state: 'confirmed', tally: hands });

    const again = made(countHands(first, { ...hands, fun: 24 }, as('school', { now: afterwards + 6 * day })));
    expect(snapshotOf(again)).toMatchObject({ state: 'held', tally: { fun: 24 } });
    expect(countHands(again, { ...hands, fun: 24 }, as('school', { now: afterwards + 6 * day }))).toBeNull();
  });

  it.each([
    ['before the lesson', 'not-yet', hands, by()],
    ['after a week', 'tally-over', hands, by({ now: afterwards + 8 * day })],
    [
      'when more hands are up than there are pupils',
      'tally-impossible',
      { ...hands, learned: 25 },
      by(during),
    ],
    [
      'when far more pupils are there than were planned',
      'tally-impossible',
      { ...hands, present: 40 },
      by(during),
    ],
  ])('are refused %s', (_when, refusal, tally, when) => {
    expect(() => countHands(confirmed, tally, { ...when, side: 'school' })).toThrow(code(refusal));
  });

  it('are not the partner’s to count', () => {
    expect(() => countHands(confirmed, hands, as('partner', during))).toThrow(code('tally-by-school'));
  });
});
