import { InvalidCursor, type DocumentStore } from '#libs/ports/document-store/port';
import type { DocumentStoreCase } from './store-under-test.js';
import { changed, insertAll, things, walk, type Thing } from './thing.js';

const numbered = (n: number): string => `thing-${String(n).padStart(3, '0')}`;

/** 100 things; ten of them share each `at`, so that only the id parts them. */
async function aHundredThings(store: DocumentStore): Promise<string[]> {
  const all = Array.from({ length: 100 }, (_, n) => ({
    id: numbered(n),
    at: `2026-10-${10 + Math.floor(n / 10)}`,
    owners: n % 2 ? ['a', 'b'] : ['b', 'c'],
  }));
  await insertAll(store, all.toReversed());
  return all.map(({ id }) => id);
}

export const pageCases: readonly DocumentStoreCase[] = [
  {
    name: 'gives every document once, page by page',
    async run({ store }) {
      const all = await aHundredThings(store);

      expect(await walk(store, 'state', { equals: 'open', limit: 7 })).toEqual(all);
      expect(await walk(store, 'state', { limit: 33 })).toEqual(all);
      expect(await walk(store, 'state', { equals: 'open', limit: 9, order: 'descending' })).toEqual(
        all.toReversed(),
      );
      expect(await walk(store, 'owners', { oneOf: ['a', 'b', 'c'], limit: 11 })).toEqual(all);
      expect(await walk(store, 'state', { limit: 10, from: '2026-10-11', to: '2026-10-13' })).toEqual(
        all.slice(10, 30),
      );
      expect(await walk(store, 'state', { limit: 50 })).toHaveLength(100);
      expect(await store.find(things, 'state', { equals: 'nothing', limit: 1 })).toEqual({
        items: [],
        next: null,
      });
    },
  },
  {
    name: 'skips and repeats nothing that stays, whatever is written between two pages',
    async run({ store }) {
      for (const order of ['ascending', 'descending'] as const) {
        const all = await aHundredThings(store);
        const removed: string[] = [];
        const seen = await walk(store, 'owners', { equals: 'b', limit: 10, order }, async (page) => {
          if (page >= 10) return;
          const gone = [numbered(page * 10 + 1), numbered(page * 10 - 2)];
          for (const id of gone) await remove(store, id);
          removed.push(...gone);
          await insertAll(store, [
            { id: `a-new-${page}`, owners: ['b'] },
            { id: `z-new-${page}`, owners: ['b'] },
          ]);
          const stays = (await store.get(things, numbered(page * 10 + 4))) as Thing;
          await store.replace(things, changed(stays, { more: page }));
        });

        expect(new Set(seen).size).toBe(seen.length);
        const stayed = all.filter((id) => !removed.includes(id));
        expect(stayed.filter((id) => !seen.includes(id))).toEqual([]);
        for (const { id } of (await store.find(things, 'owners', { equals: 'b', limit: 1000 })).items) {
          await remove(store, id);
        }
      }
    },
  },
  {
    name: 'refuses a cursor that no page gave',
    async run({ store }) {
      await insertAll(store, [{ id: 'a' }, { id: 'b' }]);
      const { next } = await store.find(things, 'state', { limit: 1 });

      const wrong = [
        '',
        'nonsense',
        '"',
        `${next}x`,
        `!${next}`,
        Buffer.from('{"sort":"a"}').toString('base64url'),
      ];
      for (const after of wrong) {
        await expect(store.find(things, 'state', { limit: 1, after })).rejects.toBeInstanceOf(InvalidCursor);
      }
      expect(await walk(store, 'state', { limit: 1 })).toEqual(['a', 'b']);
    },
  },
];

async function remove(store: DocumentStore, id: string): Promise<void> {
  const thing = await store.get(things, id);
  if (thing) await store.remove(things, id, thing.ver);
}
