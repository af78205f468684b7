import { isPaused } from './paused.js';

describe('a partner', () => {
  it('pauses until the day that it named, and not on it', () => {
    const on = (today: string) => isPaused('2027-01-12', today);

    expect([on('2027-01-11'), on('2027-01-12'), on('2027-03-01')]).toEqual([true, false, false]);
    expect(isPaused(undefined, '2027-01-11')).toBe(false);
  });
});
