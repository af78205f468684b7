export { DocumentStore, AlreadyTaken, StaleVersion, UnknownIndex } from './document-store.js';
export type {
  Collection,
  Index,
  IndexKey,
  Query,
  Page,
  StoredDocument,
  DueField,
  ReadAll,
} from './document-store.js';
export { InvalidCursor, readCursor, writeCursor } from './cursor.js';
export type { Place } from './cursor.js';
export { checkQuery, indexEntries } from './index-entries.js';
