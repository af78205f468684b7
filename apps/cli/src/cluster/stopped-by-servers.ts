import { BrokerNotEmpty, BrokerRefuses, DatabaseNotEmpty, MongoUrlWrong } from '#libs/cluster';
import { Unavailable } from '#libs/contracts';
import { ConfigInvalid } from '#libs/settings';
import { Stopped } from '../api.js';

const known = [ConfigInvalid, Unavailable, MongoUrlWrong, BrokerRefuses, DatabaseNotEmpty, BrokerNotEmpty];

/** What the servers say, or the settings that name them, is one sentence. @throws Stopped */
export async function stoppedByServers<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (known.some((kind) => error instanceof kind)) throw new Stopped((error as Error).message);
    throw error;
  }
}
