import { Nightly } from './nightly.js';
import { RunningClock } from '../../../../test/support/clock.js';

describe('the work of the night', () => {
  const aNight = () => {
    const clock = new RunningClock();
    const done: number[] = [];
    let broken = false;
    const nightly = new Nightly(
      clock,
      async (now) => {
        if (broken) throw new Error('away');
        done.push(now);
      },
      () => {},
    );
    return { clock, done, nightly, breaks: (how: boolean) => (broken = how) };
  };

  it('is done once a night, however often it is looked at', async () => {
    const { clock, done, nightly } = aNight();

    for (let hour = 0; hour < 72; hour++) {
      await Promise.all([nightly.look(), nightly.look()]);
      clock.advance(3_600_000);
    }

    expect(done.length).toBeGreaterThanOrEqual(3);
    expect(done.length).toBeLessThanOrEqual(4);
  });

  it('is tried again the same night when it failed', async () => {
    const { done, nightly, breaks } = aNight();

    breaks(true);
    await expect(nightly.look()).rejects.toThrow('away');
    breaks(false);
    await nightly.look();

    expect(done).toHaveLength(1);
  });
});
