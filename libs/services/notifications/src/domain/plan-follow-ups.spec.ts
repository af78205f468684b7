import type { Planned } from './follow-up.js';
import { isPublicHoliday, parseOffsetIso, toOffsetIso } from '#libs/facts';
import { whenConfirmed, whenHeld, whenOptioned, type Calendars } from './plan-follow-ups.js';

const ms = (text: string) => parseOffsetIso(text) as number;
const said = (planned: readonly Planned[]) =>
  planned.map(({ kind, side, at }) => `${kind} ${side} ${toOffsetIso(at)}`);

/** The school is closed in these periods; the partner on public holidays only. */
function calendars(...closed: readonly (readonly [from: string, to: string])[]): Calendars {
  return {
    school: (day) => isPublicHoliday(day) || closed.some(([from, to]) => from <= day && day <= to),
    partner: isPublicHoliday,
  };
}

describe('before the activity', () => {
  const tuesday = ms('2027-01-12T09:00:00+01:00');

  it('is a reminder on the day before at four, and a check a week before of what was agreed long ago', () => {
    expect(said(whenConfirmed([tuesday], ms('2026-11-23T10:00:00+01:00'), calendars()))).toEqual([
      'check school 2027-01-05T08:00:00+01:00',
      'reminder school 2027-01-11T16:00:00+01:00',
      'check partner 2027-01-05T08:00:00+01:00',
      'reminder partner 2027-01-11T16:00:00+01:00',
    ]);
  });

  it('is a reminder before each of several days, and one check', () => {
    const thursday = ms('2027-01-14T09:00:00+01:00');
    const planned = whenConfirmed([tuesday, thursday], ms('2026-11-23T10:00:00+01:00'), calendars());

    expect(said(planned.filter(({ side }) => side === 'school'))).toEqual([
      'check school 2027-01-05T08:00:00+01:00',
      'reminder school 2027-01-11T16:00:00+01:00',
      'reminder school 2027-01-13T16:00:00+01:00',
    ]);
    expect(planned[2]?.day).toEqual({ nth: 2, start: thursday });
  });

  it('is no check when it was agreed less than four weeks before that', () => {
    expect(said(whenConfirmed([tuesday], ms('2026-12-20T10:00:00+01:00'), calendars()))).toEqual([
      'reminder school 2027-01-11T16:00:00+01:00',
      'reminder partner 2027-01-11T16:00:00+01:00',
    ]);
  });

  it('counts on the calendar of each side', () => {
    const studyDay = calendars(['2027-01-11', '2027-01-11']);

    expect(said(whenConfirmed([tuesday], ms('2026-12-20T10:00:00+01:00'), studyDay))).toEqual([
      'reminder school 2027-01-08T16:00:00+01:00',
      'reminder partner 2027-01-11T16:00:00+01:00',
    ]);
  });

  it('is on the last school day before a holiday when school begins again with it', () => {
    const monday = ms('2027-03-01T09:00:00+01:00');
    const spring = calendars(['2027-02-20', '2027-02-28']);

    expect(said(whenConfirmed([monday], ms('2027-02-15T10:00:00+01:00'), spring))).toEqual([
      'reminder school 2027-02-19T16:00:00+01:00',
      'reminder partner 2027-02-26T16:00:00+01:00',
    ]);
  });

  it('is nothing when it is agreed after that moment', () => {
    expect(whenConfirmed([tuesday], ms('2027-01-11T17:00:00+01:00'), calendars())).toEqual([]);
  });

  it('is at the same time on the wall over a clock change', () => {
    // The Tuesday after Easter; Good Friday is a public holiday.
    const tuesdayAfter = ms('2027-03-30T09:00:00+02:00');

    expect(said(whenConfirmed([tuesdayAfter], ms('2027-03-20T10:00:00+01:00'), calendars()))[0]).toBe(
      'reminder school 2027-03-25T16:00:00+01:00',
    );
  });
});

describe('after the activity', () => {
  const end = ms('2027-02-19T10:30:00+01:00');
  const spring = calendars(['2027-02-20', '2027-02-28']);

  it('asks on the next school morning, once more five days later, thanks, and says "again?" ten months on', () => {
    expect(said(whenHeld(end, end, spring))).toEqual([
      'figures school 2027-03-01T08:00:00+01:00',
      'figures-again school 2027-03-08T08:00:00+01:00',
      'figures partner 2027-02-22T08:00:00+01:00',
      'figures-again partner 2027-03-01T08:00:00+01:00',
      'thank-you partner 2027-03-08T08:00:00+01:00',
      'again school 2027-12-20T08:00:00+01:00',
    ]);
  });

  it('counts from now of what is recorded long afterwards', () => {
    const [first] = said(whenHeld(end, ms('2027-05-10T14:00:00+02:00'), spring));

    expect(first).toBe('figures school 2027-05-11T08:00:00+02:00');
  });
});

describe('an option', () => {
  it('is named once more on the school morning before it lapses', () => {
    const lapses = ms('2027-01-18T10:00:00+01:00');

    expect(said(whenOptioned(lapses, ms('2027-01-11T10:00:00+01:00'), calendars()))).toEqual([
      'option-lapses school 2027-01-15T08:00:00+01:00',
    ]);
    expect(whenOptioned(lapses, ms('2027-01-15T09:00:00+01:00'), calendars())).toEqual([]);
  });
});
