import { parseOffsetIso } from './local-time.js';
import { sayDay, sayDeadline, saySpan, type Lang } from './spoken-dates.js';

const span = (start: string, end: string, lang: Lang, today?: string): string =>
  saySpan(parseOffsetIso(start)!, parseOffsetIso(end)!, lang, today);

describe('dates as people say them', () => {
  it('are short, in Dutch and English', () => {
    expect(sayDay('2027-01-12', 'nl')).toBe('di 12 jan');
    expect(sayDay('2027-01-12', 'en')).toBe('Tue 12 Jan');
    expect(sayDay('2027-03-07', 'nl')).toBe('zo 7 mrt');
  });

  it('carry the year when it is not this one', () => {
    expect(sayDay('2027-01-12', 'nl', '2026-11-22')).toBe('di 12 jan 2027');
    expect(sayDay('2027-01-12', 'nl', '2027-11-22')).toBe('di 12 jan');
  });

  it('have a full stop in Dutch times and a colon in English ones', () => {
    const [start, end] = ['2027-01-12T09:00:00+01:00', '2027-01-12T10:30:00+01:00'];

    expect(span(start, end, 'nl')).toBe('di 12 jan, 9.00–10.30 uur');
    expect(span(start, end, 'en')).toBe('Tue 12 Jan, 9:00–10:30');
    expect(span(start, end, 'nl', '2026-11-22')).toBe('di 12 jan 2027, 9.00–10.30 uur');
  });

  it('are in Dutch local time, whatever the offset of the text', () => {
    expect(span('2027-07-12T07:05:00Z', '2027-07-12T08:00:00Z', 'nl')).toBe('ma 12 jul, 9.05–10.00 uur');
  });

  it('are a day alone for a deadline that is all of it, and say the hour of any other', () => {
    const until = (moment: string, lang: Lang) => sayDeadline(parseOffsetIso(moment)!, lang, '2027-01-04');

    expect(until('2027-01-14T23:59:00+01:00', 'nl')).toBe('do 14 jan');
    expect(until('2027-01-14T09:00:00+01:00', 'nl')).toBe('do 14 jan om 9.00 uur');
    expect(until('2027-01-14T09:00:00+01:00', 'en')).toBe('Thu 14 Jan at 9:00');
  });

  it('name both days when a span goes over midnight', () => {
    const [start, end] = ['2027-01-12T20:00:00+01:00', '2027-01-13T09:00:00+01:00'];

    expect(span(start, end, 'nl')).toBe('di 12 jan, 20.00 uur – wo 13 jan, 9.00 uur');
    expect(span(start, end, 'en')).toBe('Tue 12 Jan, 20:00 – Wed 13 Jan, 9:00');
  });
});
