import { openReadAll } from '#libs/ports/document-store/mongodb';
import { readTopicsOf } from '#libs/ports/event-bus/kafka';
import type { Books } from '#libs/runtime';
import { kafkaOf, type ServersConfig } from './servers-config.js';

/** What the servers of a cluster keep, for who looks without changing anything. @throws Unavailable */
export async function openClusterBooks(
  servers: ServersConfig,
): Promise<{ readonly books: Books; close(): Promise<void> }> {
  const { readAll, close } = await openReadAll({ url: servers.MONGO_URL });
  return { books: { all: readAll, events: readTopicsOf(kafkaOf(servers, 'leerbrug')) }, close };
}
