import { instantOf } from '#libs/facts';
import { morningOf, termAfter, termOf } from './terms.js';

describe('terms', () => {
  it.each([
    ['2026-10-31', '2026-05-01'],
    ['2026-11-01', '2026-11-01'],
    ['2027-01-31', '2026-11-01'],
    ['2027-02-01', '2027-02-01'],
    ['2027-04-30', '2027-02-01'],
    ['2027-05-01', '2027-05-01'],
  ])('%s lies in the one of %s', (day, term) => {
    expect(termOf(day)).toBe(term);
  });

  it.each([
    ['2026-11-01', '2027-02-01'],
    ['2027-02-01', '2027-05-01'],
    ['2027-05-01', '2027-11-01'],
  ])('%s is followed by %s', (term, next) => {
    expect(termAfter(term)).toBe(next);
  });

  it.each([
    ['2026-11-01', '2026-11-02'],
    ['2027-02-01', '2027-02-01'],
    ['2027-05-01', '2027-05-03'],
  ])('of %s the first working morning is that of %s', (term, day) => {
    expect(morningOf(term)).toBe(instantOf(day, 8 * 60));
  });
});
