import { HoldHeld, HoldOverdue, HoldRefused, HoldReleased } from '#libs/contracts';
import {
  beginHold,
  giveBack,
  held,
  keep,
  overdue,
  pursueAfter,
  refused,
  refusing,
  released,
  standsFor,
  swept,
  sweepAfter,
  type Hold,
} from './hold.js';

const now = Date.parse('2026-11-23T08:00:00Z');
const obstacle = { obstacle: 'slot-full' as const, at: 'a-slot' };
const taking = beginHold(
  {
    owners: { regions: ['a-region'] },
    question: 1,
    slots: [{ slotId: 'a-slot', offerId: 'an-offer', groups: 1 }],
    demand: ['a-request|a-group'],
  },
  now,
);
const in_ = (phase: Hold['phase'], changes: Partial<Hold> = {}): Hold => ({ ...taking, phase, ...changes });
const phases: Record<string, Hold> = {
  taking,
  held: in_('held', { until: now + standsFor }),
  kept: in_('held', { nextAt: null }),
  refusing: in_('refusing', { obstacle }),
  refused: in_('refused', { obstacle }),
  'giving-back': in_('giving-back'),
  released: in_('released'),
};

type Step = (hold: Hold) => { state: Hold; events: readonly object[] } | null;
const steps: Record<string, [Step, Record<string, string>]> = {
  held: [(hold) => held(hold, now), { taking: 'held' }],
  refusing: [(hold) => refusing(hold, obstacle, now), { taking: 'refusing' }],
  refused: [(hold) => refused(hold, now), { refusing: 'refused' }],
  'give back': [
    (hold) => giveBack(hold, now),
    { taking: 'giving-back', held: 'giving-back', kept: 'giving-back' },
  ],
  released: [(hold) => released(hold, now), { 'giving-back': 'released' }],
  overdue: [(hold) => overdue(hold, now), { held: 'held' }],
  keep: [keep, { held: 'held', kept: 'held' }],
  swept: [swept, { refused: 'refused', released: 'released' }],
};
const cells = Object.keys(phases).flatMap((phase) =>
  Object.entries(steps).map(([step, [, allowed]]) => [phase, step, allowed[phase] ?? 'stays'] as const),
);

describe('a hold', () => {
  it.each(cells)('%s, %s: %s', (phase, step, result) => {
    expect(steps[step]?.[0](phases[phase] as Hold)?.state.phase ?? 'stays').toBe(result);
  });

  it.each<[string, Step, string, number | null, object[]]>([
    ['is taken', steps['held']?.[0] as Step, 'taking', now + standsFor, [expect.any(HoldHeld)]],
    ['meets an obstacle', steps['refusing']?.[0] as Step, 'taking', now + pursueAfter, []],
    ['is refused', steps['refused']?.[0] as Step, 'refusing', now + sweepAfter, [expect.any(HoldRefused)]],
    ['is to be given back', steps['give back']?.[0] as Step, 'kept', now + pursueAfter, []],
    [
      'is given back',
      steps['released']?.[0] as Step,
      'giving-back',
      now + sweepAfter,
      [expect.any(HoldReleased)],
    ],
    ['is overdue', steps['overdue']?.[0] as Step, 'held', now + standsFor, [expect.any(HoldOverdue)]],
    ['is kept', steps['keep']?.[0] as Step, 'held', null, []],
    ['is swept', steps['swept']?.[0] as Step, 'released', null, []],
  ])('that %s is looked at again in time and tells it once', (_what, step, phase, nextAt, events) => {
    const made = step(phases[phase] as Hold);

    expect([made?.state.nextAt, made?.events]).toEqual([nextAt, events]);
  });

  it('is taken up again when it got stuck while taking', () => {
    expect(taking).toMatchObject({ phase: 'taking', nextAt: now + pursueAfter, until: null });
  });

  it('says what stood in the way, and until when it stands', () => {
    expect(refused(phases['refusing'] as Hold, now)?.events).toMatchObject([{ question: 1, ...obstacle }]);
    expect(held(taking, now)?.events).toMatchObject([{ question: 1, until: '2026-11-23T08:10:00.000Z' }]);
  });
});
