import { goesAlong, momentOf } from './lanes.js';

const eight = Date.parse('2026-11-23T08:00:00+01:00');
const figures = { template: 'figures', matchId: 'match-1', start: '2026-11-20T09:00:00+01:00' } as const;
const at = (now: number) => momentOf(figures, 'quiet', { now, wanted: eight, rhythm: 'each', undoMs: 0 });

describe('what can wait and falls due', () => {
  it('goes at once when it is handled at once', () => {
    expect(at(eight)).toBe(eight);
    expect(at(eight + 900)).toBe(eight);
  });

  it('gives the others of the same person a moment when much fell due together', () => {
    expect(at(eight + 5_000)).toBe(eight + 25_000);
    expect(at(eight + 10 * 60_000)).toBe(eight + 10 * 60_000 + 20_000);
  });
});

describe('another that goes now', () => {
  it('takes along what is due, and of what can wait also what is still being gathered', () => {
    for (const lane of ['quiet', 'questions'] as const) expect(goesAlong(lane, eight, eight)).toBe(true);
    expect(goesAlong('quiet', eight + 20_000, eight)).toBe(true);
    expect(goesAlong('quiet', eight + 20_001, eight)).toBe(false);
    expect(goesAlong('questions', eight + 1, eight)).toBe(false);
  });
});
