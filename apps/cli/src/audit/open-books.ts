import path from 'node:path';
import { openClusterBooks, readServers } from '#libs/cluster';
import { readAllOf } from '#libs/ports/document-store/sqlite';
import { readEventsOf } from '#libs/ports/event-bus/in-process';
import { SqliteSnapshot } from '#libs/ports/sqlite';
import type { OpenBooks } from './look.js';

/** One moment of a folder's database, while its instance goes on writing. */
export function openFolder(folder: string): OpenBooks {
  const snapshot = SqliteSnapshot.open(path.join(folder, 'leerbrug.db'));
  return {
    books: { all: readAllOf(snapshot), events: readEventsOf(snapshot) },
    close: async () => snapshot.close(),
  };
}

/** @throws ConfigInvalid, Unavailable */
export function openCluster(environment: Readonly<Record<string, string | undefined>>): Promise<OpenBooks> {
  return openClusterBooks(readServers(environment));
}
