import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import {
  addDays,
  dayNumberOf,
  instantOf,
  isLocalDate,
  localDateOf,
  localDateOfDay,
  localMinuteOf,
  parseOffsetIso,
  schoolYearAskedFor,
  schoolYearOf,
  toOffsetIso,
  weekdayOf,
} from './local-time.js';

const utc = (text: string): number => Date.parse(text);

describe('Dutch local time', () => {
  it('is one hour ahead of UTC in winter and two in summer', () => {
    expect(toOffsetIso(utc('2027-01-12T08:00:00Z'))).toBe('2027-01-12T09:00:00+01:00');
    expect(toOffsetIso(utc('2027-07-12T08:00:00Z'))).toBe('2027-07-12T10:00:00+02:00');
  });

  it('cuts fractions of a second off', () => {
    expect(toOffsetIso(utc('2027-01-12T08:00:00.999Z'))).toBe('2027-01-12T09:00:00+01:00');
  });

  it('turns the day at local midnight, not at midnight UTC', () => {
    expect(localDateOf(utc('2027-01-11T22:59:59Z'))).toBe('2027-01-11');
    expect(localDateOf(utc('2027-01-11T23:00:00Z'))).toBe('2027-01-12');
    expect(localDateOf(utc('2027-07-11T22:00:00Z'))).toBe('2027-07-12');
  });

  it('reads the minutes from the clock on the wall, on days of a clock change too', () => {
    expect(localMinuteOf(utc('2027-01-12T08:30:00Z'))).toBe(9 * 60 + 30);
    expect(localMinuteOf(utc('2027-03-28T01:00:00Z'))).toBe(3 * 60);
    expect(localMinuteOf(utc('2027-10-31T08:00:00Z'))).toBe(9 * 60);
  });
});

describe('the moment of a local time', () => {
  it.each([
    ['2027-01-12', 9 * 60, '2027-01-12T08:00:00Z'],
    ['2027-03-27', 9 * 60, '2027-03-27T08:00:00Z'],
    ['2027-03-28', 9 * 60, '2027-03-28T07:00:00Z'],
    ['2027-10-30', 9 * 60, '2027-10-30T07:00:00Z'],
    ['2027-10-31', 9 * 60, '2027-10-31T08:00:00Z'],
    ['2027-12-31', 24 * 60, '2027-12-31T23:00:00Z'],
  ])('%s at minute %i is %s', (date, minute, moment) => {
    expect(instantOf(date, minute)).toBe(utc(moment));
  });

  it('moves a time that the spring change skips on by one hour', () => {
    expect(toOffsetIso(instantOf('2027-03-28', 150))).toBe('2027-03-28T03:30:00+02:00');
  });

  it('takes the first of a time that the autumn change repeats', () => {
    expect(toOffsetIso(instantOf('2027-10-31', 150))).toBe('2027-10-31T02:30:00+02:00');
  });

  it('refuses a day that does not exist', () => {
    expect(() => instantOf('2027-02-29', 540)).toThrow(RangeError);
  });
});

describe('a text with offset', () => {
  it.each([
    ['2027-01-12T09:00:00+01:00', '2027-01-12T08:00:00Z'],
    ['2027-01-12T09:00+01:00', '2027-01-12T08:00:00Z'],
    ['2027-01-12T08:00:00Z', '2027-01-12T08:00:00Z'],
    ['2027-01-12T09:00:00.250+01:00', '2027-01-12T08:00:00.250Z'],
    ['2028-02-29T00:00:00+01:00', '2028-02-28T23:00:00Z'],
  ])('%s is a moment', (text, moment) => {
    expect(parseOffsetIso(text)).toBe(utc(moment));
  });

  it.each([
    '2027-02-30T09:00:00+01:00',
    '2027-02-29T09:00:00+01:00',
    '2027-13-01T09:00:00+01:00',
    '2027-01-12T24:00:00+01:00',
    '2027-01-12T09:60:00+01:00',
    '2027-01-12T09:00:60+01:00',
    '2027-01-12T09:00:00',
    '2027-01-12T09:00:00+1:00',
    '2027-01-12T09:00:00+25:00',
    '2027-01-12 09:00:00+01:00',
    '2027-01-12T09:00:00+01:00[Europe/Amsterdam]',
    '2027-01-12',
    ' 2027-01-12T09:00:00+01:00',
    '2027-01-12T09:00:00+01:00\n',
    '',
  ])('%j is none', (text) => {
    expect(parseOffsetIso(text)).toBeNull();
  });

  it('comes back as it was written', () => {
    const text = '2027-10-31T02:30:00+01:00';

    expect(toOffsetIso(parseOffsetIso(text)!)).toBe(text);
  });
});

describe('what is remembered of hours and days', () => {
  const moments = fc.integer({ min: Date.UTC(1935, 0, 1), max: Date.UTC(2060, 0, 1) });
  const byTemporal = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO('Europe/Amsterdam');

  it('says of every moment what the time zone database says', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const local = byTemporal(moment);
        expect(toOffsetIso(moment)).toBe(local.toString({ timeZoneName: 'never', smallestUnit: 'second' }));
        expect(localDateOf(moment)).toBe(local.toPlainDate().toString());
        expect(localMinuteOf(moment)).toBe(local.hour * 60 + local.minute);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the way back from day and minute', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const minute = byTemporal(moment).round({ smallestUnit: 'minute', roundingMode: 'floor' });
        const again = byTemporal(instantOf(localDateOf(moment), localMinuteOf(moment)));
        expect(again.toPlainDateTime().toString()).toBe(minute.toPlainDateTime().toString());
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a local date', () => {
  it.each(['2027-01-12', '2028-02-29', '2000-02-29'])('%s is a real day', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each(['2027-02-29', '2027-02-30', '2100-02-29', '2027-1-2', '2027-00-10', '20270112', 20270112, null])(
    '%j is none',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it('has a number that counts days since 1970, both ways', () => {
    expect(dayNumberOf('1970-01-01')).toBe(0);
    expect(dayNumberOf('1969-12-31')).toBe(-1);
    expect(dayNumberOf('2027-03-29') - dayNumberOf('2027-03-27')).toBe(2);
    expect(localDateOfDay(dayNumberOf('2028-02-29'))).toBe('2028-02-29');
  });

  it('knows its weekday', () => {
    expect(weekdayOf('2027-01-12')).toBe('tue');
    expect(weekdayOf('2026-11-22')).toBe('sun');
    expect(weekdayOf('2026-11-23')).toBe('mon');
  });

  it('moves over the end of months and years', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('lies in the school year that turns on 1 August', () => {
    expect(schoolYearOf('2027-07-31')).toBe('2026-2027');
    expect(schoolYearOf('2027-08-01')).toBe('2027-2028');
    expect(schoolYearOf('2027-01-01')).toBe('2026-2027');
    expect(schoolYearAskedFor([{ from: '2027-09-06' }, { from: '2027-06-01' }])).toBe('2026-2027');
  });
});
