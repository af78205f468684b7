import { AlreadyTaken, StaleVersion } from '#libs/ports/document-store/port';
import type { DocumentStoreCase } from './store-under-test.js';
import { aThing, changed, ids, things, type Thing } from './thing.js';

export const writeCases: readonly DocumentStoreCase[] = [
  {
    name: 'reads what it has acknowledged',
    async run({ store }) {
      await store.insert(things, aThing());
      expect(await store.get(things, 'thing-1')).toEqual(aThing());

      await store.replace(things, changed(aThing(), { state: 'closed' }));
      expect(await store.get(things, 'thing-1')).toEqual(aThing({ ver: 2, state: 'closed' }));
      expect(await store.get(things, 'thing-2')).toBeUndefined();
    },
  },
  {
    name: 'keeps everything that survives JSON as it was',
    async run({ store }) {
      const more = {
        empty: {},
        none: [],
        'a.b': 1,
        $set: { $gt: '' },
        text: 'één “quote” \u0000 \n 🎈',
        deep: [[{ x: null }]],
      };
      const odd = aThing({ id: 'o\'odd; --"%_', state: 'ünïcode 🎈', more });

      await store.insert(things, odd);

      expect(await store.get(things, odd.id)).toEqual(odd);
      expect(ids(await store.find(things, 'state', { equals: 'ünïcode 🎈', limit: 10 }))).toEqual([odd.id]);
    },
  },
  {
    name: 'takes an id once',
    async run({ store }) {
      await store.insert(things, aThing({ state: 'first' }));

      await expect(store.insert(things, aThing({ state: 'second' }))).rejects.toBeInstanceOf(AlreadyTaken);

      expect(await store.get(things, 'thing-1')).toEqual(aThing({ state: 'first' }));
      expect(await store.count(things, 'state', { equals: 'second' })).toBe(0);
    },
  },
  {
    name: 'lets one of 20 simultaneous inserts of an id win',
    async run({ store }) {
      const tries = Array.from({ length: 20 }, (_, n) => store.insert(things, aThing({ more: n })));
      const answers = await Promise.allSettled(tries);

      const won = answers.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
      expect(won).toHaveLength(1);
      expect(await store.get(things, 'thing-1')).toEqual(aThing({ more: won[0] }));
      expectEachRefusal(answers, AlreadyTaken);
    },
  },
  {
    name: 'keeps writes apart that arrive together with a refused one',
    async run({ store }) {
      await store.insert(things, aThing());

      const answers = await Promise.allSettled([
        store.insert(things, aThing({ id: 'before' })),
        store.insert(things, aThing()),
        store.replace(things, aThing({ id: 'missing', ver: 2 })),
        store.insert(things, aThing({ id: 'after' })),
      ]);

      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
      expect(ids(await store.find(things, 'state', { equals: 'open', limit: 10 }))).toEqual([
        'after',
        'before',
        'thing-1',
      ]);
    },
  },
  {
    name: 'refuses a stale version and a missing document',
    async run({ store }) {
      await store.insert(things, aThing());
      await store.replace(things, aThing({ ver: 2, state: 'closed' }));

      for (const ver of [1, 2, 4]) {
        await expect(store.replace(things, aThing({ ver, state: 'stale' }))).rejects.toBeInstanceOf(
          StaleVersion,
        );
      }
      await expect(store.replace(things, aThing({ id: 'nobody', ver: 2 }))).rejects.toBeInstanceOf(
        StaleVersion,
      );

      expect(await store.get(things, 'thing-1')).toEqual(aThing({ ver: 2, state: 'closed' }));
      expect(await store.get(things, 'nobody')).toBeUndefined();
      expect(await store.count(things, 'state', { equals: 'stale' })).toBe(0);
    },
  },
  {
    name: 'lets one of 50 concurrent writers win, round after round',
    async run({ store }) {
      await store.insert(things, aThing({ more: [] }));

      const winners: number[] = [];
      for (let round = 1; round <= 10; round += 1) {
        const writer = async (n: number): Promise<void> => {
          const now = (await store.get(things, 'thing-1')) as Thing;
          await store.replace(things, changed(now, { more: [...(now.more as number[]), n] }));
        };
        const answers = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => writer(n)));
        expectEachRefusal(answers, StaleVersion);
        const won = answers.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
        const stored = await store.get(things, 'thing-1');
        const added = (stored?.more as number[]).slice(winners.length);
        // Who read later may have won after another of this round; whoever won is there once, behind those before.
        expect(added.toSorted((a, b) => a - b)).toEqual(won);
        expect((stored?.more as number[]).slice(0, winners.length)).toEqual(winners);
        winners.push(...added);
        expect(stored?.ver).toBe(winners.length + 1);
      }
      expect(winners.length).toBeGreaterThanOrEqual(10);
    },
  },
  {
    name: 'lets one of 20 writers of one version win',
    async run({ store }) {
      await store.insert(things, aThing());

      const tries = Array.from({ length: 20 }, (_, n) => store.replace(things, aThing({ ver: 2, more: n })));
      const answers = await Promise.allSettled(tries);

      const won = answers.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
      expect(won).toHaveLength(1);
      expect(await store.get(things, 'thing-1')).toEqual(aThing({ ver: 2, more: won[0] }));
    },
  },
  {
    name: 'removes that version only, and everything of it',
    async run({ store }) {
      await store.insert(things, aThing({ ver: 1, nextAt: 5, owners: ['a', 'b'] }));
      await store.replace(things, aThing({ ver: 2, nextAt: 5, owners: ['a', 'b'] }));

      await expect(store.remove(things, 'thing-1', 1)).rejects.toBeInstanceOf(StaleVersion);
      await expect(store.remove(things, 'nobody', 1)).rejects.toBeInstanceOf(StaleVersion);
      expect(await store.count(things, 'owners', { equals: 'b' })).toBe(1);

      await store.remove(things, 'thing-1', 2);
      expect(await store.get(things, 'thing-1')).toBeUndefined();
      expect(await store.count(things, 'owners', { oneOf: ['a', 'b'] })).toBe(0);
      expect(await store.due(things, 'nextAt', 10, 10)).toEqual([]);

      await store.insert(things, aThing({ more: 'again' }));
      expect((await store.get(things, 'thing-1'))?.more).toBe('again');
    },
  },
  {
    name: 'shares no object with anybody',
    async run({ store }) {
      const mine = { ...aThing({ nextAt: 1 }), more: { list: [1] } };
      const inserted = store.insert(things, mine);
      mine.more.list.push(2);
      await inserted;

      const reads = [
        async () => await store.get(things, 'thing-1'),
        async () => (await store.find(things, 'state', { equals: 'open', limit: 1 })).items[0],
        async () => (await store.due(things, 'nextAt', 1, 1))[0],
      ];
      for (const read of reads) {
        const theirs = (await read())?.more as { list: number[] };
        expect(theirs.list).toEqual([1]);
        theirs.list.push(3);
      }
      expect((await store.get(things, 'thing-1'))?.more).toEqual({ list: [1] });
    },
  },
];

function expectEachRefusal(
  answers: readonly PromiseSettledResult<unknown>[],
  kind: new (...args: never[]) => Error,
): void {
  for (const answer of answers) {
    if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(kind);
  }
}
