import { count } from './counter.js';
import { occupy, shorten, type DayEntry } from './day.js';
import { placesFreed, placesOf } from './takes.js';

const hour = 60 * 60_000;
const entry = (match: string, from: number, to: number, changes: Partial<DayEntry> = {}): DayEntry => ({
  key: `${match}#1`,
  match,
  session: 'a-session',
  start: from * hour,
  end: to * hour,
  where: 'school:a-school',
  ...changes,
});
const guided = { where: 'slot:a-slot' };

describe('a day of a person or a group', () => {
  it.each<[string, DayEntry, DayEntry, boolean]>([
    ['the same time', entry('a', 9, 10), entry('b', 9, 10), false],
    ['a time that overlaps', entry('a', 9, 11), entry('b', 10, 12), false],
    ['a time within', entry('a', 9, 12), entry('b', 10, 11), false],
    ['the time right after', entry('a', 9, 10), entry('b', 10, 11), true],
    ['the time right before', entry('a', 9, 10), entry('b', 8, 9), true],
    ['the same guided slot', entry('a', 9, 10, guided), entry('b', 9, 10, guided), true],
    ['another guided slot', entry('a', 9, 10, guided), entry('b', 9, 10, { where: 'slot:other' }), false],
    ['the same school', entry('a', 9, 10), entry('b', 9, 10), false],
    ['a newer question of the same match', entry('a', 9, 10), entry('a', 9, 10, { key: 'a#2' }), true],
    ['another session of the same match', entry('a', 9, 10), entry('a', 9, 10, { session: 'other' }), true],
  ])('gives or refuses %s', (_what, first, second, given) => {
    expect(occupy([first], second)).toEqual(given ? [first, second] : undefined);
  });

  it('changes nothing for what is there already, however long it was', () => {
    const entries = [entry('a', 9, 10)];

    expect(occupy(entries, entry('a', 8, 12))).toBe(entries);
  });

  it('is made shorter, never longer', () => {
    const entries = [entry('a', 9, 12), entry('b', 13, 14)];

    expect(shorten(entries, entry('a', 10, 11))).toEqual([entry('a', 10, 11), entry('b', 13, 14)]);
    for (const not of [entry('a', 8, 11), entry('a', 10, 13), entry('a', 9, 12), entry('c', 10, 11)])
      expect(shorten(entries, not)).toBe(entries);
  });
});

describe('a ceiling', () => {
  const counted = [
    { key: 'a#1', match: 'a' },
    { key: 'a#2', match: 'a' },
    { key: 'b#1', match: 'b' },
  ];

  it.each<[string, number | null, string, boolean]>([
    ['a third of three', 3, 'c', true],
    ['a third of two', 2, 'c', false],
    ['a newer question of what counts already', 2, 'b', true],
    ['any number without a limit', null, 'c', true],
    ['nothing when it is none', 0, 'c', false],
  ])('gives or refuses %s', (_what, max, match, given) => {
    const entry = { key: `${match}#9`, match };

    expect(count(counted, max, entry)).toEqual(given ? [...counted, entry] : undefined);
  });

  it('counts what is there already once', () => {
    expect(count(counted, 0, { key: 'a#1', match: 'a' })).toBe(counted);
  });
});

describe('places of several sets', () => {
  const place = (slotId: string, groups: number) => ({ slotId, offerId: 'an-offer', groups });
  const older = { slots: [place('b', 2), place('a', 1)] };
  const newer = { slots: [place('b', 1), place('c', 1)] };

  it('are the most of one of them in each slot', () => {
    expect(placesOf([older, newer])).toEqual([place('a', 1), place('b', 2), place('c', 1)]);
  });

  it('are free when no other set needs them', () => {
    expect(placesFreed(older, [newer])).toEqual([place('a', 1), place('b', 1)]);
    expect(placesFreed(newer, [older])).toEqual([place('c', 1)]);
  });
});
