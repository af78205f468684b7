import { prepareServers, readServers } from '#libs/cluster';
import type { Screen } from '../screen.js';
import { stoppedByServers } from './stopped-by-servers.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Makes the topics that are missing on the broker. @throws Stopped */
export async function createTopics(environment: Environment, screen: Screen): Promise<void> {
  await stoppedByServers(async () => {
    const { definitions } = await import('./definitions.js');
    const names = definitions.map(({ name }) => name);
    const made = await prepareServers.createTopics(readServers(environment), names);
    screen.line(made.length > 0 ? `Made ${made.join(', ')}.` : 'Every topic is there.');
  });
}

/**
 * Makes the collections and indexes that these services declare; removes what they do not only where told to.
 * @throws Stopped
 */
export async function syncIndexes(
  environment: Environment,
  { obsolete }: { readonly obsolete?: true },
  screen: Screen,
): Promise<void> {
  await stoppedByServers(async () => {
    const { definitions } = await import('./definitions.js');
    await prepareServers.syncIndexes(readServers(environment), definitions, { obsolete: obsolete === true });
    screen.line(obsolete ? 'Every index is there, and no other.' : 'Every index is there.');
  });
}
