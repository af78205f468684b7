import fc, { type Scheduler } from 'fast-check';
import { Refusal } from '#libs/contracts';
import type { Collection, Page, Query, StoredDocument } from '#libs/ports/document-store/port';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import { Aggregates } from '#libs/runtime';
import { TestClock } from '../../../../../test/support/clock.js';
import { MemoryStore } from '../../../../../test/schedules/memory-store.js';
import { aCommand } from '../../test/a-town.js';
import { circlesOf } from '../domain/circle.js';
import { erasePerson } from '../domain/erase-person.js';
import { operatorKey, type Person } from '../domain/person.js';
import { Addresses } from '../invite-people/addresses.js';
import { KnownPeople } from '../invite-people/known-people.js';
import { people } from '../people.collection.js';
import { Circles } from './circles.js';

/** Every step of every process waits for its turn, reading too. */
class TurnStore extends MemoryStore {
  override async get<D extends StoredDocument>(collection: Collection<D>, id: string) {
    await this.turn(`get ${collection.name} ${id}`);
    return super.get(collection, id);
  }
  override async find<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Query,
  ): Promise<Page<D>> {
    await this.turn(`find ${collection.name}`);
    return super.find(collection, index, query);
  }
}

const settings = { publicUrl: () => '', secret: 'a secret of tests' };

/** What one process has of its own, over the store that all share. */
function aProcess(store: MemoryStore) {
  const written = { notify: () => undefined };
  const clock = new TestClock(0);
  const kept = new Aggregates(people, store, clock, new TimeOrderedIds(), written);
  const addresses = new Addresses(store, kept, settings);
  return {
    people: kept,
    addresses,
    circles: new Circles(store, kept),
    known: new KnownPeople(kept, addresses, new TimeOrderedIds()),
  };
}

const regions = ['assen', 'emmen'];
const aPerson = (id: string, changes: Partial<Person> = {}): Person => ({
  id,
  name: id,
  email: `${id}@post.example`,
  language: 'nl',
  roles: [{ role: 'coordinator', regionIds: regions }, { role: 'operator' }],
  disabled: false,
  ...changes,
});

const somebody = fc.constantFrom('ada', 'bea', 'coen');
const leaving = fc.record({
  who: somebody,
  how: fc.constantFrom('disabled', 'erased', 'assen', 'emmen', 'operator'),
});
/** Written meanwhile by somebody else, as a sign-in is. */
const touching = fc.record({ who: somebody, how: fc.constant('touched') });

const without = (role: 'coordinator' | 'operator', region?: string) => (person: Person) => ({
  state: {
    ...person,
    roles: person.roles.flatMap((each) => {
      if (each.role !== role) return [each];
      const left = each.regionIds?.filter((id) => id !== region) ?? [];
      return left.length > 0 ? [{ ...each, regionIds: left }] : [];
    }),
  },
});
const ways: Record<string, (person: Person) => { state: Person } | null> = {
  disabled: (person) => ({ state: { ...person, disabled: true } }),
  erased: erasePerson,
  assen: without('coordinator', 'assen'),
  emmen: without('coordinator', 'emmen'),
  operator: without('operator'),
  touched: (person) => ({ state: { ...person, phone: `${person.phone ?? ''}1` } }),
};

/** Each in a process of its own, in that order of steps. */
async function play(scheduler: Scheduler, given: readonly { who: string; how: string }[]) {
  let free = true;
  const store = new TurnStore(async (what) => {
    if (!free) await scheduler.schedule(Promise.resolve(), what);
  });
  const first = aProcess(store);
  for (const id of ['ada', 'bea', 'coen']) await first.people.create(id, aCommand, { state: aPerson(id) });
  free = false;
  const ends = Promise.allSettled(
    given.map(({ who, how }) =>
      aProcess(store).circles.change(who, aCommand, (person) => ways[how]?.(person) ?? null),
    ),
  );
  const settled = await scheduler.waitFor(ends);
  free = true;
  const left = store.every(people.collection).flatMap(({ state }) => circlesOf(state));
  return { settled, left: new Set(left) };
}

