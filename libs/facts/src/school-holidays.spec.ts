import { weekdayOf } from './local-time.js';
import {
  holidayRegions,
  knownSchoolYears,
  schoolHolidayOn,
  schoolHolidays,
  type HolidayRegion,
} from './school-holidays.js';

const spans = (region: HolidayRegion, schoolYear: string): string[] =>
  schoolHolidays(region, schoolYear).map(({ from, to }) => `${from} ${to}`);

describe('school holidays', () => {
  it.each([
    ['noord', '2026-10-10 2026-10-18', '2027-02-20 2027-02-28', '2027-07-10 2027-08-22'],
    ['midden', '2026-10-17 2026-10-25', '2027-02-20 2027-02-28', '2027-07-17 2027-08-29'],
    ['zuid', '2026-10-17 2026-10-25', '2027-02-13 2027-02-21', '2027-07-24 2027-09-05'],
  ] as const)('of %s in 2026–2027', (region, autumn, spring, summer) => {
    const [christmas, may] = ['2026-12-19 2027-01-03', '2027-04-24 2027-05-02'];

    expect(spans(region, '2026-2027')).toEqual([autumn, christmas, spring, may, summer]);
  });

  it.each([
    ['noord', '2027-10-16 2027-10-24', '2028-02-19 2028-02-27', '2028-07-15 2028-08-27'],
    ['midden', '2027-10-16 2027-10-24', '2028-02-26 2028-03-05', '2028-07-08 2028-08-20'],
    ['zuid', '2027-10-23 2027-10-31', '2028-02-26 2028-03-05', '2028-07-22 2028-09-03'],
  ] as const)('of %s in 2027–2028', (region, autumn, spring, summer) => {
    const [christmas, may] = ['2027-12-25 2028-01-09', '2028-04-29 2028-05-07'];

    expect(spans(region, '2027-2028')).toEqual([autumn, christmas, spring, may, summer]);
  });

  it('run from a Saturday to a Sunday', () => {
    const all = knownSchoolYears.flatMap((year) =>
      holidayRegions.flatMap((region) => schoolHolidays(region, year)),
    );

    expect(all).toHaveLength(30);
    expect(new Set(all.map(({ from, to }) => `${weekdayOf(from)} ${weekdayOf(to)}`))).toEqual(
      new Set(['sat sun']),
    );
  });

  it('are advice in autumn and spring, fixed at Christmas, in May and in summer', () => {
    const fixed = schoolHolidays('zuid', '2026-2027').map((holiday) => [holiday.name.nl, holiday.fixed]);

    expect(fixed).toEqual([
      ['herfstvakantie', false],
      ['kerstvakantie', true],
      ['voorjaarsvakantie', false],
      ['meivakantie', true],
      ['zomervakantie', true],
    ]);
  });

  it('are none for a school year nobody has set', () => {
    expect(schoolHolidays('noord', '2035-2036')).toEqual([]);
    expect(schoolHolidays('noord', 'constructor')).toEqual([]);
  });

  it('hold a day from the first to the last, the weeks of summer after 1 August too', () => {
    const nameOn = (date: string): string | undefined => schoolHolidayOn('zuid', date)?.name.en;

    expect(nameOn('2027-02-12')).toBeUndefined();
    expect(nameOn('2027-02-13')).toBe('spring holiday');
    expect(nameOn('2027-02-21')).toBe('spring holiday');
    expect(nameOn('2027-02-22')).toBeUndefined();
    expect(nameOn('2027-09-05')).toBe('summer holiday');
    expect(nameOn('2027-09-06')).toBeUndefined();
  });
});
