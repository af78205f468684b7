import { PeopleFirst } from './people-first.js';

describe('what can wait gives way to people', () => {
  let now: number;
  let busy: number;
  let people: PeopleFirst;
  beforeEach(() => {
    now = 1_000;
    busy = 1;
    people = new PeopleFirst(() => now, { now: () => busy });
  });

  it('does not rest while nobody is served', () => {
    expect(people.restFor(0)).toBe(0);
  });

  it('rests longest when it has only just begun to wait', () => {
    people.served();
    expect(people.restFor(0)).toBe(80);
    now += 20;
    expect(people.restFor(0)).toBe(80);
  });

  it('rests less the more time the thread has left, and not at all when there is enough for both', () => {
    people.served();
    busy = 0.775;
    expect(people.restFor(0)).toBeCloseTo(40);
    busy = 0.6;
    expect(people.restFor(0)).toBe(0);
    busy = 0.1;
    expect(people.restFor(0)).toBe(0);
  });

  it('rests less the longer it has waited, and after 40 s not at all', () => {
    people.served();
    expect(people.restFor(20_000)).toBe(40);
    expect(people.restFor(40_000)).toBe(0);
    expect(people.restFor(90_000)).toBe(0);
  });

  it('does not rest any more once people have gone', () => {
    people.served();
    now += 51;
    expect(people.restFor(0)).toBe(0);
  });
});
