import type { Collection, Query, StoredDocument } from './document-store.js';
import { UnknownIndex } from './document-store.js';

/** What one declared index says about one document: each key once. */
interface IndexEntry {
  readonly keys: readonly string[];
  readonly sort: string;
}

/** The entries of every declared index, by its name; the same for every store. */
export function indexEntries<D extends StoredDocument>(
  collection: Collection<D>,
  document: D,
): Record<string, IndexEntry> {
  const entries: Record<string, IndexEntry> = {};
  for (const [name, { by, sort }] of Object.entries(collection.indexes)) {
    const key = by(document);
    const keys = key === null ? [] : typeof key === 'string' ? [key] : [...new Set(key)];
    entries[name] = { keys, sort: sort ? sort(document) : document.id };
  }
  return entries;
}

/**
 * Mistakes of the programmer, found alike in every store.
 * @throws UnknownIndex; RangeError for a limit outside 1–1,000, more than 500 keys, or both `equals` and `oneOf`.
 */
export function checkQuery<D extends StoredDocument>(
  collection: Collection<D>,
  index: string,
  query: Partial<Query>,
): void {
  if (!Object.hasOwn(collection.indexes, index)) throw new UnknownIndex(collection.name, index);
  const { equals, oneOf, limit = 1 } = query;
  if (equals !== undefined && oneOf) throw new RangeError('a query has equals or oneOf, not both');
  if (oneOf && oneOf.length > 500) throw new RangeError(`oneOf takes at most 500 keys, not ${oneOf.length}`);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new RangeError(`limit is 1 to 1,000, not ${limit}`);
}
