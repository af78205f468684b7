import { TimeOrderedIds } from './index.js';

describe('TimeOrderedIds', () => {
  const ids = new TimeOrderedIds();
  const made = Array.from({ length: 10_000 }, () => ids.next());

  it('come in the order in which they were made, also within a millisecond', () => {
    expect(made).toEqual(made.toSorted());
  });

  it('are never the same', () => {
    expect(new Set(made).size).toBe(made.length);
  });

  it('are letters, digits and hyphens', () => {
    expect(made.every((id) => /^[0-9a-z-]{36}$/.test(id))).toBe(true);
  });
});
