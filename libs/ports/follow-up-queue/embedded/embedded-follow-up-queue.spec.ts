import { Clock } from '#libs/ports/clock/port';
import { EmbeddedFollowUpQueue } from './embedded-follow-up-queue.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Moves with jest's own timers. */
class TestClock extends Clock {
  now(): number {
    return performance.now();
  }
}

describe('EmbeddedFollowUpQueue', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  async function aQueue(): Promise<{ queue: EmbeddedFollowUpQueue; woken: string[] }> {
    const queue = new EmbeddedFollowUpQueue(new TestClock());
    const woken: string[] = [];
    await queue.handle('spec.things', async ({ id }) => void woken.push(id));
    return { queue, woken };
  }

  it('wakes by its own timer, each document at its time', async () => {
    const { queue, woken } = await aQueue();
    for (const [id, at] of [
      ['c', 300],
      ['a', 100],
      ['b', 200],
    ] as const) {
      await queue.wake({ collection: 'spec.things', id }, performance.now() + at);
    }

    await jest.advanceTimersByTimeAsync(99);
    expect(woken).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(woken).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(200);
    expect(woken).toEqual(['a', 'b', 'c']);
  });

  it('waits longer than the longest timer of Node', async () => {
    const { queue, woken } = await aQueue();
    await queue.wake({ collection: 'spec.things', id: 'next month' }, performance.now() + 40 * DAY_MS);

    await jest.advanceTimersByTimeAsync(39 * DAY_MS);
    expect(woken).toEqual([]);
    await jest.advanceTimersByTimeAsync(DAY_MS);
    expect(woken).toEqual(['next month']);
  });

  it('does not spin over a hint that has no handler', async () => {
    const { queue, woken } = await aQueue();
    await queue.wake({ collection: 'spec.others', id: 'a' }, performance.now() - 1);

    await jest.advanceTimersByTimeAsync(1_000);

    expect(woken).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves no timer when it closes', async () => {
    const { queue } = await aQueue();
    await queue.wake({ collection: 'spec.things', id: 'a' }, performance.now() + 100);

    await queue.close();
    await queue.wake({ collection: 'spec.things', id: 'b' }, performance.now() + 100);
    queue.recheck();

    expect(jest.getTimerCount()).toBe(0);
  });
});
