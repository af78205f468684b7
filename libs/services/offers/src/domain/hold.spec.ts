import { HoldHeld, HoldOverdue, HoldRefused, HoldReleased, type MatchSession } from '#libs/contracts';
import {
  beginHold,
  confirm,
  countsFrom,
  dropSet,
  fallDue,
  giveBack,
  givenBack,
  held,
  holdNothing,
  isUnfinished,
  keep,
  narrowed,
  nextAtOf,
  pursueAfter,
  refusing,
  standsFor,
  sweepAfter,
  widen,
  type Hold,
  type HoldSet,
  type Wanted,
} from './hold.js';

const now = Date.parse('2026-11-23T08:00:00Z');
const owners = { regions: ['a-region'] };
const obstacle = { obstacle: 'slot-full' as const, at: 'a-slot' };
const place = (slotId: string, groups = 1) => ({ slotId, offerId: 'an-offer', groups });
const span = { start: Date.parse('2027-01-12T07:30:00Z'), end: Date.parse('2027-01-12T11:00:00Z') };
const aSet = (question: number, changes: Partial<Wanted> = {}): Wanted => ({
  question,
  obstacle: null,
  slots: [place(`slot-${question}`)],
  demand: ['a-request|a-group'],
  days: [{ id: 'group:a-group|2027-01-12', session: 'a-session', ...span, where: 'school:a-school' }],
  ceilings: [],
  ...changes,
});
const session = (start: string, end: string) => [{ id: 'a-session', start, end }] as MatchSession[];
const exact = session('2027-01-12T09:00:00+01:00', '2027-01-12T10:30:00+01:00');

const begun = beginHold(owners, aSet(1), now);
const with_ = (hold: Hold, question: number, changes: Partial<HoldSet>): Hold => ({
  ...hold,
  sets: hold.sets.map((set) => (set.question === question ? { ...set, ...changes } : set)),
});
const in_ = (phase: HoldSet['phase'], changes: Partial<HoldSet> = {}): Hold =>
  with_(begun, 1, { phase, ...changes });
const phases: Record<string, Hold> = {
  taking: begun,
  held: in_('held', { until: now + standsFor, nextAt: now + standsFor }),
  kept: in_('held', { nextAt: null }),
  narrowing: in_('held', { narrowing: true }),
  refusing: in_('refusing', { obstacle }),
  refused: in_('refused', { obstacle, nextAt: now + sweepAfter }),
  'giving-back': in_('giving-back'),
  released: in_('released', { nextAt: now + sweepAfter }),
};
const phaseOf = (hold: Hold | undefined) => hold?.sets.map(({ phase }) => phase).join();
const [kept] = [phases['kept'] as Hold];
/** An older set that is asked, and a newer one that is held. */
const both = with_(widen(kept, aSet(2), now)?.state as Hold, 2, {
  phase: 'held',
  until: now + standsFor,
  nextAt: now + standsFor,
});

describe('a hold', () => {
  it.each(Object.keys(phases))('that is %s is finished when nothing is left to do or to be said', (name) => {
    const finished = ['kept', 'refused', 'released'];

    expect(isUnfinished(phases[name] as Hold)).toBe(!finished.includes(name));
  });

  it('is unfinished as long as one of its sets is', () => {
    expect(isUnfinished(both)).toBe(true);
    expect(isUnfinished(with_(both, 2, { until: null }))).toBe(false);
  });
});

