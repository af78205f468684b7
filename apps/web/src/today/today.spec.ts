import type { Match } from '../api/matches.js';
import type { Offer } from '../api/offers.js';
import { isOneTap, loadOf, todayOf } from './today.js';

const me = { roles: [{ role: 'partner' as const, regionIds: [], organisationId: 'factory' }] };
const now = '2027-01-11T09:00:00+01:00';
const session = (day: string) => ({
  ...{ id: day, groups: [], start: `${day}T09:00:00+01:00`, end: `${day}T10:30:00+01:00` },
});

function aMatch(id: string, over: object = {}): Match {
  return {
    ...{ id, state: 'confirmed', organisationId: 'factory', schoolLocationId: 'school', origin: 'proposed' },
    ...{ sessions: [session('2027-01-12')], acceptedBy: { partner: {} }, change: null, answerBy: null },
    ...{
      contacts: { school: [], partner: 'jan' },
      offerId: 'offer',
      evaluation: null,
      hours: null,
      count: null,
    },
    ...over,
  } as unknown as Match;
}
const ids = (matches: readonly Match[]) => matches.map(({ id }) => id);

describe('the day of a partner', () => {
  it('begins with what waits for an answer, the soonest first', () => {
    const asked = { state: 'asked', acceptedBy: {} };
    const later = aMatch('later', { ...asked, answerBy: '2027-01-20T17:00:00+01:00' });
    const soon = aMatch('soon', { ...asked, answerBy: '2027-01-14T17:00:00+01:00' });

    expect(ids(todayOf([later, soon], me, now).asked)).toEqual(['soon', 'later']);
  });

  it('sorts a change by its own clock, and what was recorded, which has none, last', () => {
    const change = (answerBy: string) => ({
      change: { what: 'time', by: 'school', phase: 'asked', answerBy },
    });
    const moved = aMatch('moved', change('2027-01-13T17:00:00+01:00'));
    const recorded = aMatch('recorded', {
      ...{ state: 'held', origin: 'arranged', acceptedBy: { school: {} } },
      sessions: [session('2027-01-05')],
    });
    const asked = aMatch('asked', {
      ...{ state: 'asked', acceptedBy: {}, answerBy: '2027-01-14T17:00:00+01:00' },
    });

    const today = todayOf([recorded, asked, moved], me, now);

    expect(ids(today.asked)).toEqual(['moved', 'asked', 'recorded']);
    // Its hours are asked once it was said to be so.
    expect(today.toCount).toEqual([]);
    expect(ids(today.coming)).toEqual(['moved']);
  });

  it('asks for a time only where none is known', () => {
    const slot = { start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00' };
    const open = { exact: false, allowed: [slot], minutes: 90 };

    expect(isOneTap(aMatch('asked', { state: 'asked', ...open }))).toBe(false);
    expect(isOneTap(aMatch('asked', { state: 'asked', ...open, exact: true }))).toBe(true);
    expect(isOneTap(aMatch('change', open))).toBe(true);
    expect(isOneTap(aMatch('recorded', { state: 'held', ...open }))).toBe(true);
  });

  it('leaves out what another partner is asked', () => {
    const theirs = aMatch('theirs', { state: 'asked', acceptedBy: {}, organisationId: 'museum' });

    expect(todayOf([theirs], me, now).asked).toEqual([]);
  });

  it('shows this week, and when there is nothing in it the next one alone', () => {
    const next = aMatch('next', { sessions: [session('2027-02-02')] });
    const last = aMatch('last', { sessions: [session('2027-03-02')] });

    expect(todayOf([aMatch('near'), next], me, now)).toMatchObject({
      isThisWeek: true,
      coming: [{ id: 'near' }],
    });
    expect(ids(todayOf([last, next], me, now).coming)).toEqual(['next']);
  });

  it('asks for hours until they are known, and keeps the words of schools', () => {
    const held = aMatch('held', { state: 'held', sessions: [session('2027-01-05')] });
    const thanked = aMatch('thanked', {
      ...{ state: 'evaluated', sessions: [session('2027-01-04')], hours: { people: 1 } },
      evaluation: { school: { fit: 5, again: 'yes', words: 'Prachtig.' } },
    });

    const today = todayOf([held, thanked], me, now);

    expect(ids(today.toCount)).toEqual(['held']);
    expect(ids(today.thanked)).toEqual(['thanked']);
  });
});

describe('what a person carries', () => {
  const offer = {
    id: 'offer',
    title: 'Een robotarm in de klas',
    givenBy: ['fatma'],
    state: 'published',
  } as unknown as Offer;

  it('counts who is asked and who gives it, this month and to come', () => {
    const matches = [aMatch('near'), aMatch('march', { sessions: [session('2027-03-02')] })];

    expect(loadOf('fatma', matches, [offer], '2027-01-11')).toEqual({
      ...{ month: 1, coming: 2, offers: ['Een robotarm in de klas'] },
    });
    expect(loadOf('jan', matches, [offer], '2027-01-11')).toMatchObject({ month: 1, coming: 2, offers: [] });
    expect(loadOf('bob', matches, [offer], '2027-01-11')).toMatchObject({ month: 0, coming: 0 });
  });

  it('leaves out what ended', () => {
    expect(loadOf('jan', [aMatch('no', { state: 'declined' })], [], '2027-01-11').coming).toBe(0);
  });
});
