import { setImmediate } from 'node:timers/promises';
import type { Query, Page } from '#libs/ports/document-store/port';

/** Everything under a key of an index, page by page, so that whoever asks for something else comes in between. */
export async function* everyAggregate<D>(
  find: (query: Query) => Promise<Page<D>>,
  equals = '*',
): AsyncGenerator<D> {
  let after: string | null = '';
  while (after !== null) {
    const page: Page<D> = await find({ equals, limit: 1000, ...(after ? { after } : {}) });
    yield* page.items;
    after = page.next;
    if (after) await setImmediate();
  }
}
