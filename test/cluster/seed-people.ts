import { pino } from 'pino';
import type { Clock } from '#libs/ports/clock/port';
import { SystemClock } from '#libs/ports/clock/system';
import { MongoDocumentStore } from '#libs/ports/document-store/mongodb';
import { KafkaEventBus } from '#libs/ports/event-bus/kafka';
import { EmbeddedFollowUpQueue } from '#libs/ports/follow-up-queue/embedded';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import { PeopleFirst, generateSigningKeys, startService } from '#libs/runtime';
import { directoryService } from '#libs/services/directory';
import type { ServerAddresses } from '../servers/servers.js';
import { noMailServer } from '../support/no-mail-server.js';
import { seedWorld } from '../support/world.js';

type Servers = ServerAddresses & Readonly<{ KAFKA_PREFIX: string }>;

/** Another instance of the directory, in this process: it puts people into the store and says so on the bus. */
export async function openRegistry(servers: Servers, clock: Clock = new SystemClock()) {
  const store = await MongoDocumentStore.open({ url: servers.MONGO_URL });
  const bus = await KafkaEventBus.of({
    brokers: servers.KAFKA_BROKERS.split(','),
    prefix: servers.KAFKA_PREFIX,
    clientId: 'seed',
    othersAnswer: async () => undefined,
    onFatal: (reason) => {
      throw reason;
    },
  });
  const queue = new EmbeddedFollowUpQueue(clock);
  const directory = await startService(directoryService({ publicUrl: () => '', secret: 'seed' }), {
    ports: { store, bus, queue, clock, ids: new TimeOrderedIds(), mailer: noMailServer },
    keys: await generateSigningKeys(['directory']),
    peers: new Map(),
    log: pino({ level: 'silent' }),
    people: new PeopleFirst(),
  });
  return {
    seed: (nameOf?: (name: string) => string) => seedWorld(directory, nameOf),
    async close() {
      await directory.close();
      for (const each of [queue, bus, store]) await each.close();
    },
  };
}

/** @see openRegistry, for one world */
export async function seedPeople(servers: Servers, clock?: Clock): ReturnType<typeof seedWorld> {
  const registry = await openRegistry(servers, clock);
  const tokens = await registry.seed();
  await registry.close();
  return tokens;
}
