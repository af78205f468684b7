import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { moveIn, readServers } from '#libs/cluster';
import { SqliteSnapshot, restore } from '#libs/ports/sqlite';
import { stoppedByServers } from '../cluster/stopped-by-servers.js';
import type { Screen } from '../screen.js';
import { stoppedBy, type Surroundings } from './backup.js';

/** The embedded Leerbrug of a backup moves into the servers of an empty cluster. @throws Stopped */
export async function moveBackup(file: string, surroundings: Surroundings, screen: Screen): Promise<void> {
  await stoppedBy(() => stoppedByServers(() => move(file, surroundings, screen)));
}

async function move(file: string, { environment }: Surroundings, screen: Screen): Promise<void> {
  // Beside the backup: what it holds may be larger than the machine's temporary folder.
  const folder = await mkdtemp(path.join(path.dirname(path.resolve(file)), '.moving-'));
  try {
    const servers = readServers(environment);
    const { madeAt } = await restore(file, folder);
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
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
