import {
  closedDays,
  schoolYearAfter,
  schoolYearBefore,
  schoolYearOf,
  weekNumberOf,
  weekdayOf,
} from './school-days.js';
import { blocksOf, cellOf, cellsOf, weeksOf, windowsOf } from './weeks.js';

const primary = { sectors: ['po' as const], calendar: { hours: [] } };
const noCalendar = { holidays: [], studyDays: [] };
const ministry = {
  holidayRegion: 'noord' as const,
  schoolYear: '2026-2027',
  items: [
    {
      name: { nl: 'kerstvakantie', en: 'Christmas holiday' },
      from: '2026-12-19',
      to: '2027-01-03',
      fixed: true,
    },
  ],
  daysOff: [{ date: '2027-05-17', name: { nl: 'Tweede Pinksterdag', en: 'Whit Monday' } }],
};

const weeksFor = (today: string, until: string, calendar = noCalendar, facts: typeof primary = primary) =>
  weeksOf(today, until, { facts, closed: closedDays(calendar, [ministry]) });

describe('the days of a school', () => {
  it('weekdays, week numbers and school years are those of here', () => {
    expect(weekdayOf('2027-01-11')).toBe(1);
    expect(['2026-12-28', '2027-01-04', '2027-01-11'].map(weekNumberOf)).toEqual([53, 1, 2]);
    expect([schoolYearOf('2027-07-31'), schoolYearOf('2027-08-01')]).toEqual(['2026-2027', '2027-2028']);
    expect(schoolYearAfter('2026-2027')).toBe('2027-2028');
    expect(schoolYearBefore('2026-2027')).toBe('2025-2026');
  });

  it('its own holidays stand instead of the ministry’s; public holidays and study days always count', () => {
    const own = { holidays: [{ from: '2026-12-21', to: '2026-12-25' }], studyDays: ['2027-02-02'] };
    const closed = closedDays(own, [ministry]);

    expect(closed.get('2026-12-30')).toBeUndefined();
    expect(closed.get('2026-12-21')?.why).toBe('holiday');
    expect(closed.get('2027-05-17')?.why).toBe('public');
    expect(closed.get('2027-02-02')?.why).toBe('study');
  });
});

describe('the weeks to choose from', () => {
  it('begin with what is left of this week, and count the days on which it may be', () => {
    const [first, second] = weeksFor('2027-01-13', '2027-02-01');

    expect(first).toMatchObject({ monday: '2027-01-11', open: { morning: 2, afternoon: 2 } });
    expect(second).toMatchObject({ monday: '2027-01-18', open: { morning: 5, afternoon: 4 } });
  });

  it('a school that entered its hours has those', () => {
    const hours = [{ weekday: 'mon' as const, from: '08:30', to: '12:00' }];
    const [week] = weeksFor('2027-01-17', '2027-01-20', noCalendar, {
      sectors: ['po'],
      calendar: { hours: hours as never },
    });
    expect(week?.open).toEqual({ morning: 1, afternoon: 0 });
  });

  it('stand in stretches between holidays', () => {
    const blocks = blocksOf(weeksFor('2026-12-06', '2027-01-15'));

    expect(blocks.map(({ weeks, thenClosed }) => [weeks.length, thenClosed.length])).toEqual([
      [2, 2],
      [2, 0],
    ]);
  });
});

describe('the periods of a wish', () => {
  const today = '2026-12-06';
  const weeks = weeksFor(today, '2027-01-29');
  const periods = (cells: string[], weekdays: string[] = []) => windowsOf(cells, weeks, { weekdays, today });

  it('weeks in a row are one, also over a holiday; other parts of the day begin another', () => {
    const cells = ['2026-12-14', '2027-01-04', '2027-01-11'].map((monday) => cellOf(monday, 'morning'));

    expect(periods([...cells, cellOf('2027-01-11', 'afternoon')], ['tue'])).toEqual([
      { from: '2026-12-14', to: '2027-01-08', weekdays: ['tue'], parts: ['morning'] },
      { from: '2027-01-11', to: '2027-01-15', weekdays: ['tue'], parts: ['morning', 'afternoon'] },
    ]);
  });

  it('a week that is left out parts them, and none begins in the past', () => {
    const cells = [cellOf('2027-01-04', 'morning'), cellOf('2027-01-18', 'morning')];
    expect(periods(cells)).toHaveLength(2);

    const now = weeksFor('2027-01-06', '2027-01-08');
    expect(
      windowsOf([cellOf('2027-01-04', 'morning')], now, { weekdays: [], today: '2027-01-06' }),
    ).toMatchObject([{ from: '2027-01-07', to: '2027-01-08' }]);
  });

  it('come back as the cells they were', () => {
    const cells = [cellOf('2027-01-04', 'morning'), cellOf('2027-01-11', 'afternoon')];
    expect(cellsOf(periods(cells), weeks)).toEqual(cells);
    expect(cellsOf([{ from: '2027-01-05', to: '2027-01-06' }], weeks)).toHaveLength(2);
  });
});
