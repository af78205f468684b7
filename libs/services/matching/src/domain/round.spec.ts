import {
  announce,
  askForPlan,
  cancelPlan,
  failed,
  goOn,
  lease,
  planned,
  type PlanResult,
  type Round,
} from './round.js';

const now = Date.parse('2026-11-23T09:00:00+01:00');
const dates = { opensOn: '2026-11-01', closesOn: '2026-12-18', answerBy: '2027-01-08', keptOfferIds: [] };
const announced: Round = announce(
  { regionId: 'region', name: 'Winterronde', ...dates },
  'coordinator',
  '2026-11-23',
).state;
const planning = askForPlan(announced, 'coordinator', now).state;
const nothing = { served: 0, score: 0 };
const nobody = { worstServedShare: 1, gini: 0, bySector: [] };
const result: PlanResult = {
  requests: 3,
  slots: 2,
  served: 2,
  score: 1.5,
  bound: 1.6,
  gapPercent: 6.7,
  firstComeFirstServed: nothing,
  greedy: nothing,
  fairness: { before: nobody, after: nobody },
  fairnessCostPercent: 0,
  schoolsWithNothing: [],
  pages: 1,
  milliseconds: 5,
};
const step = { step: 'auction', share: 0.5 };

describe('a round', () => {
  it.each([
    ['closes before it opens', { closesOn: '2026-10-31' }],
    ['closed in the past', { opensOn: '2026-10-01', closesOn: '2026-11-22' }],
    ['is answered before it closes', { answerBy: '2026-12-17' }],
  ])('that %s is refused', (_, changes) => {
    const wrong = { regionId: 'region', name: 'x', ...dates, ...changes };
    expect(() => announce(wrong, 'coordinator', '2026-11-23')).toThrow(
      expect.objectContaining({ code: 'rounds.dates' }),
    );
  });

  it('is planned at once when a plan is asked for, once at a time', () => {
    expect(planning).toMatchObject({ nextAt: now, plan: { run: 1, phase: 'planning' } });
    expect(() => askForPlan(planning, 'other', now)).toThrow(
      expect.objectContaining({ code: 'rounds.planning' }),
    );
  });

  it('is taken over when whoever plans it says nothing for the length of its lease', () => {
    expect(goOn(planning, 1, step, now)?.state).toMatchObject({
      nextAt: now + lease,
      plan: { progress: step },
    });
  });

  it('tells what came of it, and is due no more', () => {
    const made = planned(planning, 1, result);
    expect(made?.state).toMatchObject({ nextAt: null, plan: { run: 1, phase: 'planned', result } });
    expect(made?.events).toEqual([{ regionId: 'region', run: 1, served: 2, unserved: 1 }]);
  });

  it('can be planned anew', () => {
    const again = askForPlan(planned(planning, 1, result)?.state ?? announced, 'coordinator', now).state;
    expect(again.plan).toMatchObject({ run: 2, phase: 'planning' });
  });

  it('forgets what an older or cancelled run brings', () => {
    const cancelled = cancelPlan(planning).state;
    expect(cancelled).toMatchObject({ nextAt: null, plan: { phase: 'cancelled' } });
    const again = askForPlan(cancelled, 'coordinator', now).state;
    for (const round of [cancelled, again]) {
      expect(goOn(round, 1, step, now)).toBeNull();
      expect(planned(round, 1, result)).toBeNull();
      expect(failed(round, 1)).toBeNull();
    }
    expect(failed(again, 2)?.state).toMatchObject({ nextAt: null, plan: { run: 2, phase: 'failed' } });
  });

  it('has nothing to cancel while nobody plans', () => {
    expect(() => cancelPlan(announced)).toThrow(expect.objectContaining({ code: 'rounds.not-planning' }));
  });
});
