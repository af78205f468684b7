import { resolve } from 'node:path';
import { pino } from 'pino';
import { SystemClock } from '#libs/ports/clock/system';
import { MongoDocumentStore } from '#libs/ports/document-store/mongodb';
import { KafkaEventBus } from '#libs/ports/event-bus/kafka';
import { EmbeddedFollowUpQueue } from '#libs/ports/follow-up-queue/embedded';
import { RandomIds } from '#libs/ports/ids/random';
import { PeopleFirst, generateSigningKeys, startService } from '#libs/runtime';
import { directoryService } from '#libs/services/directory';
import { addressOf } from '../servers/addresses.js';
import { built } from '../faults/built.js';
import { Caller } from '../support/caller.js';
import { noMailServer } from '../support/no-mail-server.js';
import { until } from '../support/until.js';
import {
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  seedWorld,
  type World,
} from '../support/world.js';
import { startCluster, type Cluster } from './cluster.js';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';

const servers = {
  KAFKA_BROKERS: addressOf('KAFKA_BROKERS'),
  MONGO_URL: addressOf('MONGO_URL'),
  REDIS_URL: addressOf('REDIS_URL'),
};

/** Another instance of the directory, in this process: it puts people into the store and says so on the bus. */
async function seed(): Promise<Record<string, string>> {
  const clock = new SystemClock();
  const store = await MongoDocumentStore.open({ url: servers.MONGO_URL });
  const bus = await KafkaEventBus.of({
    brokers: servers.KAFKA_BROKERS.split(','),
    clientId: 'seed',
    othersAnswer: async () => undefined,
    onFatal: (reason) => {
      throw reason;
    },
  });
  const queue = new EmbeddedFollowUpQueue(clock);
  const directory = await startService(directoryService({ publicUrl: () => '', secret: 'seed' }), {
    ports: { store, bus, queue, clock, ids: new RandomIds(), mailer: noMailServer },
    keys: await generateSigningKeys(['directory']),
    peers: new Map(),
    log: pino({ level: 'silent' }),
    people: new PeopleFirst(),
  });
  const tokens = await seedWorld(directory);
  await directory.close();
  for (const each of [queue, bus, store]) await each.close();
  return tokens;
}

describe('a request in a cluster of processes', () => {
  let cluster: Cluster;
  let world: World;
  beforeAll(async () => {
    const build = resolve(built(), '../../..');
    cluster = await startCluster({
      servers,
      definitions,
      port: 0,
      program: (app) => [resolve(build, `apps/${app}/src/main.js`)],
      environment: { LEERBRUG_WEB: resolve('test/support/page') },
    });
    const tokens = await seed();
    const callers = Object.entries(tokens).map(([name, token]) => [name, new Caller(cluster.url, token)]);
    world = Object.fromEntries(callers);
  }, 180_000);
  afterAll(() => cluster.stop(), 30_000);

  it('travels from the school to a question at both sides', async () => {
    const offer = await publishedOffer(world);
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    expect(items[0]).toMatchObject({ offerId: offer.id, organisationId: 'factory' });

    const match = await askedMatch(world, request.id, items[0].slotId);

    expect(match).toMatchObject({ state: 'asked', question: 1 });
    const trail = await until(async () => {
      const { body } = await world.coordinator.get(`/api/matches/${match.id}`);
      return body.state === 'asked' && body;
    }, 'the match to be read by its coordinator');
    expect(trail.id).toBe(match.id);
  }, 60_000);
});
