import { inParallel } from './in-parallel.js';

const turn = () => new Promise<void>((next) => setImmediate(next));

describe('work on many items in parallel', () => {
  it('gives the results in the order of the items', async () => {
    const results = await inParallel([3, 1, 2], async (rounds) => {
      for (let i = 0; i < rounds; i++) await turn();
      return rounds * 10;
    });

    expect(results).toEqual([30, 10, 20]);
  });

  it('works on as many at once as it may, never on more', async () => {
    let running = 0;
    let most = 0;
    await inParallel(
      Array.from({ length: 20 }, (_, i) => i),
      async () => {
        most = Math.max(most, ++running);
        await turn();
        running -= 1;
      },
      3,
    );

    expect(most).toBe(3);
  });

  it('fails as its first failure', async () => {
    const failing = inParallel(['fine', 'bad'], (item) =>
      item === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(item),
    );

    await expect(failing).rejects.toThrow('no');
  });
});