const everyCircle = ['coordinator@region:assen', 'coordinator@region:emmen', operatorKey];

describe('whoever takes whom out at the same time, in whichever process', () => {
  it('somebody stays in every circle, and who is refused is told why', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.oneof({ weight: 4, arbitrary: leaving }, { weight: 1, arbitrary: touching }), {
          minLength: 2,
          maxLength: 5,
        }),
        async (scheduler, given) => {
          const { settled, left } = await play(scheduler, given);

          expect([...left].sort()).toEqual(everyCircle);
          for (const end of settled)
            if (end.status === 'rejected') expect((end.reason as Refusal).code).toMatch(/^people\.last-/);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('of three all but one can go', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const given = ['ada', 'bea', 'coen'].map((who) => ({ who, how: 'disabled' }));
        const { settled } = await play(scheduler, given);

        expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it('who may not leave one circle is still of the others', async () => {
    const store = new TurnStore(async () => undefined);
    const { people: kept, circles } = aProcess(store);
    await kept.create('ada', aCommand, { state: aPerson('ada') });
    const ofAssen = { roles: [{ role: 'coordinator' as const, regionIds: ['assen'] }] };
    await kept.create('bea', aCommand, { state: aPerson('bea', ofAssen) });
    const leave = (id: string) =>
      circles.change(id, aCommand, (person) => ways['disabled']?.(person) ?? null);

    await expect(leave('ada')).rejects.toThrow(Refusal);

    expect((await leave('bea')).document.state.disabled).toBe(true);
  });

  it('who was about to leave when the process died counts again once they are written', async () => {
    const store = new TurnStore(async () => undefined);
    const { people: kept, circles } = aProcess(store);
    for (const id of ['ada', 'bea']) await kept.create(id, aCommand, { state: aPerson(id) });
    const cutOff = new Circles(
      store,
      Object.assign(Object.create(kept), {
        change: () => Promise.reject(new Error('cut off')),
      }) as Aggregates<Person>,
    );
    const leave = (id: string, by = circles) =>
      by.change(id, aCommand, (person) => ways['disabled']?.(person) ?? null);

    await expect(leave('ada', cutOff)).rejects.toThrow('cut off');
    await expect(leave('bea')).rejects.toThrow(Refusal);
    await circles.change('ada', aCommand, (person) => ways['touched']?.(person) ?? null);

    expect((await leave('bea')).document.state.disabled).toBe(true);
    await expect(leave('ada')).rejects.toThrow(Refusal);
  });
});

describe('whoever asks for an address at the same time, in whichever process', () => {
  const email = 'Eva@Anker.example';
  const newcomer = { email, language: 'nl' as const };

  it('it is one person’s', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 2, max: 4 }),
        fc.boolean(),
        async (scheduler, many, own) => {
          let free = true;
          const store = new TurnStore(async (what) => {
            if (!free) await scheduler.schedule(Promise.resolve(), what);
          });
          // The first operator, who has no address yet, says this very one is theirs.
          const otto = aPerson('otto', { email: '' });
          await aProcess(store).people.create('otto', aCommand, { state: otto });
          free = false;
          const asked = Array.from({ length: many }, () => aProcess(store).known.orNew(newcomer, aCommand));
          const said = own ? [aProcess(store).addresses.take(email, 'otto')] : [];
          const [persons, whose] = await scheduler.waitFor(
            Promise.all([Promise.all(asked), Promise.all(said)]),
          );
          free = true;

          expect(new Set([...persons.map(({ id }) => id), ...whose]).size).toBe(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('it is another person’s once the one who had it is erased', async () => {
    const store = new TurnStore(async () => undefined);
    const { people: kept, known, addresses } = aProcess(store);
    const eva = await known.orNew(newcomer, aCommand);
    await kept.change(eva.id, aCommand, erasePerson);

    const again = await known.orNew(newcomer, aCommand);

    expect(again.id).not.toBe(eva.id);
    expect(await addresses.take(email.toUpperCase(), 'somebody else')).toBe(again.id);
  });
});
