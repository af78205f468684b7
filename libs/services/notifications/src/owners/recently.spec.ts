import { TestClock } from '../../../../../test/support/clock.js';
import { Recently } from './recently.js';

describe('what was read a moment ago', () => {
  function aReader() {
    const clock = new TestClock(1_000_000);
    const recently = new Recently<number>(5_000, clock);
    let reads = 0;
    return { clock, read: () => recently.of('ans', async () => ++reads) };
  }

  it('is not read again for so long, by the clock that everything else goes by', async () => {
    const { clock, read } = aReader();

    const first = [await read(), await read()];
    clock.advance(5_000);

    expect([...first, await read()]).toEqual([1, 1, 2]);
  });

  it('is read again after a clock was set back', async () => {
    const { clock, read } = aReader();

    await read();
    clock.advance(-2 * 86_400_000);

    expect(await read()).toBe(2);
  });

  it('is read again after it failed', async () => {
    const recently = new Recently<string>(5_000, new TestClock(0));

    await expect(recently.of('ans', () => Promise.reject(new Error('away')))).rejects.toThrow('away');

    expect(await recently.of('ans', async () => 'there')).toBe('there');
  });
});
