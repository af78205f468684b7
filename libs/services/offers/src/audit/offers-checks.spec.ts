import { booksOf } from '../../../../../test/support/books.js';
import type { HoldSet } from '../domain/hold.js';
import { keptAsHeld } from './kept-as-held.js';
import { nothingTwice } from './nothing-twice.js';

const slot = 'an-offer.2027-01-12T07:30:00Z';
const person = 'person:a-person|2027-01-12';
const demand = 'a-request|a-group';
const ceiling = 'offer:an-offer|2027-01';
const span = { session: 'a-session', start: 1_000, end: 2_000, where: 'school:a-school' };

const aSet = (changes: Partial<HoldSet> = {}): HoldSet => ({
  question: 1,
  phase: 'held',
  obstacle: null,
  narrowing: false,
  until: null,
  nextAt: null,
  slots: [{ slotId: slot, offerId: 'an-offer', groups: 1 }],
  demand: [demand],
  days: [{ id: person, ...span }],
  ceilings: [{ id: ceiling, max: 4 }],
  ...changes,
});
const entry = (match: string) => ({ key: `${match}#1`, match });

interface Kept {
  readonly holds?: readonly { id: string; sets: readonly HoldSet[] }[];
  readonly places?: readonly string[];
  readonly capacity?: number;
  readonly met?: readonly string[];
  readonly busy?: readonly { match: string; start?: number; end?: number; where?: string }[];
  readonly counted?: readonly string[];
}

/** By default one match holds one of everything, and everything is kept. */
const kept = (changes: Kept = {}) => {
  const {
    holds = [{ id: 'one', sets: [aSet()] }],
    places = ['one'],
    capacity = 1,
    met = ['one'],
    busy = [{ match: 'one' }],
    counted = ['one'],
  } = changes;
  const entries = places.map((match) => ({ ...entry(match), groups: 1 }));
  return booksOf({
    'offers.holds': holds.map(({ id, sets }) => ({ id, state: { owners: { regions: [] }, sets } })),
    'offers.calendars': [{ id: 'a-day', slots: { [slot]: { capacity, closed: false, entries } } }],
    'offers.demands': [{ id: demand, entries: met.map((match) => ({ ...entry(match), groups: 1 })) }],
    'offers.days': [
      { id: person, entries: busy.map(({ match, ...when }) => ({ ...entry(match), ...span, ...when })) },
    ],
    'offers.counters': [{ id: ceiling, entries: counted.map(entry) }],
  });
};
const wrongOf = async (check: typeof nothingTwice, changes?: Kept) =>
  (await check.look(kept(changes))).wrong.map(({ id }) => id);

describe('nothing is promised twice', () => {
  it('counts what it looked at', async () => {
    expect(await nothingTwice.look(kept())).toEqual({ looked: 3, wrong: [] });
  });

  it.each<[string, Kept, string]>([
    ['a slot that is promised more often than it has places', { places: ['one', 'two'] }, slot],
    ['a group of a request that two matches serve', { met: ['one', 'two'] }, demand],
    [
      'a person with two matches at one time',
      { busy: [{ match: 'one' }, { match: 'two', start: 1_999 }] },
      person,
    ],
  ])('finds %s', async (_, planted, id) => {
    expect(await wrongOf(nothingTwice, planted)).toEqual([id]);
  });

  it.each<[string, Kept]>([
    ['two matches in a slot for two', { places: ['one', 'two'], capacity: 2 }],
    [
      'a person who goes from one to the next',
      { busy: [{ match: 'one' }, { match: 'two', start: 2_000, end: 3_000 }] },
    ],
    [
      'a guide who receives two schools in one slot',
      {
        busy: [
          { match: 'one', where: `slot:${slot}` },
          { match: 'two', where: `slot:${slot}` },
        ],
      },
    ],
  ])('allows %s', async (_, planted) => {
    expect(await wrongOf(nothingTwice, planted)).toEqual([]);
  });
});

describe('what is kept is what is held', () => {
  it('holds when every piece of a held set is where it belongs', async () => {
    expect(await keptAsHeld.look(kept())).toEqual({ looked: 4, wrong: [] });
  });

  it.each<[string, Kept]>([
    ['a place that is held and not in the calendar', { places: [] }],
    ['a demand that is held and not kept', { met: [] }],
    ['a day that is held and not kept', { busy: [] }],
    ['a day kept with another time than is held', { busy: [{ match: 'one', end: 2_500 }] }],
    ['a counter that misses a match', { counted: [] }],
    ['a place that nobody holds', { places: ['one', 'two'] }],
    ['a counter that counts what nobody holds', { counted: ['one', 'two'] }],
    ['what a released set left behind', { holds: [{ id: 'one', sets: [aSet({ phase: 'released' })] }] }],
  ])('finds %s', async (_, planted) => {
    expect(await wrongOf(keptAsHeld, planted)).not.toEqual([]);
  });

  it.each(['taking', 'refusing', 'giving-back'] as const)(
    'lets a set be half-way while %s',
    async (phase) => {
      const holds = [{ id: 'one', sets: [aSet({ phase })] }];

      expect(await wrongOf(keptAsHeld, { holds })).toEqual([]);
      expect(await wrongOf(keptAsHeld, { holds, places: [], met: [], busy: [], counted: [] })).toEqual([]);
    },
  );

  it('lets a day have either length while it is being made shorter', async () => {
    const holds = [{ id: 'one', sets: [aSet({ narrowing: true })] }];

    expect(await wrongOf(keptAsHeld, { holds, busy: [{ match: 'one', end: 2_500 }] })).toEqual([]);
  });
});
