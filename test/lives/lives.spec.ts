import fc from 'fast-check';
import type { DocumentStore } from '#libs/ports/document-store/port';
import { wrapped } from '../faults/around.js';
import { asTheModelSays, numRuns } from './as-the-model-says.js';
import type { FrozenStore } from './frozen-store.js';

jest.setTimeout(300_000);

/** Planted bug: what is held is written over whatever somebody else wrote meanwhile. */
const overwriting = (store: FrozenStore): DocumentStore =>
  wrapped(store, async (method, args, go) => {
    const [collection, document] = args as Parameters<DocumentStore['insert']>;
    const holds = ['offers.calendars', 'offers.days', 'offers.counters'].includes(collection?.name);
    if (!holds || (method !== 'insert' && method !== 'replace')) return go();
    store.put(collection, document);
    return undefined;
  });

describe('whatever people do, one thing after the other', () => {
  it('everything is as the model says after each of thirty steps', async () => {
    await fc.assert(asTheModelSays(), { numRuns });
  });

  it('a planted bug turns this red: what is held is written without comparing versions', async () => {
    const result = await fc.check(asTheModelSays(overwriting), { numRuns: 500, seed: 1, endOnFailure: true });

    expect(result.failed).toBe(true);
    expect(String(result.errorInstance)).toMatch(/both got what only one can have|holds are|places are/);
  });
});
