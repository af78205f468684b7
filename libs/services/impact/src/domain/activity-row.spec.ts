import * as fc from 'fast-check';
import { aCount, aGroup, aMatch, aSession, location, someHours } from '../../test/builders.js';
import { activityRow, divided } from './activity-row.js';
import { activityOf } from './activity.js';

const rowOf = (match: Parameters<typeof aMatch>[0], around: Parameters<typeof activityRow>[2] = {}) =>
  activityRow('m1', activityOf(aMatch(match)), around);

describe('what a match is in a report', () => {
  it.each([
    ['confirmed', 'planned'],
    ['held', 'to-be-counted'],
    ['no-show', 'no-show'],
    ['asked', undefined],
    ['declined', undefined],
    ['released', undefined],
    ['cancelled', undefined],
  ] as const)('%s is %s', (state, status) => {
    expect(rowOf({ state })?.status).toBe(status);
  });

  it.each(['held', 'counted', 'evaluated', 'closed'] as const)('%s with a count is counted', (state) => {
    expect(rowOf({ state, count: aCount })).toMatchObject({
      status: 'counted',
      numbers: 'counted',
      pupils: 24,
      adults: 2,
    });
  });

  it('closed without a count is still to be counted, with the planned numbers named so', () => {
    expect(rowOf({ state: 'closed' })).toMatchObject({
      status: 'to-be-counted',
      numbers: 'planned',
      pupils: 26,
      adults: null,
    });
  });

  it('is cancelled only when both had said yes, and then says the fee', () => {
    expect(
      rowOf({ state: 'cancelled' }, { ended: { wasConfirmed: false, late: false, feeCents: 0 } }),
    ).toBeUndefined();
    expect(
      rowOf({ state: 'cancelled' }, { ended: { wasConfirmed: true, late: true, feeCents: 2000 } }),
    ).toMatchObject({
      status: 'cancelled',
      feeCents: 2000,
    });
  });

  it('owes no fee when it was held after all', () => {
    expect(
      rowOf({ state: 'held' }, { ended: { wasConfirmed: true, late: true, feeCents: 2000 } })?.feeCents,
    ).toBe(0);
  });
});

describe('the figures of a row', () => {
  it('counts a group of two sessions once, and lies on the day of the first', () => {
    const sessions = [
      aSession('2027-01-14', [{ groupId: 'g1', pupils: 20 }], 's2'),
      aSession('2027-01-12', [
        { groupId: 'g1', pupils: 26 },
        { groupId: 'g2', pupils: 10 },
      ]),
    ];

    expect(rowOf({ sessions, groups: [aGroup('g1'), aGroup('g2')] })).toMatchObject({
      date: '2027-01-12',
      start: '2027-01-12T09:00:00+01:00',
      end: '2027-01-14T10:30:00+01:00',
      sessions: 2,
      groups: 2,
      pupils: 36,
      groupIds: ['g1', 'g2'],
    });
  });

  it('lies on the Dutch day, whatever offset it was told in', () => {
    const sessions = [
      { ...aSession('2027-01-12'), start: '2027-01-11T23:30:00Z', end: '2027-01-12T00:30:00Z' },
    ];

    expect(rowOf({ sessions })).toMatchObject({ date: '2027-01-12', start: '2027-01-12T00:30:00+01:00' });
  });

  it('divides a count over the sectors as the plan was', () => {
    const groups = [aGroup('g1'), aGroup('g2', { sector: 'sbo' })];
    const sessions = [
      aSession('2027-01-12', [
        { groupId: 'g1', pupils: 26 },
        { groupId: 'g2', pupils: 13 },
      ]),
    ];

    expect(
      rowOf({ state: 'counted', groups, sessions, count: { ...aCount, groups: 2, pupils: 37 } })?.sectors,
    ).toEqual([
      { sector: 'po', groups: 1, pupils: 25 },
      { sector: 'sbo', groups: 1, pupils: 12 },
    ]);
  });

  it('names what is known and leaves the rest out', () => {
    expect(rowOf({}, { location: location as never })).toMatchObject({ brin6: '11ZZ00', partner: null });
    expect(rowOf({})).toMatchObject({ location: null, municipality: null, partnerKind: null });
  });

  it('has hours only once they are entered, and only of what was held', () => {
    expect(rowOf({ hours: someHours })).toMatchObject({ people: 2, hours: 4.5, hoursTravel: 0.5 });
    expect(rowOf({})).toMatchObject({ people: null, hours: null });
    expect(rowOf({ state: 'no-show', hours: someHours })).toMatchObject({ people: null, hours: null });
  });
});

it('divides a whole number into whole parts that add up', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), weights, (total, each) => {
      const parts = divided(total, each);
      const whole = each.reduce((a, b) => a + b);
      expect(parts.reduce((a, b) => a + b)).toBe(total);
      parts.forEach((part, i) => expect(Math.abs(part - (total * (each[i] ?? 0)) / whole)).toBeLessThan(1));
    }),
  );
});
