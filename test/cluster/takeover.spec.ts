import { randomUUID } from 'node:crypto';
import kafkajs from 'kafkajs';
import { KafkaEventBus } from '#libs/ports/event-bus/kafka';
import { until } from '../support/until.js';
import { aRequest, publishedOffer, type World } from '../support/world.js';
import { aStoryCluster, type StoryCluster } from './a-cluster-world.js';

/** Those who handle what a posted request leads to. */
const consumers = ['matching', 'notifications', 'impact', 'audit'] as const;

describe('a service of which one of two processes ends', () => {
  let cluster: StoryCluster;
  let world: World;
  let bus: KafkaEventBus;
  beforeAll(async () => {
    cluster = await aStoryCluster();
    world = await cluster.world();
    const { KAFKA_BROKERS, KAFKA_PREFIX } = cluster.servers;
    bus = await KafkaEventBus.of({
      brokers: KAFKA_BROKERS.split(','),
      prefix: KAFKA_PREFIX,
      clientId: 'spec',
      othersAnswer: async () => undefined,
      onFatal: (reason) => {
        throw reason;
      },
    });
    await publishedOffer(world);
  }, 240_000);
  afterAll(async () => {
    await bus.close();
    await cluster.stop();
  }, 60_000);

  /** So many that every partition has some. What a killed process was asked is broken off or 503: asked again by its key. */
  const posted = (label: string) =>
    Promise.all(
      Array.from({ length: 24 }, async (_, n) => {
        const groups = [{ sector: 'po', grades: ['7'], pupils: 20, name: `${label} ${n}` }];
        const key = { 'idempotency-key': randomUUID() };
        const answer = await until(async () => {
          const sent = world.teacher.post('/api/requests', aRequest({ groups }), key);
          const { status } = await sent.catch(() => ({ status: 503 }));
          return status === 503 ? undefined : status;
        }, 'an answer');
        expect(answer).toBe(201);
      }),
    );
  const handled = (group: string) =>
    until(async () => (await bus.lag({ group, topics: ['requests'] })) === 0, `${group} to have caught up`);

  /** Seconds until each of some requests that are posted now is handled by that service. */
  const handledAfter = async (service: string, label: string) => {
    const began = performance.now();
    await posted(`${label} ${service}`);
    await handled(service);
    return ((performance.now() - began) / 1000).toFixed(1);
  };

  it.each(
    (['SIGTERM', 'SIGKILL'] as const).flatMap((signal) =>
      consumers.map((service) => [service, signal] as const),
    ),
  )(
    '%s after %s: all of its keys go on',
    async (service, signal) => {
      await handledAfter(service, `warm ${signal}`);
      const before = await handledAfter(service, `before ${signal}`);

      const ended = cluster.cluster.end(service, 0, signal);
      const after = await handledAfter(service, `after ${signal}`);
      await ended;

      process.stdout.write(
        `${service} after ${signal}: every key handled ${after} s later (else ${before} s)\n`,
      );
      await cluster.cluster.begin(service, 0);
    },
    120_000,
  );

  it('is back before the killed one is missed', async () => {
    const { KAFKA_BROKERS, KAFKA_PREFIX } = cluster.servers;
    const admin = new kafkajs.Kafka({ brokers: KAFKA_BROKERS.split(','), logLevel: 0 }).admin();
    await admin.connect();
    const group = async () => (await admin.describeGroups([`${KAFKA_PREFIX}matching`])).groups[0];
    const membersOf = (found: Awaited<ReturnType<typeof group>>) =>
      (found?.members ?? []).map(({ memberId }) => memberId);
    const both = membersOf(
      await until(async () => {
        const found = await group();
        return found?.state === 'Stable' && found.members.length === 2 && found;
      }, 'both processes to share the work'),
    );

    await cluster.cluster.end('matching', 0, 'SIGKILL');
    await cluster.cluster.begin('matching', 0);

    // Whoever waited for the broker to miss the killed one would not find it there any more.
    expect(membersOf(await group())).toEqual(expect.arrayContaining(both));
    await admin.disconnect();
  }, 60_000);

  it('answers people while one process of each is away', async () => {
    for (const service of [...consumers, 'requests', 'offers', 'directory', 'gateway'])
      await cluster.cluster.end(service, 1, 'SIGKILL');

    await posted('with half of them');
    for (const service of consumers) await handled(service);
  }, 120_000);
});
