import { laterBy, onClock } from './clock.js';

describe('times of a moment', () => {
  it('end as much later as the activity takes, and on the same day', () => {
    expect(laterBy('09:00', 90)).toBe('10:30');
    expect(laterBy('23:30', 90)).toBe('23:59');
  });

  it('stand on the calendar as the clocks here say, in winter and in summer', () => {
    expect(onClock('2027-01-12T08:00:00Z')).toBe('2027-01-12T09:00');
    expect(onClock('2027-06-01T08:00:00Z')).toBe('2027-06-01T10:00');
  });
});
