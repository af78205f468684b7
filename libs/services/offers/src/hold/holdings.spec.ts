import { MemoryStore } from '../../../../../test/schedules/memory-store.js';
import { counters, days, demands } from '../offers.collection.js';
import { Holdings } from './holdings.js';

const entry = (match: string, question = 1) => ({ key: `${match}#${question}`, match, groups: 1 });
const day = (id: string, changes: object = {}) => ({
  id: `${id}|2027-01-12`,
  session: 'a-session',
  start: 100,
  end: 200,
  where: 'school:a-school',
  ...changes,
});

describe('what a match takes beside places', () => {
  let writes: string[];
  let fails: Error | undefined;
  let store: MemoryStore;
  let holdings: Holdings;
  beforeEach(() => {
    writes = [];
    fails = undefined;
    store = new MemoryStore(async (what) => {
      writes.push(what);
      if (fails) throw fails;
    });
    holdings = new Holdings(store);
  });
  const keysIn = (of: typeof demands | typeof days | typeof counters) =>
    store
      .every<{ id: string; ver: number; nextAt: null; unsent: null; entries: { key: string }[] }>(of as never)
      .flatMap(({ entries }) => entries.map(({ key }) => key));

  it('is the demand, of one match at a time', async () => {
    expect(await holdings.takeDemand('a-request|a-group', entry('a'))).toBeNull();
    expect(await holdings.takeDemand('a-request|a-group', entry('a', 2))).toBeNull();
    expect(await holdings.takeDemand('a-request|a-group', entry('b'))).toEqual({
      obstacle: 'demand-taken',
      at: 'a-request|a-group',
    });

    expect(keysIn(demands)).toEqual(['a#1', 'a#2']);
  });

  it.each([
    ['person:jan', 'person-busy', 'jan'],
    ['group:group-7', 'group-busy', 'group-7'],
  ])('is the day of a %s, where nobody is in two places', async (id, obstacle, at) => {
    expect(await holdings.takeDay(day(id), 'a#1', 'a')).toBeNull();
    expect(await holdings.takeDay(day(id, { start: 199, end: 300 }), 'b#1', 'b')).toEqual({ obstacle, at });
    expect(await holdings.takeDay(day(id, { start: 200, end: 300 }), 'b#1', 'b')).toBeNull();

    expect(keysIn(days)).toEqual(['a#1', 'b#1']);
  });

  it('is one of a ceiling', async () => {
    const ceiling = { id: 'factory|2027-01', max: 1 };

    expect(await holdings.takeCeiling(ceiling, entry('a'))).toBeNull();
    expect(await holdings.takeCeiling(ceiling, entry('b'))).toEqual({
      obstacle: 'ceiling-reached',
      at: 'factory|2027-01',
    });
    expect(await holdings.takeCeiling({ ...ceiling, max: null }, entry('b'))).toBeNull();
  });

  it('is written once, and what changes nothing is not written', async () => {
    await holdings.takeDemand('d', entry('a'));
    await holdings.takeDay(day('person:jan'), 'a#1', 'a');
    const before = writes.length;

    await holdings.takeDemand('d', entry('a'));
    await holdings.takeDemand('d', entry('b'));
    await holdings.takeDay(day('person:jan'), 'a#1', 'a');
    await holdings.shortenDay(day('person:jan'), 'a#1', 'a');
    await holdings.giveBackDemand('d', 'b#1');
    await holdings.giveBackCeiling('never taken', 'a#1');

    expect(writes.length).toBe(before);
    await holdings.giveBackDemand('d', 'a#1');
    expect(keysIn(demands)).toEqual([]);
  });

  it('is taken by both of two who come at the same moment, when there is room for both', async () => {
    const ceiling = { id: 'factory|2027-01', max: 3 };

    await Promise.all(['a', 'b'].map((match) => holdings.takeCeiling(ceiling, entry(match))));
    await Promise.all(['c', 'd'].map((match) => holdings.takeCeiling(ceiling, entry(match))));

    expect(keysIn(counters)).toHaveLength(3);
    expect(keysIn(counters)).toEqual(expect.arrayContaining(['a#1', 'b#1']));
  });

  it('is not taken when the store fails', async () => {
    fails = new Error('no store');

    await expect(holdings.takeDemand('d', entry('a'))).rejects.toThrow('no store');
  });
});
