import { Unavailable } from '#libs/contracts';
import type { DocumentStoreCase } from './store-under-test.js';
import { aThing, changed, ids, insertAll, things } from './thing.js';

export const closeCases: readonly DocumentStoreCase[] = [
  {
    name: 'keeps everything when it is opened again',
    async run({ store, reopen }) {
      const thing = aThing({ state: 'open', owners: ['a', 'b'], nextAt: 5, more: { deep: [1] } });
      await store.insert(things, thing);
      await store.replace(things, changed(thing, { owners: ['b', 'c'] }));
      await insertAll(store, [{ id: 'other', unsent: 7 }]);
      const { next } = await store.find(things, 'state', { limit: 1 });

      const again = await reopen();

      expect(await again.get(things, 'thing-1')).toEqual(changed(thing, { owners: ['b', 'c'] }));
      expect(await again.count(things, 'owners', { equals: 'a' })).toBe(0);
      expect(ids(await again.find(things, 'owners', { oneOf: ['b', 'c'], limit: 10 }))).toEqual(['thing-1']);
      expect(ids(await again.find(things, 'state', { limit: 1, after: next ?? undefined }))).toEqual([
        'thing-1',
      ]);
      expect(ids(await again.due(things, 'nextAt', 5, 10))).toEqual(['thing-1']);
      expect(ids(await again.due(things, 'unsent', 7, 10))).toEqual(['other']);
      await again.replace(things, changed(changed(thing)));
    },
  },
  {
    name: 'finishes what was begun when it closes',
    async run({ store, reopen }) {
      const begun = Array.from({ length: 50 }, (_, n) => store.insert(things, aThing({ id: `thing-${n}` })));
      let answered = 0;
      for (const each of begun) void each.finally(() => (answered += 1)).catch(() => undefined);

      await store.close();

      expect(answered).toBe(50);
      const answers = await Promise.allSettled(begun);
      const kept = answers.flatMap(({ status }, n) => (status === 'fulfilled' ? [`thing-${n}`] : []));
      expect(kept).toHaveLength(50);
      const again = await reopen();
      expect(ids(await again.find(things, 'state', { limit: 100 }))).toEqual(kept.toSorted());
    },
  },
  {
    name: 'closes twice, and is unavailable then',
    async run({ store }) {
      await store.insert(things, aThing());

      await store.close();
      await store.close();

      const calls = [
        () => store.insert(things, aThing({ id: 'late' })),
        () => store.get(things, 'thing-1'),
        () => store.replace(things, aThing({ ver: 2 })),
        () => store.remove(things, 'thing-1', 1),
        () => store.find(things, 'state', { limit: 1 }),
        () => store.count(things, 'state', {}),
        () => store.due(things, 'nextAt', 1, 1),
      ];
      for (const call of calls) await expect(call()).rejects.toBeInstanceOf(Unavailable);
    },
  },
];
