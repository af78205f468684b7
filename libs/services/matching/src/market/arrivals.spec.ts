import { Arrivals } from './arrivals.js';

describe('what is on its way', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('lets everybody go on who waits for it, and nobody else', async () => {
    const arrivals = new Arrivals();
    const gone: string[] = [];
    const wait = (who: string, id: string) => arrivals.wait(id, 100).then(() => gone.push(who));
    const all = [wait('a', 'one'), wait('b', 'one'), wait('c', 'two')];

    arrivals.arrived('one');
    await Promise.all(all.slice(0, 2));
    expect(gone).toEqual(['a', 'b']);

    arrivals.arrived('two');
    await all[2];
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is waited for no longer than was said, by each for as long as it wants', async () => {
    const arrivals = new Arrivals();
    const gone: string[] = [];
    void arrivals.wait('one', 100).then(() => gone.push('short'));
    void arrivals.wait('one', 200).then(() => gone.push('long'));

    await jest.advanceTimersByTimeAsync(100);
    expect(gone).toEqual(['short']);
    arrivals.arrived('one');
    await jest.advanceTimersByTimeAsync(0);
    expect(gone).toEqual(['short', 'long']);
  });
});
