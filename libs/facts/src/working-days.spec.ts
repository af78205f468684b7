import { parseOffsetIso, toOffsetIso } from './local-time.js';
import { answerDeadline, promisedMoment, sameTimeAfter, workingDaysAfter } from './working-days.js';

const never = { isFree: () => false };
const answer = (from: string, days: number): string =>
  toOffsetIso(sameTimeAfter(parseOffsetIso(from)!, days));

describe('working days', () => {
  it('skip the weekend', () => {
    expect(workingDaysAfter('2027-01-15', 1, never)).toBe('2027-01-18');
    expect(workingDaysAfter('2027-01-12', 5, never)).toBe('2027-01-19');
  });

  it('count from Monday when they start in a weekend', () => {
    expect(workingDaysAfter('2027-01-16', 1, never)).toBe('2027-01-18');
    expect(workingDaysAfter('2027-01-17', 2, never)).toBe('2027-01-19');
  });

  it('skip what the caller calls free', () => {
    const isFree = (date: string): boolean => date === '2027-01-13';

    expect(workingDaysAfter('2027-01-12', 1, { isFree })).toBe('2027-01-14');
  });

  it('are none for zero, also on a day off', () => {
    expect(workingDaysAfter('2027-01-16', 0, never)).toBe('2027-01-16');
  });

  it.each([-1, 1.5, Number.NaN])('cannot be %d', (n) => {
    expect(() => workingDaysAfter('2027-01-12', n, never)).toThrow(RangeError);
  });

  it('say so when a calendar has none for a year', () => {
    expect(() => workingDaysAfter('2027-01-12', 1, { isFree: () => true })).toThrow(RangeError);
  });
});

describe('the same time so many working days later', () => {
  it('is the same time on the wall, seven working days on', () => {
    expect(answer('2027-01-12T09:41:07+01:00', 7)).toBe('2027-01-21T09:41:00+01:00');
  });

  it('stays the same time on the wall over the spring change', () => {
    expect(answer('2028-03-24T16:30:00+01:00', 1)).toBe('2028-03-27T16:30:00+02:00');
  });

  it('stays the same time on the wall over the autumn change', () => {
    expect(answer('2027-10-29T16:30:00+02:00', 1)).toBe('2027-11-01T16:30:00+01:00');
  });

  it('leaves Easter out, Good Friday included', () => {
    expect(answer('2027-03-25T12:00:00+01:00', 1)).toBe('2027-03-30T12:00:00+02:00');
  });

  it('leaves Christmas and New Year out', () => {
    expect(answer('2028-12-22T12:00:00+01:00', 1)).toBe('2028-12-27T12:00:00+01:00');
    expect(answer('2027-12-31T12:00:00+01:00', 1)).toBe('2028-01-03T12:00:00+01:00');
  });

  it('counts on the asked side’s own calendar when that is given', () => {
    const from = parseOffsetIso('2027-01-12T09:00:00+01:00')!;

    const due = sameTimeAfter(from, 1, (date) => date < '2027-01-20');

    expect(toOffsetIso(due)).toBe('2027-01-20T09:00:00+01:00');
  });
});

describe('the moment an answer is due', () => {
  it('is the last minute of its day, over a clock change too', () => {
    const due = (from: string, days: number) => toOffsetIso(answerDeadline(parseOffsetIso(from)!, days));

    expect(due('2027-01-12T09:41:07+01:00', 7)).toBe('2027-01-21T23:59:00+01:00');
    expect(due('2028-03-24T16:30:00+01:00', 1)).toBe('2028-03-27T23:59:00+02:00');
  });

  it('is the end of work where somebody was promised to hear, however late they asked', () => {
    const promised = (from: string) => toOffsetIso(promisedMoment(parseOffsetIso(from)!, 10));

    expect(promised('2027-01-12T22:30:00+01:00')).toBe('2027-01-26T17:00:00+01:00');
    expect(promised('2027-01-12T07:30:00+01:00')).toBe('2027-01-26T17:00:00+01:00');
  });
});
