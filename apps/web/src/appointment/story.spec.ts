import type { Match } from '../api/matches.js';
import { saySpans } from '../say/dates.js';
import { possibleFor } from './possible.js';
import {
  answerByOf,
  inOrder,
  lastsUntilStart,
  mayAnswer,
  sideOf,
  spansOf,
  stepsOf,
  turnOf,
} from './story.js';
import { daysIn, startsOn } from './times.js';
import { placesToGo } from './places-to-go.js';
import { needsTime, timesIn, unitsOf } from './units.js';

const span = { slotId: 's1', start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00' };

function aMatch(changes: Partial<Match> = {}): Match {
  return {
    id: 'a-match',
    state: 'asked',
    origin: 'proposed',
    schoolLocationId: 'a-school',
    organisationId: 'a-partner',
    acceptedBy: {},
    answerBy: '2026-12-01T17:00:00+01:00',
    change: null,
    count: null,
    hours: null,
    evaluation: null,
    exact: false,
    minutes: 60,
    allowed: [span],
    contacts: { school: ['teacher'] },
    terms: { evaluateUntil: '2027-02-11T10:00:00+01:00' },
    sessions: [{ ...span, id: 'one', groups: [{ groupId: '5a', pupils: 28 }] }],
    ...changes,
  } as Match;
}

const yes = { at: '2026-11-23T10:00:00+01:00', by: 'somebody' };
const as = (side: 'school' | 'partner', onBehalf = false) => ({ side, onBehalf });
const before = '2026-12-01T12:00:00+01:00';
const after = '2027-01-13T12:00:00+01:00';
const teacher = {
  id: 'teacher',
  roles: [{ role: 'teacher' as const, regionIds: [], schoolLocationId: 'a-school' }],
};
const colleague = { ...teacher, id: 'colleague' };

describe('when it is', () => {
  const on = (day: string, from: string, to: string) => ({
    ...{ id: `${day} ${from}`, groups: [] },
    ...{ start: `${day}T${from}:00+01:00`, end: `${day}T${to}:00+01:00` },
  });

  it('has limits that end with a day before it, or with its start', () => {
    const match = aMatch();

    expect(lastsUntilStart(span.start, match)).toBe(true);
    expect(lastsUntilStart('2027-01-11T22:59:59.999Z', match)).toBe(false);
  });

  it('is each of its days once, from the first start to the last end', () => {
    const first = [on('2027-01-12', '09:00', '10:30'), on('2027-01-12', '10:45', '12:15')];
    const match = aMatch({ sessions: [on('2027-01-14', '09:00', '10:30'), ...first] });

    expect(saySpans(spansOf(match), 'nl')).toBe('di 12 jan, 9.00–12.15 uur en do 14 jan, 9.00–10.30 uur');
    expect(saySpans(spansOf(aMatch({ sessions: first })), 'nl')).toBe('di 12 jan, 9.00–12.15 uur');
  });
});

describe('who has the next move', () => {
  it('both, then the one that has not answered, and then nobody', () => {
    expect(turnOf(aMatch(), undefined)).toBe('both');
    expect(turnOf(aMatch(), 'school')).toBe('you');
    expect(turnOf(aMatch({ acceptedBy: { school: yes } }), 'school')).toBe('partner');
    expect(turnOf(aMatch({ state: 'confirmed' }), 'school')).toBe('nobody');
  });

  it('of a change the other side, by the change’s own clock', () => {
    const change = { what: 'time', by: 'school', phase: 'asked', answerBy: '2026-12-05T17:00:00+01:00' };
    const match = aMatch({ state: 'confirmed', change: change as unknown as Match['change'] });

    expect([turnOf(match, 'school'), turnOf(match, 'partner')]).toEqual(['partner', 'you']);
    expect(answerByOf(match)).toBe(change.answerBy);
  });

  it('a teacher answers what they asked; a colleague looks on', () => {
    expect(sideOf(colleague, aMatch())).toBe('school');
    expect([mayAnswer(teacher, aMatch()), mayAnswer(colleague, aMatch())]).toEqual([true, false]);
  });
});

describe('the way over the bridge', () => {
  const states = (match: Match) => stepsOf(match).map(({ state }) => state);

  it('goes from asked to the day', () => {
    expect(states(aMatch({ acceptedBy: { school: yes } }))).toEqual([
      'done',
      'done',
      'done',
      'now',
      'to-come',
    ]);
    expect(states(aMatch({ state: 'held' }))).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(states(aMatch({ state: 'declined' }))).toEqual(['done', 'done', 'ended', 'to-come', 'to-come']);
  });

  it('has no approval when nobody had to approve', () => {
    expect(stepsOf(aMatch({ origin: 'booked' })).map(({ id }) => id)).not.toContain('approved');
  });
});

describe('what one can do', () => {
  it('follows the state and the side', () => {
    expect(possibleFor(aMatch(), as('school'), before)).toEqual(['accept', 'counter', 'decline']);
    expect(possibleFor(aMatch({ acceptedBy: { school: yes } }), as('school'), before)).toEqual([
      'counter',
      'cancel',
    ]);
    expect(possibleFor(aMatch({ state: 'confirmed' }), as('partner'), before)).toEqual([
      'move',
      'numbers',
      'cancel',
    ]);
    expect(possibleFor(aMatch({ state: 'confirmed' }), as('partner'), after)).toEqual(['no-show']);
    const another = { ...span, id: 'two', start: '2027-01-14T08:30:00+01:00', groups: [] };
    const twoDays = aMatch({ state: 'confirmed', sessions: [...aMatch().sessions, another] });
    expect(possibleFor(twoDays, as('partner'), after)).toEqual(['cancel', 'no-show']);
    expect(possibleFor(aMatch({ state: 'held' }), as('school'), after)).toEqual([
      ...['count', 'evaluate', 'tally', 'repeat', 'no-show'],
    ]);
    expect(possibleFor(aMatch({ state: 'declined' }), as('school'), before)).toEqual([]);
    expect(possibleFor(aMatch({ state: 'no-show' }), as('school'), after)).toEqual(['held']);
    expect(possibleFor(aMatch({ state: 'held' }), as('school', true), after)).toEqual([
      ...['count', 'evaluate', 'repeat', 'no-show'],
    ]);
    expect(possibleFor(aMatch({ state: 'option' }), as('partner'), before)).toEqual(['cancel']);
  });

  it('what one thought of it is said as long as that is open, also of what was written down late', () => {
    const held = aMatch({ state: 'held' });
    const late = '2027-03-20T12:00:00+01:00';
    const writtenDown = { ...held, terms: { ...held.terms, evaluateUntil: '2027-04-14T12:00:00+02:00' } };

    expect(possibleFor(held, as('school'), late)).not.toContain('evaluate');
    expect(possibleFor(writtenDown, as('school'), late)).toContain('evaluate');
  });

  it('what the other side wrote down is called right or not, also with its figures', () => {
    const figures = { pupils: 24, adults: 2, groups: 1, unusual: false };
    const written = aMatch({
      state: 'counted',
      origin: 'arranged',
      acceptedBy: { school: yes },
      count: figures,
    });

    expect(possibleFor(written, as('partner'), after).slice(0, 3)).toEqual(['accept', 'decline', 'count']);
    expect(possibleFor(written, as('school'), after)).not.toContain('accept');
    expect(possibleFor({ ...written, state: 'closed' }, as('partner'), after)).not.toContain('accept');
  });

  it('what waits for you stands first, then what comes, then what was', () => {
    const mine = aMatch({ id: 'mine' });
    const coming = aMatch({ id: 'coming', acceptedBy: { school: yes } });
    const past = aMatch({ id: 'past', state: 'closed' });
    const { waiting, coming: later, past: was } = inOrder([past, coming, mine], teacher, before);

    expect([waiting, later, was].map((some) => some.map(({ id }) => id))).toEqual([
      ['mine'],
      ['coming'],
      ['past'],
    ]);
  });
});

describe('a time', () => {
  it('is within what both can, a quarter of an hour apart, long enough', () => {
    expect(daysIn([span], '2027-01-01')).toEqual(['2027-01-12']);
    expect(daysIn([span], '2027-01-12')).toEqual([]);
    const starts = startsOn('2027-01-12', [span], 60);
    expect([starts[0], starts.at(-1), starts.length]).toEqual(['08:30', '11:00', 11]);
  });

  it('is needed when the slot is longer than the lesson and none was agreed', () => {
    expect(needsTime(aMatch())).toBe(true);
    expect(needsTime(aMatch({ minutes: 210 }))).toBe(false);
    expect(needsTime(aMatch({ exact: true }))).toBe(false);
  });

  it('is said once for lessons in a row, for each lesson in slots of their own', () => {
    const [row] = unitsOf(aMatch());
    expect(timesIn({ all: '2027-01-12T09:00' }, row ? [row] : [])).toEqual({
      start: '2027-01-12T09:00:00+01:00',
    });

    const other = { ...span, slotId: 's2' };
    const session = aMatch().sessions[0];
    const apart = aMatch({
      allowed: [span, other],
      sessions: [session, { ...session, id: 'two', slotId: 's2' }] as Match['sessions'],
    });
    expect(timesIn({ one: '2027-01-12T09:00', two: '2027-01-12T10:00' }, unitsOf(apart))).toEqual({
      sessions: [
        { id: 'one', start: '2027-01-12T09:00:00+01:00' },
        { id: 'two', start: '2027-01-12T10:00:00+01:00' },
      ],
    });
    expect(timesIn({}, unitsOf(apart))).toEqual({});
  });

  describe('elsewhere', () => {
    const free = (slotId: string, day: string, until = '12:00', groups = 1) => ({
      ...{ slotId, groups },
      start: `2027-01-${day}T08:30:00+01:00`,
      end: `2027-01-${day}T${until}:00+01:00`,
    });
    const [session] = aMatch().sessions;
    const apart = (until: string) => {
      const [{ groups: _, ...one }, { groups: _too, ...two }] = [
        free('s1', '12', until),
        free('s2', '13', until),
      ];
      return aMatch({
        allowed: [one, two],
        sessions: [
          { ...session, ...one, id: 'one' },
          { ...session, ...two, id: 'two' },
        ] as Match['sessions'],
        exact: true,
      });
    };

    it('names the other slot', () => {
      const at = (all: string) => placesToGo(aMatch(), [free('s9', '19')]).timesIn({ all });

      expect(at('2027-01-12T09:00')).toEqual({ start: '2027-01-12T09:00:00+01:00' });
      expect(at('2027-01-19T09:00')).toEqual({ start: '2027-01-19T09:00:00+01:00', slotId: 's9' });
      expect(at('2027-01-19T')).toEqual({});
    });

    it('is nowhere when its own slot is its only time and no other is long enough', () => {
      const full = aMatch({ allowed: [free('s1', '12', '09:30')], exact: true });

      expect(placesToGo(full, [free('s9', '19', '09:00')]).units).toEqual([]);
      expect(placesToGo(full, [free('s9', '19', '09:30')]).units).toHaveLength(1);
    });

    it('of lessons in slots of their own each has its time there', () => {
      const places = placesToGo(apart('12:00'), [free('s9', '19')]);

      expect(places.units.map(({ id }) => id)).toEqual(['one', 'two']);
      expect(places.timesIn({ one: '2027-01-12T09:00', two: '2027-01-13T10:00' })).toEqual({
        sessions: [
          { id: 'one', start: '2027-01-12T09:00:00+01:00' },
          { id: 'two', start: '2027-01-13T10:00:00+01:00' },
        ],
      });
    });

    it('of lessons that fill slots of their own is together in another one, where that has room', () => {
      const others = [
        free('small', '19', '12:00', 1),
        free('short', '20', '10:00', 2),
        free('fits', '21', '10:30', 2),
      ];
      const places = placesToGo(apart('09:30'), others);

      expect(places.units.flatMap(({ allowed }) => allowed)).toMatchObject([{ slotId: 'fits' }]);
      expect(places.timesIn({ all: '2027-01-21T08:30' })).toEqual({
        ...{ start: '2027-01-21T08:30:00+01:00', slotId: 'fits' },
      });
    });
  });
});