type Step = (hold: Hold) => { state: Hold; events: readonly object[] } | null;
const later = now + standsFor;
const steps: Record<string, [Step, Record<string, string>]> = {
  held: [(hold) => held(hold, 1, now), { taking: 'held' }],
  refusing: [(hold) => refusing(hold, 1, obstacle, now), { taking: 'refusing' }],
  'given back': [(hold) => givenBack(hold, 1, now), { refusing: 'refused', 'giving-back': 'released' }],
  'to give back': [
    (hold) => giveBack(hold, now),
    { taking: 'giving-back', held: 'giving-back', kept: 'giving-back', narrowing: 'giving-back' },
  ],
  'to drop': [(hold) => dropSet(hold, 1, now), {}],
  asked: [(hold) => countsFrom(hold, 1, now), { held: 'held', kept: 'held', narrowing: 'held' }],
  confirmed: [(hold) => confirm(hold, 1, exact, now), { held: 'held', kept: 'held', narrowing: 'held' }],
  keep: [(hold) => keep(hold, 1), { held: 'held', kept: 'held', narrowing: 'held' }],
  narrowed: [(hold) => narrowed(hold, 1, aSet(1).days), { narrowing: 'held' }],
  due: [(hold) => fallDue(hold, later), { held: 'held', refused: '', released: '' }],
  widened: [
    (hold) => widen(hold, aSet(2), now),
    {
      taking: 'taking,taking',
      held: 'held,taking',
      kept: 'held,taking',
      narrowing: 'held,taking',
      refusing: 'refusing,refusing',
      refused: 'refused,refusing',
      'giving-back': 'giving-back,refusing',
      released: 'released,refusing',
    },
  ],
};
const cells = Object.keys(phases).flatMap((phase) =>
  Object.entries(steps).map(([step, [, allowed]]) => [phase, step, allowed[phase] ?? 'stays'] as const),
);

describe('a set of a hold', () => {
  it.each(cells)('%s, %s: %s', (phase, step, result) => {
    expect(phaseOf(steps[step]?.[0](phases[phase] as Hold)?.state) ?? 'stays').toBe(result);
  });

  it.each<[string, string, string, number | null, object[]]>([
    ['is taken', 'held', 'taking', now + standsFor, [expect.any(HoldHeld)]],
    ['meets an obstacle', 'refusing', 'taking', now + pursueAfter, []],
    ['is refused', 'given back', 'refusing', now + sweepAfter, [expect.any(HoldRefused)]],
    ['is to be given back', 'to give back', 'kept', now + pursueAfter, []],
    ['is given back', 'given back', 'giving-back', now + sweepAfter, [expect.any(HoldReleased)]],
    ['is overdue', 'due', 'held', later + standsFor, [expect.any(HoldOverdue)]],
    ['is asked', 'asked', 'held', null, []],
    ['is kept', 'keep', 'held', null, []],
    ['is confirmed', 'confirmed', 'held', now + pursueAfter, []],
    ['is made shorter', 'narrowed', 'narrowing', null, []],
    ['is swept', 'due', 'released', null, []],
  ])('that %s is looked at again in time and tells it once', (_what, step, phase, nextAt, events) => {
    const made = steps[step]?.[0](phases[phase] as Hold);

    expect([made && nextAtOf(made.state), made?.events]).toEqual([nextAt, events]);
  });

  it('that cannot be had begins by being refused', () => {
    const closed = beginHold(owners, aSet(1, { obstacle }), now);

    expect(closed.sets).toMatchObject([{ phase: 'refusing', obstacle }]);
    expect(givenBack(closed, 1, now)?.events).toEqual([{ question: 1, ...obstacle }]);
  });

  it('says what stood in the way, and until when it stands', () => {
    expect(held(begun, 1, now)?.events).toMatchObject([{ question: 1, until: '2026-11-23T08:10:00.000Z' }]);
    const nothing = { question: 1, obstacle: null, slots: [], demand: [], days: [], ceilings: [] };
    expect(holdNothing(owners, 1, now)).toEqual({
      state: { owners, sets: [{ ...nothing, phase: 'held', narrowing: false, until: null, nextAt: null }] },
      events: [{ question: 1, slots: [], until: '2026-11-23T08:10:00.000Z' }],
    });
  });

  it('is taken once for one question', () => {
    expect(widen(kept, aSet(1), now)).toBeNull();
    expect(widen(both, aSet(2), now)).toBeNull();
  });

  it('is looked at again soon after it was begun, and with others when the first of them is due', () => {
    expect(nextAtOf(begun)).toBe(now + pursueAfter);
    expect(nextAtOf(with_(both, 1, { nextAt: now + 1 }))).toBe(now + 1);
    expect(nextAtOf(with_(both, 1, { nextAt: later + 1 }))).toBe(later);
  });

  it('that comes when nothing stands any more is gone before it is taken', () => {
    const over = phases['released'] as Hold;

    expect(widen(over, aSet(2), now)?.state.sets[1]?.obstacle).toEqual({
      obstacle: 'slot-gone',
      at: 'slot-2',
    });
    expect(widen(over, aSet(2, { slots: [] }), now)?.state.sets[1]?.obstacle?.at).toBe('');
    expect(widen(kept, aSet(2), now)?.events).toEqual([]);
  });

  it('of a question that nobody knows changes nothing', () => {
    expect([givenBack(kept, 9, now), keep(kept, 9), narrowed(kept, 9, [])]).toEqual([null, null, null]);
  });

  it('that ended is not given back once more', () => {
    for (const phase of ['refused', 'released', 'kept', 'taking'])
      expect(givenBack(phases[phase] as Hold, 1, now)).toBeNull();
    expect(givenBack(in_('held', { obstacle }), 1, now)).toBeNull();
  });

  it.each<[string, Hold]>([
    ['is not due yet', in_('held', { until: later, nextAt: later + 1 })],
    ['ended and is not due yet', in_('released', { nextAt: later + 1 })],
    ['waits for nothing', in_('released', { nextAt: null })],
    ['is being given back', in_('giving-back', { until: now, nextAt: now })],
    ['was kept', in_('held', { until: null, nextAt: now })],
  ])('that %s neither asks nor is forgotten', (_what, hold) => {
    expect(fallDue(hold, later)).toBeNull();
  });
});

