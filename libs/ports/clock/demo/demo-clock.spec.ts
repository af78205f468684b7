import { TestClock } from '../../../../test/support/clock.js';
import { DemoClock, type MovedTime } from './demo-clock.js';

const day = 86_400_000;
const tomorrow = (now: number) => now + day;

describe('the clock of the demo', () => {
  let machine: TestClock;
  let kept: MovedTime | undefined;
  const aClock = () =>
    new DemoClock(
      machine,
      async (moved) => {
        kept = moved;
      },
      kept,
    );
  beforeEach(() => {
    machine = new TestClock(1_000);
    kept = undefined;
  });

  it('is the machine’s until it is moved, and runs on with it', async () => {
    const clock = aClock();
    expect(clock.now()).toBe(1_000);

    await clock.moveTo(tomorrow, 'a');
    machine.advance(500);

    expect(clock.now()).toBe(1_500 + day);
    expect(clock.wall()).toBe(1_500);
  });

  it('stays ahead after a restart', async () => {
    await aClock().moveTo(tomorrow, 'a');

    expect(aClock().now()).toBe(1_000 + day);
  });

  it('is moved once by a command that comes twice, also after a restart', async () => {
    const clock = aClock();
    await Promise.all([clock.moveTo(tomorrow, 'a'), clock.moveTo(tomorrow, 'a')]);
    expect(clock.now()).toBe(1_000 + day);

    const restarted = aClock();
    await restarted.moveTo(tomorrow, 'a');
    await restarted.moveTo(tomorrow, 'b');

    expect(restarted.now()).toBe(1_000 + 2 * day);
  });

  it('never goes back, and stays where it is when that cannot be kept', async () => {
    const clock = aClock();
    await expect(clock.moveTo((now) => now - 1, 'a')).rejects.toThrow(RangeError);
    const full = new DemoClock(machine, () => Promise.reject(new Error('disk full')));
    await expect(full.moveTo(tomorrow, 'a')).rejects.toThrow('disk full');

    expect([clock.now(), full.now()]).toEqual([1_000, 1_000]);
  });
});
