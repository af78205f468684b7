import { aLocation, thisYear } from '../../test/builders.js';
import { periodOf } from './period.js';
import { takesPart } from './school-location.js';

describe('the period of a report', () => {
  it.each([
    [{}, thisYear],
    [{ from: '2026-10-01' }, { from: '2026-10-01', to: '2027-07-31' }],
    [{ to: '2026-05-01' }, { from: '2025-08-01', to: '2026-05-01' }],
    [
      { from: '2027-01-12', to: '2027-01-12' },
      { from: '2027-01-12', to: '2027-01-12' },
    ],
  ])('of %j on 23 November 2026 is %j', (asked, period) => {
    expect(periodOf(asked, '2026-11-23')).toEqual(period);
  });

  it.each([
    { from: '2027-01-12', to: '2027-01-11' },
    { from: '2020-01-01', to: '2026-01-01' },
  ])('is refused backwards and beyond five years: %j', (asked) => {
    expect(() => periodOf(asked, '2026-11-23')).toThrow(
      expect.objectContaining({ code: 'reports.period-invalid' }),
    );
  });
});

describe('who takes part', () => {
  const during = (from: string, to?: string) =>
    aLocation('a', { regionIds: [], participation: [{ regionId: 'ijssel', from, ...(to ? { to } : {}) }] });

  it.each([
    ['from before, without end', during('2025-08-01'), true],
    ['until its first day', during('2025-08-01', '2026-08-01'), true],
    ['until the day before', during('2025-08-01', '2026-07-31'), false],
    ['from its last day', during('2027-07-31'), true],
    ['from the day after', during('2027-08-01'), false],
    ['by date, though it vanished', { ...during('2026-08-01', '2026-12-31'), active: false }, true],
    ['without dates, where it belongs', aLocation('a'), true],
    ['without dates, where it does not belong', aLocation('a', { regionIds: ['far'] }), false],
    ['without dates, vanished', aLocation('a', { active: false }), false],
    [
      'with dates of another region only',
      aLocation('a', { participation: [{ regionId: 'far', from: '2026-08-01' }] }),
      false,
    ],
  ])('%s: %#', (_, location, taking) => {
    expect(takesPart(location, 'ijssel', thisYear)).toBe(taking);
  });
});