describe('two sets of a hold', () => {
  it('stand beside each other while the newer is not asked', () => {
    const newer = widen(kept, aSet(2), now)?.state as Hold;

    expect(held(newer, 2, now)?.events).toMatchObject([
      { question: 2, slots: [place('slot-1'), place('slot-2')] },
    ]);
    expect(phaseOf(keep(both, 2)?.state)).toBe('held,held');
  });

  it('tell what is held and nothing that is on its way out', () => {
    const newer = widen(kept, aSet(2), now)?.state as Hold;
    const leaving = with_(newer, 1, { phase: 'giving-back' });

    expect(held(leaving, 2, now)?.events).toMatchObject([{ slots: [place('slot-2')] }]);
  });

  it('are changed one by one', () => {
    const waiting = { until: later, nextAt: later, narrowing: true };
    const two = with_(both, 1, waiting);

    expect(keep(two, 2)?.state.sets).toMatchObject([waiting, { until: null, nextAt: null }]);
    const shorter = with_(both, 2, { narrowing: true });
    expect(narrowed(shorter, 2, aSet(2).days)?.state.sets).toMatchObject([
      {},
      { narrowing: false, nextAt: later },
    ]);
  });

  it('ask for themselves, and a third is taken while one of them stands', () => {
    expect(fallDue(both, later)?.events).toEqual([{ question: 2 }]);
    const one = with_(both, 2, { phase: 'released' });
    expect(phaseOf(widen(one, aSet(3), now)?.state)).toBe('held,released,taking');
  });

  it('count by their question, in whatever order they stand', () => {
    const turned = { ...both, sets: both.sets.toReversed() };

    expect(phaseOf(countsFrom(turned, 2, now)?.state)).toBe('held,giving-back');
  });

  it('free nothing that the other has until it is given back too', () => {
    const leaving = { phase: 'giving-back', slots: [place('slot-1')] } as const;
    const two = with_(with_(both, 1, leaving), 2, leaving);

    expect(givenBack(two, 1, now)?.events).toEqual([{ question: 1, slots: [], left: [] }]);
  });

  it.each<[string, number, string]>([
    ['an older question than both', 0, 'stays'],
    ['the older question', 1, 'held,held'],
    ['the newer question', 2, 'giving-back,held'],
    ['a question on the newer set', 3, 'giving-back,held'],
  ])('when %s counts', (_what, question, result) => {
    expect(phaseOf(countsFrom(both, question, now)?.state) ?? 'stays').toBe(result);
  });

  it('leave the older when the newer is refused or dropped', () => {
    const newer = widen(kept, aSet(2), now)?.state as Hold;

    expect(phaseOf(refusing(newer, 2, obstacle, now)?.state)).toBe('held,refusing');
    expect(phaseOf(dropSet(both, 2, now)?.state)).toBe('held,giving-back');
    expect(dropSet(both, 1, now)).toBeNull();
  });

  it('say what is free and what is left when one goes', () => {
    const shared = with_(both, 2, { phase: 'giving-back', slots: [place('slot-1', 3), place('slot-2')] });

    expect(givenBack(shared, 2, now)?.events).toEqual([
      { question: 2, slots: [place('slot-1', 2), place('slot-2')], left: [place('slot-1')] },
    ]);
  });
});

