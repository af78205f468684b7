import {
  localDateOf,
  sayDay,
  sayLongDay,
  sayPeriod,
  saySpan,
  saySpans,
  sayTime,
  sayUntil,
  sayWhen,
} from './dates.js';

const nine = '2027-01-12T09:00:00+01:00';
const half = '2027-01-12T10:30:00+01:00';

describe('days and hours as people say them', () => {
  it('a day is short, without points', () => {
    expect(sayDay('2027-01-12', 'nl')).toBe('di 12 jan');
    expect(sayDay('2027-03-01', 'nl')).toBe('ma 1 mrt');
    expect(sayDay('2027-01-12', 'en')).toBe('Tue 12 Jan');
    expect(sayDay('2027-01-12', 'nl', true)).toBe('di 12 jan 2027');
    expect(sayLongDay('2027-01-12', 'nl')).toBe('dinsdag 12 januari 2027');
  });

  it('an hour is written with a point in Dutch, with a colon in English', () => {
    expect(sayTime(nine, 'nl')).toBe('9.00');
    expect(sayTime('2027-01-12T14:05:00+01:00', 'en')).toBe('14:05');
    expect(sayTime('2027-01-12T00:05:00+01:00', 'nl')).toBe('0.05');
  });

  it('a span names its day once, or twice over midnight', () => {
    expect(saySpan(nine, half, 'nl')).toBe('di 12 jan, 9.00–10.30 uur');
    expect(saySpan(nine, half, 'en')).toBe('Tue 12 Jan, 9:00–10:30');
    expect(saySpan(nine, '2027-01-13T10:30:00+01:00', 'nl')).toBe('di 12 jan, 9.00 – wo 13 jan, 10.30 uur');
  });

  it('several spans of one day name it once, of several days each its own', () => {
    const morning = { start: nine, end: half };
    const later = { start: '2027-01-12T10:45:00+01:00', end: '2027-01-12T12:15:00+01:00' };
    const nextDay = { start: '2027-01-13T09:00:00+01:00', end: '2027-01-13T10:30:00+01:00' };

    expect(saySpans([morning], 'nl')).toBe(saySpan(nine, half, 'nl'));
    expect(saySpans([morning, later], 'nl')).toBe('di 12 jan, 9.00–10.30 en 10.45–12.15 uur');
    expect(saySpans([morning, nextDay], 'en')).toBe('Tue 12 Jan, 9:00–10:30 and Wed 13 Jan, 9:00–10:30');
  });

  it('is of here, whatever the offset and the time of year', () => {
    expect(sayTime('2027-07-01T08:00:00Z', 'nl')).toBe('10.00');
    expect(localDateOf('2027-07-01T22:30:00Z')).toBe('2027-07-02');
    expect(localDateOf('2027-12-31T22:30:00Z')).toBe('2027-12-31');
  });

  it('a deadline is all of its day, or says its hour', () => {
    expect(sayUntil('2026-11-24T23:59:00+01:00', '2026-11-20', 'nl')).toBe('volgende week dinsdag');
    expect(sayUntil('2026-11-21T09:00:00+01:00', '2026-11-20', 'nl')).toBe('morgen om 9.00 uur');
    expect(sayUntil('2026-11-21T08:00:00Z', '2026-11-20', 'en')).toBe('tomorrow at 9:00');
  });

  it('a period leaves the weekdays out', () => {
    expect(sayPeriod('2027-01-12', '2027-02-03', 'nl')).toBe('12 jan – 3 feb');
    expect(sayPeriod('2027-01-12', '2027-01-12', 'nl')).toBe('di 12 jan');
  });

  it.each([
    ['2026-11-20', 'vandaag', 'today'],
    ['2026-11-21', 'morgen', 'tomorrow'],
    ['2026-11-19', 'gisteren', 'yesterday'],
    ['2026-11-22', 'zondag', 'Sunday'],
    ['2026-11-24', 'volgende week dinsdag', 'next week Tuesday'],
    ['2026-12-01', 'di 1 dec', 'Tue 1 Dec'],
    ['2026-11-10', 'di 10 nov', 'Tue 10 Nov'],
    ['2028-01-04', 'di 4 jan 2028', 'Tue 4 Jan 2028'],
  ])('%s is %s on Friday 20 November 2026', (day, nl, en) => {
    expect(sayWhen(day, '2026-11-20', 'nl')).toBe(nl);
    expect(sayWhen(day, '2026-11-20', 'en')).toBe(en);
  });
});
