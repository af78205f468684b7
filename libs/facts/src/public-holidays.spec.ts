import { isNationalDayOff, isPublicHoliday, publicHolidays } from './public-holidays.js';

const dateOf = (year: number, name: string): string | undefined =>
  publicHolidays(year).find((holiday) => holiday.name.nl === name)?.date;

describe('public holidays', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2030, '2030-04-21'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2285, '2285-03-22'],
  ])('Easter of %i is %s', (year, date) => {
    expect(dateOf(year, 'Eerste Paasdag')).toBe(date);
  });

  it('move with Easter', () => {
    expect(dateOf(2027, 'Goede Vrijdag')).toBe('2027-03-26');
    expect(dateOf(2027, 'Tweede Paasdag')).toBe('2027-03-29');
    expect(dateOf(2027, 'Hemelvaartsdag')).toBe('2027-05-06');
    expect(dateOf(2027, 'Tweede Pinksterdag')).toBe('2027-05-17');
  });

  it('keep King’s Day off a Sunday', () => {
    expect(dateOf(2025, 'Koningsdag')).toBe('2025-04-26');
    expect(dateOf(2027, 'Koningsdag')).toBe('2027-04-27');
    expect(dateOf(2031, 'Koningsdag')).toBe('2031-04-26');
    expect(isPublicHoliday('2031-04-27')).toBe(false);
  });

  it('are eleven, in order of date', () => {
    const dates = publicHolidays(2027).map(({ date }) => date);

    expect(dates).toHaveLength(11);
    expect(dates).toEqual([...dates].sort());
  });

  it('hold 5 May every year, a day off for everyone only in years divisible by five', () => {
    expect(isPublicHoliday('2027-05-05')).toBe(true);
    expect(isNationalDayOff('2027-05-05')).toBe(false);
    expect(isNationalDayOff('2030-05-05')).toBe(true);
  });

  it('hold Good Friday, on which some schools teach', () => {
    expect(isPublicHoliday('2027-03-26')).toBe(true);
    expect(isNationalDayOff('2027-03-26')).toBe(false);
  });

  it('leave ordinary days alone', () => {
    expect(isPublicHoliday('2027-05-04')).toBe(false);
    expect(isNationalDayOff('2027-12-24')).toBe(false);
    expect(isNationalDayOff('2027-12-26')).toBe(true);
  });
});
