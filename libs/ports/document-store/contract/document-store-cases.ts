import { closeCases } from './close-cases.js';
import { findCases } from './find-cases.js';
import { pageCases } from './page-cases.js';
import type { DocumentStoreCase, StoreUnderTest } from './store-under-test.js';
import { writeCases } from './write-cases.js';

export const documentStoreCases: readonly DocumentStoreCase[] = [
  ...writeCases,
  ...findCases,
  ...pageCases,
  ...closeCases,
];

/** What every document store promises; `make` gives an empty store. */
export function describeDocumentStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name} as a document store`, () => {
    it.each(documentStoreCases.map((each) => [each.name, each] as const))(
      '%s',
      async (_, { run }) => {
        const test = await make();
        try {
          await run(test);
        } finally {
          await test.end();
        }
      },
      // Ten thousand durable writes take a database over a socket longer than a file.
      240_000,
    );
  });
}
