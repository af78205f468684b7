import fc from 'fast-check';
import type { DocumentStore } from '#libs/ports/document-store/port';
import { wrapped } from '../faults/around.js';
import type { MemoryStore } from './memory-store.js';
import { commands, wrongAfter } from './schedule.js';

jest.setTimeout(300_000);

/** Twenty thousand take minutes: `npm run test:faults` sets them. */
const numRuns = Number(process.env['SCHEDULES'] ?? 4_000);

const schedules = (around?: (store: MemoryStore) => DocumentStore) =>
  fc.asyncProperty(
    fc.scheduler(),
    commands,
    fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 1, maxLength: 6 }),
    async (scheduler, given, goBack) => {
      const wrong = await wrongAfter({
        scheduler,
        commands: given,
        goBack,
        ...(around ? { around } : {}),
      });
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    },
  );

/** Planted bug: capacity is written over whatever somebody else wrote meanwhile. */
const overwriting = (store: MemoryStore): DocumentStore =>
  wrapped(store, async (method, args, go) => {
    const [collection, document] = args as Parameters<DocumentStore['insert']>;
    const capacity = collection?.name === 'offers.calendars' || collection?.name === 'offers.demands';
    if (!capacity || (method !== 'insert' && method !== 'replace')) return go();
    await store.turn(`overwrite ${collection.name}`);
    store.put(collection, document);
    return undefined;
  });

describe('whatever the order in which things happen', () => {
  it('nothing is promised twice, and holds, calendars and matches agree', async () => {
    await fc.assert(schedules(), { numRuns });
  });

  it('a planted bug turns this red: a hold that is written without comparing versions', async () => {
    const result = await fc.check(schedules(overwriting), { numRuns: 500, seed: 1 });

    expect(result.failed).toBe(true);
    expect(String(result.errorInstance)).toMatch(/promised twice|overbooked|entries/);
  });
});
