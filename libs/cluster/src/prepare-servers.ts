import { syncIndexes } from '#libs/ports/document-store/mongodb';
import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import { createTopics } from '#libs/ports/event-bus/kafka';
import { parkedCollection, type ServiceDefinition } from '#libs/runtime';
import { kafkaOf, type ServersConfig } from './servers-config.js';

/** Every collection of a service, and the one where its parked events are. */
export function collectionsOf(definition: ServiceDefinition): Collection<StoredDocument>[] {
  const { name, aggregates, copies, collections = [] } = definition;
  return [
    ...aggregates.map(({ collection }) => collection),
    ...copies,
    ...collections,
    parkedCollection(name),
  ] as Collection<StoredDocument>[];
}

type Servers = ServersConfig;

/** The deploy step, before newer processes start: topics and indexes as these services need them. */
export const prepareServers = {
  createTopics: (servers: Servers, services: readonly string[]): Promise<string[]> =>
    createTopics(kafkaOf(servers, 'leerbrug'), services),
  /** `obsolete`: once no older process runs, the indexes that only those needed go. */
  syncIndexes: (
    { MONGO_URL }: Servers,
    definitions: readonly ServiceDefinition[],
    removing: { readonly obsolete?: boolean } = {},
  ): Promise<void> => syncIndexes({ url: MONGO_URL }, definitions.flatMap(collectionsOf), removing),
};
