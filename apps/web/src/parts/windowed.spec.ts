import { rowsInSight } from './windowed.js';

describe('of many rows', () => {
  it('those in sight are drawn, and some on both sides', () => {
    expect(rowsInSight(9_200, 920, 92, 1_000)).toEqual({ from: 88, to: 124 });
  });

  it('never more than there are', () => {
    expect(rowsInSight(0, 920, 92, 5)).toEqual({ from: 0, to: 5 });
  });
});
