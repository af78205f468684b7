import { UnknownIndex, type Query } from '#libs/ports/document-store/port';
import type { DocumentStoreCase } from './store-under-test.js';
import { aThing, changed, ids, insertAll, things } from './thing.js';

const day = (n: number): string => `2026-09-${String(n).padStart(2, '0')}`;

export const findCases: readonly DocumentStoreCase[] = [
  {
    name: 'finds a document under each key of its list, and under null not at all',
    async run({ store }) {
      await insertAll(store, [
        { id: 'both', state: 'open', owners: ['a', 'b', 'a'] },
        { id: 'one', state: 'open', owners: ['b'] },
        { id: 'none', state: null, owners: [] },
      ]);
      const owned = async (by: string): Promise<string[]> =>
        ids(await store.find(things, 'owners', { equals: by, limit: 10 }));

      expect(await owned('a')).toEqual(['both']);
      expect(await owned('b')).toEqual(['both', 'one']);
      expect(await owned('c')).toEqual([]);
      expect(ids(await store.find(things, 'state', { limit: 10 }))).toEqual(['both', 'one']);
      for (const equals of ['null', '']) expect(await store.count(things, 'state', { equals })).toBe(0);
    },
  },
  {
    name: 'finds a changed document under its new keys only',
    async run({ store }) {
      const thing = aThing({ state: 'open', owners: ['a', 'b'], at: day(1) });
      await store.insert(things, thing);
      await store.replace(things, changed(thing, { state: 'closed', owners: ['b', 'c'], at: day(2) }));

      expect(await store.count(things, 'state', { equals: 'open' })).toBe(0);
      expect(await store.count(things, 'state', { equals: 'closed', to: day(2) })).toBe(0);
      expect(await store.count(things, 'state', { equals: 'closed', from: day(2) })).toBe(1);
      const owners = await Promise.all(
        ['a', 'b', 'c'].map((equals) => store.count(things, 'owners', { equals })),
      );
      expect(owners).toEqual([0, 1, 1]);

      await store.replace(things, { ...thing, ver: 3 });
      expect(await store.count(things, 'state', { equals: 'closed' })).toBe(0);
      expect(await store.count(things, 'state', { equals: 'open', from: day(1), to: day(2) })).toBe(1);
      expect(await store.count(things, 'owners', { equals: 'c' })).toBe(0);
    },
  },
  {
    name: 'finds a document that keeps its key and moves at its new place only',
    async run({ store }) {
      const thing = aThing({ state: 'open', at: day(1) });
      await store.insert(things, thing);
      await store.replace(things, changed(thing, { at: day(3) }));

      expect(await store.count(things, 'state', { equals: 'open', to: day(3) })).toBe(0);
      expect(await store.count(things, 'state', { equals: 'open', from: day(3) })).toBe(1);
    },
  },
  {
    name: 'finds under any of up to 500 keys, each document once',
    async run({ store }) {
      await insertAll(store, [
        { id: 'c', owners: ['k1', 'k499'] },
        { id: 'a', owners: ['k1', 'k2', 'k3'] },
        { id: 'b', owners: ['k7'] },
        { id: 'd', owners: ['other'] },
      ]);
      const oneOf = Array.from({ length: 500 }, (_, n) => `k${n}`);

      expect(ids(await store.find(things, 'owners', { oneOf, limit: 10 }))).toEqual(['a', 'b', 'c']);
      expect(ids(await store.find(things, 'owners', { oneOf, order: 'descending', limit: 2 }))).toEqual([
        'c',
        'b',
      ]);
      expect(await store.count(things, 'owners', { oneOf })).toBe(3);
      expect(ids(await store.find(things, 'owners', { oneOf: [], limit: 10 }))).toEqual([]);
      expect(await store.count(things, 'owners', { oneOf: [] })).toBe(0);
    },
  },
  {
    name: 'gives what lies between from (inclusive) and to (exclusive), by sort and then id, both ways',
    async run({ store }) {
      await insertAll(store, [
        { id: 'z', at: day(2) },
        { id: 'e', at: day(4) },
        { id: 'b', at: day(3) },
        { id: 'y', at: day(1) },
        { id: 'a', at: day(3) },
        { id: 'x', at: day(3), state: 'closed' },
      ]);
      const found = async (query: Partial<Query>): Promise<string[]> =>
        ids(await store.find(things, 'state', { equals: 'open', limit: 10, ...query }));

      expect(await found({})).toEqual(['y', 'z', 'a', 'b', 'e']);
      expect(await found({ order: 'descending' })).toEqual(['e', 'b', 'a', 'z', 'y']);
      expect(await found({ from: day(2), to: day(4) })).toEqual(['z', 'a', 'b']);
      expect(await found({ from: day(2), to: day(4), order: 'descending', limit: 2 })).toEqual(['b', 'a']);
      expect(await found({ from: day(4), to: day(2) })).toEqual([]);
      expect(
        ids(await store.find(things, 'state', { oneOf: ['closed', 'open'], from: day(3), limit: 10 })),
      ).toEqual(['a', 'b', 'x', 'e']);
      expect(await store.count(things, 'state', { equals: 'open', from: day(2), to: day(4) })).toBe(3);
      expect(await store.count(things, 'state', { to: day(4) })).toBe(5);
    },
  },
  {
    name: 'refuses an index that is not declared, and queries out of bounds',
    async run({ store }) {
      await expect(store.find(things, 'colour', { limit: 1 })).rejects.toBeInstanceOf(UnknownIndex);
      await expect(store.count(things, 'toString', {})).rejects.toBeInstanceOf(UnknownIndex);
      for (const limit of [0, 1001, 1.5, -1]) {
        await expect(store.find(things, 'state', { limit })).rejects.toBeInstanceOf(RangeError);
      }
      const oneOf = Array.from({ length: 501 }, (_, n) => `k${n}`);
      await expect(store.find(things, 'owners', { oneOf, limit: 1 })).rejects.toBeInstanceOf(RangeError);
      await expect(store.count(things, 'owners', { oneOf: ['a'], equals: 'a' })).rejects.toBeInstanceOf(
        RangeError,
      );
    },
  },
  {
    name: 'counts no further than 10,000',
    async run({ store }) {
      const many = Array.from({ length: 10_020 }, (_, n) => ({ id: `thing-${n}`, owners: ['a', 'b'] }));
      await insertAll(store, many);

      expect(await store.count(things, 'state', { equals: 'open' })).toBe(10_000);
      expect(await store.count(things, 'state', {})).toBe(10_000);
      expect(await store.count(things, 'owners', { oneOf: ['a', 'b'] })).toBe(10_000);
    },
  },
  {
    name: 'gives what is due, earliest first',
    async run({ store }) {
      const later = aThing({ id: 'later', nextAt: 300 });
      await store.insert(things, later);
      await insertAll(store, [
        { id: 'second', nextAt: 200, unsent: 1 },
        { id: 'first', nextAt: 100 },
        { id: 'at the moment', nextAt: 250, unsent: 3 },
        { id: 'never', nextAt: null, unsent: 2 },
      ]);
      const due = async (before: number, limit = 10): Promise<string[]> =>
        ids(await store.due(things, 'nextAt', before, limit));

      expect(await due(250)).toEqual(['first', 'second', 'at the moment']);
      expect(await due(250, 2)).toEqual(['first', 'second']);
      expect(await due(99)).toEqual([]);
      expect(ids(await store.due(things, 'unsent', 2, 10))).toEqual(['second', 'never']);

      await store.replace(things, changed(later, { nextAt: 50 }));
      expect(await due(60)).toEqual(['later']);
      await store.replace(things, changed(changed(later), { nextAt: null }));
      expect(await due(1e15)).toEqual(['first', 'second', 'at the moment']);
    },
  },
];
