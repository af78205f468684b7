import { count, type CountEntry } from './counter.js';

const entryOf = (match: string, question = 1): CountEntry => ({ key: `${match}#${question}`, match });

describe('what counts for a ceiling', () => {
  it('is one more as long as there are fewer than allowed', () => {
    expect(count([], 2, entryOf('a'))).toEqual([entryOf('a')]);
    expect(count([entryOf('a')], 2, entryOf('b'))).toEqual([entryOf('a'), entryOf('b')]);
    expect(count([entryOf('a'), entryOf('b')], 2, entryOf('c'))).toBeUndefined();
  });

  it('is never counted twice: the same again changes nothing, also when it is full', () => {
    const full = [entryOf('a'), entryOf('b')];

    expect(count(full, 2, entryOf('a'))).toBe(full);
    expect(count(full, null, entryOf('b'))).toBe(full);
  });

  it('is one for all questions of a match', () => {
    const both = count([entryOf('a')], 1, entryOf('a', 2));

    expect(both).toEqual([entryOf('a'), entryOf('a', 2)]);
    expect(count(both ?? [], 2, entryOf('b'))).toHaveLength(3);
    expect(count(both ?? [], 1, entryOf('b'))).toBeUndefined();
  });

  it('is all there is where nothing is limited', () => {
    expect(count([entryOf('a'), entryOf('b')], null, entryOf('c'))).toHaveLength(3);
  });
});
