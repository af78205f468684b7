import { Refusal } from '#libs/contracts';
import { enterCalendar } from './school-calendar.js';
import { emptyCalendar } from './school-location.js';

describe('the calendar that a school enters', () => {
  it('keeps what is not mentioned', () => {
    const before = { ...emptyCalendar, studyDays: ['2027-03-12'], lessonMinutes: 45 };

    const after = enterCalendar(before, { hours: [{ weekday: 'mon', from: '08:30', to: '14:45' }] });

    expect(after).toMatchObject({
      studyDays: ['2027-03-12'],
      lessonMinutes: 45,
      hours: [{ weekday: 'mon', from: '08:30', to: '14:45' }],
    });
  });

  it('sorts periods and days', () => {
    const after = enterCalendar(emptyCalendar, {
      holidays: [
        { from: '2027-02-20', to: '2027-02-28' },
        { from: '2026-10-10', to: '2026-10-18' },
      ],
      studyDays: ['2027-03-12', '2026-11-02'],
      vogPolicy: 'always',
    });

    expect(after.holidays.map(({ from }) => from)).toEqual(['2026-10-10', '2027-02-20']);
    expect(after.studyDays).toEqual(['2026-11-02', '2027-03-12']);
    expect(after.vogPolicy).toBe('always');
  });

  it('allows a period of one day', () => {
    const holidays = [{ from: '2027-02-20', to: '2027-02-20' }];

    expect(enterCalendar(emptyCalendar, { holidays }).holidays).toEqual(holidays);
  });

  it.each([
    [
      'a period that ends before it starts',
      { holidays: [{ from: '2027-02-28', to: '2027-02-20' }] },
      'school-locations.period-ends-before-it-starts',
      'holidays[0].to',
    ],
    [
      'hours that end when they start',
      { hours: [{ weekday: 'mon' as const, from: '08:30', to: '08:30' }] },
      'school-locations.hours-end-before-they-start',
      'hours[0].to',
    ],
    [
      'a part that ends before it starts',
      { parts: [{ part: 'morning' as const, from: '12:00', to: '08:30' }] },
      'school-locations.hours-end-before-they-start',
      'parts[0].to',
    ],
    [
      'a weekday twice',
      {
        hours: [
          { weekday: 'mon' as const, from: '08:30', to: '12:00' },
          { weekday: 'mon' as const, from: '13:00', to: '15:00' },
        ],
      },
      'school-locations.named-twice',
      'hours[1].weekday',
    ],
  ])('refuses %s', (_what, entered, code, path) => {
    const refusal = refusalOf(() => enterCalendar(emptyCalendar, entered));

    expect(refusal).toMatchObject({ code, explained: { errors: [{ path }] } });
  });
});

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
