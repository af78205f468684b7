import { FinishedPrefix } from './finished-prefix.js';

describe('FinishedPrefix', () => {
  function begun(...positions: number[]): FinishedPrefix {
    const prefix = new FinishedPrefix(10);
    for (const position of positions) prefix.begin(position);
    return prefix;
  }

  it('ends where it started while nothing was begun', () => {
    expect([begun().end, begun().width, begun().lastBegun]).toEqual([10, 0, 10]);
  });

  it('ends before the first that is not finished', () => {
    const prefix = begun(12, 15, 16, 20);

    prefix.finish(15);
    prefix.finish(20);
    expect([prefix.end, prefix.width, prefix.unfinishedCount]).toEqual([11, 4, 2]);

    prefix.finish(12);
    expect([prefix.end, prefix.width, prefix.unfinishedCount]).toEqual([15, 2, 1]);

    prefix.finish(16);
    expect([prefix.end, prefix.width, prefix.unfinishedCount]).toEqual([20, 0, 0]);
  });
});
