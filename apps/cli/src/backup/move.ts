import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { BrokerNotEmpty, DatabaseNotEmpty, moveIn, readServers } from '#libs/cluster';
import { ConfigInvalid } from '#libs/settings';
import { Unavailable } from '#libs/contracts';
import { SqliteSnapshot, restore } from '#libs/ports/sqlite';
import { Stopped } from '../api.js';
import type { Screen } from '../screen.js';
import { stoppedBy, type Surroundings } from './backup.js';

const known = [ConfigInvalid, Unavailable, DatabaseNotEmpty, BrokerNotEmpty];

/** The embedded Leerbrug of a backup moves into the servers of an empty cluster. @throws Stopped */
export async function moveBackup(file: string, { environment }: Surroundings, screen: Screen): Promise<void> {
  // Beside the backup: what it holds may be larger than the machine's temporary folder.
  const folder = await mkdtemp(path.join(path.dirname(path.resolve(file)), '.moving-'));
  try {
    const servers = readServers(environment);
    const { madeAt } = await stoppedBy(() => restore(file, folder));
    const { definitions } = await import('../cluster/definitions.js');
    const snapshot = SqliteSnapshot.open(path.join(folder, 'leerbrug.db'));
    let told = 0;
    try {
      const { documents, events } = await moveIn({
        servers,
        definitions,
        from: snapshot,
        at: (done) => {
          if (done - told < 50_000) return;
          told = done;
          screen.line(`${done} documents and events are there.`);
        },
      });
      screen.line(`Moved ${documents} documents and ${events} events, as they were at ${madeAt}.`);
      screen.line('Give the cluster the secret of secret.json as LEERBRUG_SECRET, then start it.');
    } finally {
      snapshot.close();
    }
  } catch (error) {
    if (known.some((kind) => error instanceof kind)) throw new Stopped((error as Error).message);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