describe('the days of a set', () => {
  it.each<[string, MatchSession[], number[]]>([
    [
      'shrink to the exact time',
      exact,
      [Date.parse('2027-01-12T08:00:00Z'), Date.parse('2027-01-12T09:30:00Z')],
    ],
    [
      'stay when the exact time begins before them',
      session('2027-01-12T08:00:00+01:00', '2027-01-12T10:00:00+01:00'),
      [span.start, span.end],
    ],
    [
      'stay when the exact time ends after them',
      session('2027-01-12T11:00:00+01:00', '2027-01-12T12:30:00+01:00'),
      [span.start, span.end],
    ],
    ['stay when the session is another', [], [span.start, span.end]],
  ])('%s', (_what, sessions, expected) => {
    const day = confirm(kept, 1, sessions, now)?.state.sets[0]?.days[0];

    expect([day?.start, day?.end]).toEqual(expected);
  });

  it.each<[string, MatchSession[], readonly [number, number]]>([
    [
      'from the same moment',
      session('2027-01-12T08:30:00+01:00', '2027-01-12T10:00:00+01:00'),
      [span.start, Date.parse('2027-01-12T09:00:00Z')],
    ],
    [
      'to the same moment',
      session('2027-01-12T10:00:00+01:00', '2027-01-12T12:00:00+01:00'),
      [Date.parse('2027-01-12T09:00:00Z'), span.end],
    ],
  ])('shrink at one end, %s, and are made shorter where they are kept', (_what, sessions, expected) => {
    const [set] = confirm(kept, 1, sessions, now)?.state.sets ?? [];

    expect([set?.days[0]?.start, set?.days[0]?.end]).toEqual(expected);
    expect(set).toMatchObject({ narrowing: true, nextAt: now + pursueAfter });
  });

  it('are made shorter when one of several shrinks', () => {
    const day = aSet(1).days[0] as Wanted['days'][number];
    const two = with_(kept, 1, { days: [{ ...day, session: 'another' }, day] });

    expect(confirm(two, 1, exact, now)?.state.sets).toMatchObject([{ narrowing: true }]);
  });

  it.each<[string, MatchSession[]]>([
    ['no session is known', []],
    ['the exact time is all of it', session('2027-01-12T08:30:00+01:00', '2027-01-12T12:00:00+01:00')],
  ])('are left alone when %s', (_what, sessions) => {
    expect(confirm(kept, 1, sessions, now)?.state.sets).toMatchObject([{ narrowing: false, nextAt: null }]);
  });

  it('are still to be made shorter when they shrank again meanwhile', () => {
    const shrunk = confirm(kept, 1, exact, now)?.state as Hold;

    expect(narrowed(shrunk, 1, aSet(1).days)).toBeNull();
    expect(keep(shrunk, 1)?.state.sets).toMatchObject([{ narrowing: true, nextAt: now + pursueAfter }]);
  });
});
