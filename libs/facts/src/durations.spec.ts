import { momentAfter } from './durations.js';

const at = (text: string) => Date.parse(text);

describe('the moment after a duration', () => {
  it.each([
    ['P1D', '2026-11-23T09:00:00+01:00', '2026-11-24T09:00:00+01:00'],
    ['PT3H', '2026-11-23T09:00:00+01:00', '2026-11-23T12:00:00+01:00'],
    ['P1W', '2026-11-23T09:00:00+01:00', '2026-11-30T09:00:00+01:00'],
    ['P1D', '2027-03-27T09:00:00+01:00', '2027-03-28T09:00:00+02:00'],
    ['PT24H', '2027-03-27T09:00:00+01:00', '2027-03-28T10:00:00+02:00'],
  ])('of %s is local time', (duration, from, to) => {
    expect(momentAfter(at(from), duration)).toBe(at(to));
  });

  it.each(['-P1D', 'PT0S', '1 day', '', 'P', 'P999999999Y', 'P1D '])('is nothing for %j', (duration) => {
    expect(momentAfter(at('2026-11-23T09:00:00+01:00'), duration)).toBeNull();
  });
});
