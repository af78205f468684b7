import { randomUUID } from 'node:crypto';
import { Unavailable } from '#libs/contracts';
import type { BusMessage } from '#libs/ports/event-bus/port';
import kafkajs from 'kafkajs';
import { addressOf } from '../../../../test/servers/addresses.js';
import { startOwn } from '../../../../test/servers/own.js';
import { until } from '../../../../test/support/until.js';
import { KafkaEventBus } from './kafka-event-bus.js';
import { checkTopics, createTopics } from './topics.js';

const about = (brokers: string) => ({
  brokers: brokers.split(','),
  clientId: 'spec',
  prefix: `spec-${randomUUID()}.`,
  othersAnswer: async () => undefined,
  onFatal: (reason: Error) => {
    throw reason;
  },
});
const message = (id: string): BusMessage => ({ topic: 'things', key: 'k', id, value: Buffer.from(id) });

describe('the topics', () => {
  const options = about(addressOf('KAFKA_BROKERS'));

  it('are made once, with twelve partitions, and found to be right', async () => {
    expect(await createTopics(options, ['things', 'others'])).toHaveLength(2);
    expect(await createTopics(options, ['things', 'more'])).toEqual([`${options.prefix}more`]);

    await expect(checkTopics(options, ['things', 'others', 'more'])).resolves.toBeUndefined();
  });

  it('are named when they are missing', async () => {
    await expect(checkTopics(options, ['things', 'nothing'])).rejects.toThrow(
      /has no topic .*nothing\. Run "leerbrug topics create"/,
    );
  });

  it('are named when somebody made them with other partitions', async () => {
    const admin = new kafkajs.Kafka({ brokers: options.brokers, logLevel: 0 }).admin();
    await admin.connect();
    await admin.createTopics({
      topics: [{ topic: `${options.prefix}wide`, numPartitions: 3 }],
      waitForLeaders: true,
    });
    await admin.disconnect();

    await expect(checkTopics(options, ['things', 'wide'])).rejects.toThrow(
      /wide has 3 partitions instead of 12/,
    );
  });

  it('are an outage where no broker answers', async () => {
    await expect(checkTopics(about('127.0.0.1:1'), ['things'])).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('a broker that is killed', () => {
  it('refuses what is published, lets consumers wait, and nothing acknowledged is lost when it is back', async () => {
    const broker = await startOwn('kafka');
    const options = about(broker.address);
    await createTopics(options, ['things']);
    const bus = await KafkaEventBus.of(options);
    const seen = new Set<string>();
    const followed = new Set<string>();
    await bus.subscribe({ group: 'g', topics: ['things'] }, async ({ id }) => void seen.add(id));
    await bus.follow(['things'], async ({ id }) => void followed.add(id));
    await bus.publish([message('before')]);
    await until(async () => seen.has('before'), 'the first');

    await broker.signal('SIGKILL');
    await expect(bus.publish([message('refused')])).rejects.toBeInstanceOf(Unavailable);
    await expect(bus.lag({ group: 'g', topics: ['things'] })).rejects.toBeInstanceOf(Unavailable);
    await broker.restart();
    await bus.publish([message('after')]);

    await until(async () => seen.has('after') && followed.has('after'), 'what came after the outage');
    await bus.close();
    await broker.stop();
  }, 120_000);
});
