import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import { readersOf, type Entry } from './domain/entry.js';

export interface StoredEntry extends StoredDocument, Entry {}

const inOrder = ({ at, seq }: StoredEntry) => `${at} ${String(seq).padStart(9, '0')}`;

/** Id = the event's id. Entries are added, and go when they are old enough; nothing changes one. */
export const entries: Collection<StoredEntry> = {
  name: 'audit.entries',
  indexes: {
    byReader: { by: readersOf, sort: inOrder },
    bySource: { by: ({ source }) => source, sort: inOrder },
    byActor: { by: ({ actor }) => actor, sort: inOrder },
  },
};
