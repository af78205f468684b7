import { things } from '#libs/ports/document-store/contract';
import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import { SqliteFile } from '#libs/ports/sqlite';
import { runScript, TemporaryFolder } from '#libs/ports/sqlite/testing';
import { SqliteDocumentStore } from './sqlite-document-store.js';

interface Visit extends StoredDocument {
  readonly school: string;
  readonly partner: string;
}

const visits: Collection<Visit> = {
  name: 'spec.visits',
  indexes: { school: { by: ({ school }) => school } },
};
const visitsByPartner: Collection<Visit> = {
  name: 'spec.visits',
  indexes: { ...visits.indexes, partner: { by: ({ partner }) => partner } },
};

function aVisit(over: Partial<Visit> = {}): Visit {
  return { id: 'visit-1', ver: 1, nextAt: null, unsent: null, school: 's1', partner: 'p1', ...over };
}

describe('SqliteDocumentStore', () => {
  let folder: TemporaryFolder;
  beforeEach(() => void (folder = new TemporaryFolder()));
  afterEach(() => folder.end());

  it('builds an index that a newer program declares from the documents there are', async () => {
    const old = new SqliteDocumentStore(folder.file);
    for (let n = 0; n < 1_203; n += 1) void old.insert(visits, aVisit({ id: `v${n}`, partner: `p${n % 3}` }));
    await old.close();

    const newer = new SqliteDocumentStore(await folder.reopen());

    expect(await newer.count(visitsByPartner, 'partner', { equals: 'p2' })).toBe(401);
    await newer.replace(visitsByPartner, aVisit({ id: 'v2', ver: 2, partner: 'p0' }));
    expect(await newer.count(visitsByPartner, 'partner', { equals: 'p2' })).toBe(400);
    expect(await newer.count(visitsByPartner, 'school', { equals: 's1' })).toBe(1_203);
  });

  it('does not trust an index that a program in between did not keep', async () => {
    await new SqliteDocumentStore(folder.file).insert(visitsByPartner, aVisit());
    await new SqliteDocumentStore(await folder.reopen()).replace(visits, aVisit({ ver: 2, partner: 'p2' }));

    const back = new SqliteDocumentStore(await folder.reopen());

    expect(await back.count(visitsByPartner, 'partner', { equals: 'p1' })).toBe(0);
    expect(await back.count(visitsByPartner, 'partner', { equals: 'p2' })).toBe(1);
  });

  it('builds an index again when its own function was changed', async () => {
    await new SqliteDocumentStore(folder.file).insert(visits, aVisit());
    const other: Collection<Visit> = { name: 'spec.visits', indexes: { school: { by: ({ id }) => id } } };

    const newer = new SqliteDocumentStore(await folder.reopen());

    expect(await newer.count(other, 'school', { equals: 'visit-1' })).toBe(1);
  });

  it('refuses a second, different declaration and a name that is none', async () => {
    const store = new SqliteDocumentStore(folder.file);
    await store.insert(visits, aVisit());

    await expect(store.get(visitsByPartner, 'visit-1')).rejects.toThrow('declared twice');
    await expect(store.get({ ...visits, name: 'visits"; --' }, 'visit-1')).rejects.toThrow('no name');
    expect(await store.get({ ...visits }, 'visit-1')).toEqual(aVisit());
  });

  it('orders keys beyond the basic plane alike with one key and with many', async () => {
    const store = new SqliteDocumentStore(folder.file);
    for (const id of ['🎈', '\uffee', 'a', '\u00e9']) await store.insert(visits, aVisit({ id }));

    const one = await store.find(visits, 'school', { equals: 's1', limit: 10 });
    const many = await store.find(visits, 'school', { oneOf: ['s1', 's2'], limit: 10 });

    expect(many.items.map(({ id }) => id)).toEqual(one.items.map(({ id }) => id));
  });

  it('loses nothing that it acknowledged when it is killed with -9', async () => {
    await folder.file.close();
    for (let round = 0; round < 3; round += 1) {
      const acknowledged = await insertUntilKilled(folder.path, round);

      const file = SqliteFile.open(folder.path);
      const store = new SqliteDocumentStore(file);
      const kept = await Promise.all(acknowledged.map((id) => store.get(things, id)));
      await file.close();

      expect(acknowledged.length).toBeGreaterThanOrEqual(200);
      expect(kept.filter((thing) => thing?.ver !== 2)).toEqual([]);
    }
  });
});

/** The ids that a process of its own got acknowledged (inserted and replaced) before it was killed at its work. */
async function insertUntilKilled(folder: string, round: number): Promise<string[]> {
  const writers = `
    import { writeSync } from 'node:fs';
    import { SqliteFile } from '#libs/ports/sqlite';
    import { SqliteDocumentStore } from '#libs/ports/document-store/sqlite';
    const things = { name: 'suite.things', indexes: { state: { by: (d) => d.state, sort: (d) => d.at }, owners: { by: (d) => d.owners } } };
    const store = new SqliteDocumentStore(SqliteFile.open(${JSON.stringify(folder)}));
    for (let writer = 0; writer < 16; writer += 1) void work(writer);
    async function work(writer) {
      for (let n = 0; ; n += 1) {
        const thing = { id: ['round', ${round}, writer, n].join('-'), ver: 1, nextAt: n, unsent: null, state: 's', owners: ['a'], at: '1', more: null };
        await store.insert(things, thing);
        await store.replace(things, { ...thing, ver: 2 });
        writeSync(1, thing.id + '\\n');
      }
    }`;
  const acknowledged: string[] = [];
  await runScript(writers, (id, { kill }) => {
    acknowledged.push(id);
    if (acknowledged.length === 200 + round * 37) kill();
  });
  return acknowledged;
}
