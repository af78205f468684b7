import { aWorkbench } from '../../test/things.js';
import { Copies, declareCopies, walked } from './copies.js';

describe('copies of what others published', () => {
  let bench: ReturnType<typeof aWorkbench>;
  let copies: Copies<string>;
  beforeEach(() => {
    bench = aWorkbench();
    copies = new Copies(declareCopies<string>('mine.things', walked), bench.store);
  });
  afterEach(() => bench.close());

  it('keeps the newest, whatever order they come in', async () => {
    const every = [1, 2, 3];
    for (const first of every)
      for (const second of every)
        for (const third of every) {
          const id = `${first}${second}${third}`;
          for (const seq of [first, second, third]) await copies.put(id, seq, `as of ${seq}`);
          expect(await copies.get(id)).toBe(`as of ${Math.max(first, second, third)}`);
        }
  });

  it('keeps the newest of many at once', async () => {
    await Promise.all([5, 1, 9, 3, 1, 7].map((seq) => copies.put('it', seq, `as of ${seq}`)));

    expect(await copies.get('it')).toBe('as of 9');
  });

  it('reads nothing before it keeps the first', async () => {
    const get = jest.spyOn(bench.store, 'get');

    await copies.put('it', 1, 'new');

    expect(get).not.toHaveBeenCalled();
  });

  it('gives all of them', async () => {
    for (let n = 0; n < 1_100; n++) await copies.put(`it-${n}`, 1, `${n}`);

    const all: number[] = [];
    for await (const { data } of copies.all()) all.push(Number(data));

    expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1_100 }, (_, n) => n));
  });
});
