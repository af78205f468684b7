import { closedPeriods } from './school-calendar.js';

const calendar = { holidayRegion: 'noord', holidays: [], studyDays: [] } as const;

describe('when a school is closed', () => {
  it('knows the public holidays of every year of a long period', () => {
    const days = closedPeriods(calendar, '2026-11-01', '2028-11-01').map(({ from }) => from);

    // Whit Monday, outside the school holidays.
    expect(days).toContain('2027-05-17');
    expect(days).toContain('2028-06-05');
  });

  it('is not closed on public holidays outside the period', () => {
    const days = closedPeriods(calendar, '2027-06-01', '2027-06-30');

    expect(days).toEqual([]);
  });
});
