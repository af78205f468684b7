import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runModule } from '../support/run-module.js';
import { bugs } from './bugs.js';
import type { Oracle } from './findings.js';
import type { YearOf } from './year.js';

jest.setTimeout(60_000);

interface Lived {
  readonly broken: readonly string[];
  readonly counts: Readonly<Record<Oracle, number>>;
  readonly kinds: number;
  readonly origins: Readonly<Record<string, number>>;
  readonly matches: Readonly<Record<string, number>>;
}

const here = (file: string) => JSON.stringify(pathToFileURL(resolve('test/follow-ups', file)).href);

/** Years in a process of their own: within the test runner they take four times as long. */
async function years(these: readonly (YearOf & { readonly bug?: string })[]): Promise<Lived[]> {
  const text = `
    import 'reflect-metadata';
    const [{ aYear }, { bugs }] = await Promise.all([import(${here('year.ts')}), import(${here('bugs.ts')})]);
    for (const { bug, ...of } of ${JSON.stringify(these)}) {
      const { found, counts, origins, matches } = await aYear({ ...of, broken: bug ? bugs[bug].broken : {} });
      const kinds = counts.kinds.size;
      console.log(JSON.stringify({ broken: found.broken, counts: found.counts, kinds, origins, matches }));
    }`;
  return (await runModule(text)) as Lived[];
}

describe('a school year of follow-ups', () => {
  it('leaves nobody without an answer and tells nothing twice, untrue or at a wrong moment', async () => {
    const [year] = await years([{ matches: 100, seed: 1 }]);

    expect(year).toMatchObject({ broken: [] });
    expect(Object.keys(year?.origins ?? {})).toEqual(['arranged', 'booked', 'proposed', 'repeated']);
    const { asked = 0, option = 0, holding = 0 } = year?.matches ?? {};
    expect([asked, option, holding]).toEqual([0, 0, 0]);
    expect(year?.kinds).toBeGreaterThan(15);
  });

  it('survives a clock that jumps two days either way: nothing double, nothing early', async () => {
    const jumps = [2, -2].map((days) => ({ at: '2027-01-13T10:00:00+01:00', days }));
    const lived = await years(jumps.map((jump) => ({ matches: 40, seed: 2, jump })));

    expect(lived.map(({ broken }) => broken)).toEqual([[], []]);
  });

  it('is judged by those who notice each mistake', async () => {
    const names = Object.keys(bugs);

    const lived = await years(names.map((bug) => ({ matches: 30, seed: 9, bug })));

    const missed = names.filter((name, i) => lived[i]?.counts[bugs[name]?.noticed as Oracle] === 0);
    expect(missed).toEqual([]);
  });
});
