import { randomUUID } from 'node:crypto';
import { Unavailable } from '#libs/contracts';
import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import { addressOf } from '../../../../test/servers/addresses.js';
import { startOwn } from '../../../../test/servers/own.js';
import { checkIndexes, syncIndexes } from './indexes.js';
import { MongoDocumentStore } from './mongo-document-store.js';

interface Visit extends StoredDocument {
  readonly school: string;
  readonly partner: string;
}

const visits: Collection<Visit> = {
  name: 'spec.visits',
  indexes: { school: { by: ({ school }) => school } },
};
const byPartner: Collection<Visit> = {
  name: 'spec.visits',
  indexes: { ...visits.indexes, partner: { by: ({ partner }) => partner } },
};
const bySide: Collection<Visit> = {
  name: 'spec.visits',
  indexes: { school: { by: ({ school, partner }) => [school, partner] } },
};

function aVisit(over: Partial<Visit> = {}): Visit {
  return { id: 'visit-1', ver: 1, nextAt: null, unsent: null, school: 's1', partner: 'p1', ...over };
}

describe('MongoDocumentStore', () => {
  const url = addressOf('MONGO_URL');
  const inOwnDatabase = () => ({ url, database: `spec-${randomUUID()}` });

  it('names the index that is missing until the deploy step made it', async () => {
    const options = inOwnDatabase();
    await expect(checkIndexes(options, [visits])).rejects.toThrow(
      /no index .* on spec\.visits\. Run "leerbrug indexes sync"/,
    );

    await syncIndexes(options, [visits]);
    await expect(checkIndexes(options, [visits])).resolves.toBeUndefined();
    await expect(checkIndexes(options, [byPartner])).rejects.toThrow(/ix\.partner\.by/);
  });

  it('leaves an older program its indexes until they are obsolete', async () => {
    const options = inOwnDatabase();
    await syncIndexes(options, [byPartner]);

    await syncIndexes(options, [visits]);
    await expect(checkIndexes(options, [byPartner])).resolves.toBeUndefined();

    await syncIndexes(options, [visits], { obsolete: true });
    await expect(checkIndexes(options, [byPartner])).rejects.toThrow(/ix\.partner\.by/);
    await expect(checkIndexes(options, [visits])).resolves.toBeUndefined();
  });

  it('finds older documents by an index that a newer program declares or means differently', async () => {
    const options = inOwnDatabase();
    await syncIndexes(options, [visits]);
    const old = await MongoDocumentStore.open(options);
    for (let n = 0; n < 30; n += 1) await old.insert(visits, aVisit({ id: `v${n}`, partner: `p${n % 3}` }));
    await old.close();

    await syncIndexes(options, [byPartner]);
    const newer = await MongoDocumentStore.open(options);
    expect(await newer.count(byPartner, 'partner', { equals: 'p2' })).toBe(10);
    await newer.close();

    await syncIndexes(options, [bySide]);
    const other = await MongoDocumentStore.open(options);
    expect(await other.count(bySide, 'school', { equals: 'p1' })).toBe(10);
    await other.close();
  });

  it('takes no operator for a key, and no second declaration of a name', async () => {
    const options = inOwnDatabase();
    await syncIndexes(options, [visits]);
    const store = await MongoDocumentStore.open(options);
    await store.insert(visits, aVisit());
    const operator = { $gt: '' } as unknown as string;

    await expect(store.get(visits, operator)).rejects.toThrow(/Cast/);
    await expect(store.count(visits, 'school', { equals: operator })).rejects.toThrow(/Cast/);
    await expect(store.get(byPartner, 'visit-1')).rejects.toThrow('declared twice');
    await store.close();
  });

  it('is unavailable where nothing answers', async () => {
    const nowhere = 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200';
    await expect(MongoDocumentStore.open({ url: nowhere })).rejects.toBeInstanceOf(Unavailable);
  }, 20_000);

  it('loses nothing that it acknowledged when the database is killed, and goes on when it is back', async () => {
    const database = await startOwn('mongo');
    const options = { url: database.address };
    await syncIndexes(options, [visits]);
    const store = await MongoDocumentStore.open(options);
    const acknowledged: string[] = [];
    const refusals: unknown[] = [];
    const writer = async (name: string): Promise<void> => {
      for (let n = 0; refusals.length === 0; n += 1) {
        const visit = aVisit({ id: `${name}-${n}` });
        try {
          await store.insert(visits, visit);
          await store.replace(visits, { ...visit, ver: 2 });
          acknowledged.push(visit.id);
        } catch (error) {
          refusals.push(error);
        }
        if (acknowledged.length === 100) await database.signal('SIGKILL');
      }
    };

    await Promise.all(['a', 'b', 'c', 'd'].map(writer));
    await database.restart();
    const kept = await Promise.all(acknowledged.map((id) => store.get(visits, id)));

    expect(acknowledged.length).toBeGreaterThanOrEqual(100);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(Unavailable);
    expect(kept.filter((visit) => visit?.ver !== 2)).toEqual([]);
    await store.close();
    await database.stop();
  }, 90_000);
});
