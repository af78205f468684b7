import { built } from './built.js';
import { killRounds } from './kill-rounds.js';

jest.setTimeout(120_000);

describe('kill -9 in the middle of a plan', () => {
  it('4 times: each plan is there in the end, once and whole', async () => {
    const outcomes = await killRounds({ entry: built(), kills: 4, seed: 1 });

    expect(outcomes.map(({ phase, run, told, wrong }) => ({ phase, run, told, wrong }))).toEqual(
      outcomes.map((_, i) => ({ phase: 'planned', run: i + 1, told: i + 1, wrong: [] })),
    );
    expect(outcomes.map(({ diedWhile }) => diedWhile)).toContain('planning');
  });
});
