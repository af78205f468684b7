import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unavailable } from '#libs/contracts';
import type { Collection, DocumentStore, StoredDocument } from '#libs/ports/document-store/port';
import { finished, postImport } from '../../../../../test/support/imported.js';
import { operator, runDirectory } from '../../../../../test/support/running-directory.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leerbrug-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an import that a crash interrupts', () => {
  it('goes on at the next start and tells the counts of its beginning', async () => {
    const dying = diesAfter(70);
    const first = await runDirectory(folder, dying.wrap);
    const { body } = await postImport(first, { kind: 'schools', content: aFileOf(200) }, operator);
    await dying.dead;
    await first.close();

    const second = await runDirectory(folder);
    const report = await finished(second, body.id);
    const { items } = (await second.get<{ items: object[] }>('/api/school-locations?limit=100&q=school%201'))
      .body;
    const told = await second.told();
    await second.close();

    expect(body.state).toBe('running');
    expect(report).toMatchObject({
      counts: { rows: 200, added: 200, changed: 0, unchanged: 0 },
      progress: { done: 200, total: 200 },
    });
    expect(items).toHaveLength(100);
    expect(told.length).toBeGreaterThanOrEqual(130);
  });

  it('forgets the file when it is finished', async () => {
    const directory = await runDirectory(folder);
    const { body } = await postImport(directory, { kind: 'schools', content: aFileOf(3) }, operator);
    await finished(directory, body.id);
    await directory.service.due.close();

    const files = { name: 'directory.import-files', indexes: {} };
    const file = await directory.store.get<StoredDocument>(files, body.id);
    await directory.close();

    expect(file).toBeUndefined();
  });

  it('keeps a second import waiting', async () => {
    const dying = diesAfter(10);
    const directory = await runDirectory(folder, dying.wrap);
    await postImport(directory, { kind: 'schools', content: aFileOf(20) }, operator);
    await dying.dead;

    const second = await postImport(directory, { kind: 'schools', content: aFileOf(1) }, operator);
    await directory.close();

    expect(second).toMatchObject({ status: 409, body: { code: 'imports.running' } });
  });
});

/** A store that takes so many school locations and then is away for good. */
function diesAfter(locations: number) {
  let taken = 0;
  let died = () => {};
  const dead = new Promise<void>((resolve) => {
    died = resolve;
  });
  const wrap = (store: DocumentStore): DocumentStore =>
    new Proxy(store, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (name !== 'insert')
          return typeof member === 'function' ? (member.bind(target) as unknown) : member;
        return async <D extends StoredDocument>(collection: Collection<D>, document: D) => {
          if (collection.name === 'directory.school-locations' && ++taken > locations) {
            died();
            throw new Unavailable('the database');
          }
          return target.insert(collection, document);
        };
      },
    });
  return { wrap, dead };
}

function aFileOf(count: number): Buffer {
  const header =
    'VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;VAKANTIEREGIO';
  const lines = Array.from(
    { length: count },
    (_, i) =>
      `${String(i % 100).padStart(2, '0')}AB0${Math.floor(i / 100)};School ${i < 100 ? 1 : 2};9401 AA;ASSEN;0106;ASSEN;Noord`,
  );
  return Buffer.from([header, ...lines].join('\r\n'));
}
