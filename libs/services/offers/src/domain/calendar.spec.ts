import {
  block,
  blockedIn,
  close,
  putBack,
  reopen,
  take,
  takenByOthers,
  type CalendarDay,
  type Entry,
} from './calendar.js';

const entry = (match: string, groups = 1, question = 1): Entry => ({
  key: `${match}#${question}`,
  match,
  groups,
});
const empty: CalendarDay = { slots: {} };
const taken = (...entries: Entry[]): CalendarDay =>
  entries.reduce<CalendarDay>((day, each) => take(day, 'morning', 9, each) as CalendarDay, empty);
const entries = (day: CalendarDay | string) =>
  typeof day === 'string' ? day : (day.slots['morning']?.entries ?? []).map(({ key }) => key);

describe('a day of an offer', () => {
  it.each<[string, CalendarDay, number, Entry, string | string[]]>([
    ['a free place', empty, 1, entry('a'), ['a#1']],
    ['the last place', taken(entry('a')), 2, entry('b'), ['a#1', 'b#1']],
    ['one place too many', taken(entry('a')), 1, entry('b'), 'slot-full'],
    ['more than there is', empty, 1, entry('a', 2), 'slot-full'],
    ['what it has already', taken(entry('a')), 1, entry('a'), ['a#1']],
    ['its own place for a new question', taken(entry('a')), 1, entry('a', 1, 2), ['a#1', 'a#2']],
    [
      'more than before, into what others have',
      taken(entry('a'), entry('b')),
      2,
      entry('a', 2, 2),
      'slot-full',
    ],
  ])('gives or refuses %s', (_what, day, capacity, wanted, result) => {
    expect(entries(take(day, 'morning', capacity, wanted))).toEqual(result);
  });

  it('counts a match with two questions once, with the larger of both', () => {
    const slot = taken(entry('a', 1), entry('a', 2, 2), entry('b')).slots['morning'];

    expect(slot && [takenByOthers(slot, 'b'), takenByOthers(slot, 'a'), takenByOthers(slot, '')]).toEqual([
      2, 1, 3,
    ]);
  });

  it('counts the larger also when the newer question wants less', () => {
    const slot = taken(entry('a', 2), entry('a', 1, 2)).slots['morning'];

    expect(slot && takenByOthers(slot, 'b')).toBe(2);
  });

  it('changes nothing when an entry is there already', () => {
    const day = taken(entry('a'));

    expect(take(day, 'morning', 1, entry('a'))).toBe(day);
  });

  it('keeps slots apart', () => {
    const day = take(taken(entry('a')), 'afternoon', 1, entry('b')) as CalendarDay;

    expect(Object.keys(day.slots)).toEqual(['morning', 'afternoon']);
  });

  it('takes back what is named and nothing else', () => {
    const day = taken(entry('a'), entry('b'));

    expect(entries(putBack(day, ({ match }) => match === 'a'))).toEqual(['b#1']);
    expect(putBack(day, ({ match }) => match === 'c')).toBe(day);
  });

  it('closes a slot for good, but not while something is promised in it', () => {
    const closed = close(empty, 'morning') as CalendarDay;

    expect(take(closed, 'morning', 1, entry('a'))).toBe('slot-closed');
    expect(close(taken(entry('a')), 'morning')).toBeUndefined();
    expect(
      entries(
        close(
          putBack(taken(entry('a')), () => true),
          'morning',
        ) as CalendarDay,
      ),
    ).toEqual([]);
  });

  it('opens a slot again', () => {
    const opened = reopen(close(empty, 'morning') as CalendarDay, 'morning');

    expect(entries(take(opened, 'morning', 1, entry('a')))).toEqual(['a#1']);
    expect(reopen(empty, 'morning')).toBe(empty);
  });

  it.each<[string, CalendarDay, number, number | 'given']>([
    ['what is free', empty, 2, 'given'],
    ['what a match left', taken(entry('a')), 1, 'given'],
    ['more than a match left', taken(entry('a')), 2, 1],
    ['more than there is', empty, 3, 2],
    ['of a closed slot', close(empty, 'morning') as CalendarDay, 1, 0],
  ])('gives away elsewhere or not: %s', (_what, day, groups, result) => {
    const given = block(day, 'morning', 2, groups);

    expect(typeof given === 'number' ? given : 'given').toBe(result);
    if (typeof given !== 'number') expect(blockedIn(given, 'morning')).toBe(groups);
  });

  it('counts places given away elsewhere as taken, in an absolute number', () => {
    const one = block(empty, 'morning', 2, 1) as CalendarDay;
    const two = block(one, 'morning', 2, 2) as CalendarDay;

    expect(take(two, 'morning', 2, entry('a'))).toBe('slot-full');
    expect(entries(take(block(two, 'morning', 2, 0) as CalendarDay, 'morning', 2, entry('a')))).toEqual([
      'a#1',
    ]);
    expect(block(one, 'morning', 2, 1)).toBe(one);
  });

  it('takes places back from elsewhere also when there are fewer places by now', () => {
    const three = block(empty, 'morning', 3, 3) as CalendarDay;

    expect(blockedIn(block(three, 'morning', 1, 2) as CalendarDay, 'morning')).toBe(2);
    expect(block(three, 'morning', 1, 4)).toBe(1);
  });

  it('closes a slot of which only places elsewhere were given away', () => {
    const closed = close(block(empty, 'morning', 1, 1) as CalendarDay, 'morning') as CalendarDay;

    expect(blockedIn(closed, 'morning')).toBe(0);
  });
});
