import { wrongAfter } from './play.js';
import type { Step } from './steps.js';

const hours = 3_600_000;
const to = { in: 'own', offer: 0, date: 0, shift: 0 } as const;
const says = (what: 'accept' | 'no-show' | 'held' | 'cancel', match: number): Step => ({
  ...{ do: 'say', what, match, to },
  ...{ side: 'school', number: 20 },
});

/** Lives that once ended otherwise than the model says, made short. */
describe('what lives have found', () => {
  it('a visit that took place after all meets its request again', async () => {
    const steps: Step[] = [
      { do: 'pass', time: 4 * hours },
      { do: 'approve', request: 0, offer: 1, dates: [0] },
      says('accept', 0),
      { do: 'pass', time: 14 * 24 * hours },
      says('no-show', 0),
      says('held', 0),
      { do: 'approve', request: 0, offer: 0, dates: [2] },
      { do: 'withdraw-request', request: 0 },
    ];

    expect(await wrongAfter(steps)).toEqual([]);
  });

  it('nobody proposes a time that has been', async () => {
    const earlier = { in: 'afternoon', offer: 0, date: 0, shift: 0 } as const;
    const steps: Step[] = [
      { do: 'pass', time: 14 * 24 * hours },
      { do: 'arrange', by: 'school', groups: ['a'], offer: 1, date: 2, inSlot: true },
      { ...{ do: 'say', what: 'counter', match: 0, to: earlier }, ...{ side: 'partner', number: 20 } },
      says('accept', 0),
      says('held', 0),
    ];

    expect(await wrongAfter(steps)).toEqual([]);
  });

  it('what is called off after its first day has taken place for that day, and the rest is asked for again', async () => {
    const steps: Step[] = [
      { do: 'approve', request: 1, offer: 1, dates: [0, 2] },
      says('accept', 0),
      { do: 'pass', time: 14 * 24 * hours },
      says('cancel', 0),
      { do: 'approve', request: 1, offer: 1, dates: [2] },
      says('accept', 0),
    ];

    expect(await wrongAfter(steps)).toEqual([]);
  });
});
