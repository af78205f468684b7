import { parseOffsetIso, toOffsetIso } from '#libs/facts';
import { afterTheQuiet, isQuietTime, quietMoment, workingMorning } from './when-to-send.js';

const ms = (text: string) => parseOffsetIso(text) as number;
const said = toOffsetIso;

describe('the quiet of the night and of Sunday', () => {
  it.each([
    ['2027-01-12T06:59:00+01:00', true],
    ['2027-01-12T07:00:00+01:00', false],
    ['2027-01-12T20:59:00+01:00', false],
    ['2027-01-12T21:00:00+01:00', true],
    ['2027-01-17T12:00:00+01:00', true],
    ['2027-01-16T12:00:00+01:00', false],
  ])('at %s: %s', (moment, quiet) => {
    expect(isQuietTime(ms(moment))).toBe(quiet);
  });

  it.each([
    ['2027-01-12T12:34:00+01:00', '2027-01-12T12:34:00+01:00'],
    ['2027-01-12T03:00:00+01:00', '2027-01-12T07:00:00+01:00'],
    ['2027-01-12T22:00:00+01:00', '2027-01-13T07:00:00+01:00'],
    ['2027-01-16T22:00:00+01:00', '2027-01-18T07:00:00+01:00'],
    ['2027-01-17T12:00:00+01:00', '2027-01-18T07:00:00+01:00'],
    ['2027-01-17T03:00:00+01:00', '2027-01-18T07:00:00+01:00'],
    // The nights in which the clocks change.
    ['2027-03-28T01:30:00+01:00', '2027-03-29T07:00:00+02:00'],
    ['2027-10-30T23:30:00+02:00', '2027-11-01T07:00:00+01:00'],
  ])('what wants to go at %s goes at %s', (from, to) => {
    expect(said(afterTheQuiet(ms(from)))).toBe(to);
  });
});

describe('when what can wait goes', () => {
  it.each([
    ['2027-01-12T07:30:00+01:00', '2027-01-12T08:00:00+01:00'],
    ['2027-01-12T08:00:00+01:00', '2027-01-12T08:00:00+01:00'],
    ['2027-01-12T08:00:01+01:00', '2027-01-13T08:00:00+01:00'],
    ['2027-01-15T15:00:00+01:00', '2027-01-18T08:00:00+01:00'],
    // Easter Monday is a day off, and the clocks changed the night before.
    ['2027-03-27T10:00:00+01:00', '2027-03-30T08:00:00+02:00'],
  ])('as it comes: after %s on the working morning of %s', (from, to) => {
    expect(said(quietMoment(ms(from), 'each'))).toBe(to);
    expect(said(workingMorning(ms(from)))).toBe(to);
  });

  it.each([
    ['2027-01-12T08:00:00+01:00', '2027-01-12T16:30:00+01:00'],
    ['2027-01-12T16:31:00+01:00', '2027-01-13T16:30:00+01:00'],
    ['2027-01-15T17:00:00+01:00', '2027-01-18T16:30:00+01:00'],
  ])('daily: after %s with the digest of %s', (from, to) => {
    expect(said(quietMoment(ms(from), 'daily'))).toBe(to);
  });

  it.each([
    ['2027-01-12T08:00:00+01:00', '2027-01-15T16:30:00+01:00'],
    ['2027-01-15T16:30:00+01:00', '2027-01-15T16:30:00+01:00'],
    ['2027-01-15T16:31:00+01:00', '2027-01-22T16:30:00+01:00'],
    // New Year's Day 2027 is a Friday.
    ['2026-12-30T08:00:00+01:00', '2027-01-04T16:30:00+01:00'],
  ])('weekly: after %s with the digest of %s', (from, to) => {
    expect(said(quietMoment(ms(from), 'weekly'))).toBe(to);
  });

  it('comes earlier when it would be too late', () => {
    const from = ms('2027-01-12T08:00:00+01:00');
    const afternoon = ms('2027-01-12T16:00:00+01:00');

    expect(said(quietMoment(from, 'weekly', ms('2027-01-13T21:00:00+01:00')))).toBe(
      '2027-01-12T08:00:00+01:00',
    );
    expect(said(quietMoment(afternoon, 'weekly', ms('2027-01-12T20:59:00+01:00')))).toBe(
      '2027-01-12T16:00:00+01:00',
    );
    expect(said(quietMoment(afternoon, 'daily', ms('2027-01-12T20:59:00+01:00')))).toBe(
      '2027-01-12T16:30:00+01:00',
    );
  });
});
