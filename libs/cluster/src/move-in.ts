import { fillCollections } from '#libs/ports/document-store/mongodb';
import { checkTopicsEmpty, fillTopics } from '#libs/ports/event-bus/kafka';
import { readAllOf } from '#libs/ports/document-store/sqlite';
import { cursorsOf, logOf } from '#libs/ports/event-bus/in-process';
import type { SqliteSnapshot } from '#libs/ports/sqlite';
import type { ServiceDefinition } from '#libs/runtime';
import { kafkaOf, type ServersConfig } from './servers-config.js';
import { collectionsOf, prepareServers } from './prepare-servers.js';

export interface MovedIn {
  readonly documents: number;
  readonly events: number;
}

interface Move {
  readonly servers: ServersConfig;
  readonly definitions: readonly ServiceDefinition[];
  /** The database of an embedded Leerbrug that nobody writes to any more. */
  readonly from: SqliteSnapshot;
  /** Told now and then how many documents and events are in. */
  readonly at: (done: number) => void;
}

/**
 * A whole embedded installation into the servers of an empty cluster: every document under its id and version, every event
 * in its order, every consumer where it was. Before any service runs there.
 * @throws DatabaseNotEmpty, BrokerNotEmpty, MongoUrlWrong, BrokerRefuses, Unavailable
 */
export async function moveIn({ servers, definitions, from, at }: Move): Promise<MovedIn> {
  const topics = definitions.map(({ name }) => name);
  await prepareServers.createTopics(servers, topics);
  // First: a move that is refused for its topics would leave a full database, and be refused for that ever after.
  await checkTopicsEmpty(kafkaOf(servers, 'leerbrug'), topics);
  await prepareServers.syncIndexes(servers, definitions);
  const filled = topics.map((topic) => ({
    topic,
    messages: logOf(from, topic),
    cursors: cursorsOf(from, topic),
  }));
  const documents = await fillCollections(
    { url: servers.MONGO_URL },
    { collections: definitions.flatMap(collectionsOf), from: readAllOf(from), at },
  );
  const events = await fillTopics(kafkaOf(servers, 'leerbrug'), filled, (done) => at(documents + done));
  return { documents, events };
}
