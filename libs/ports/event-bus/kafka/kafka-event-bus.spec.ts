import { randomUUID } from 'node:crypto';
import { Unavailable } from '#libs/contracts';
import type { BusMessage } from '#libs/ports/event-bus/port';
import kafkajs from 'kafkajs';
import { addressOf } from '../../../../test/servers/addresses.js';
import { startOwn } from '../../../../test/servers/own.js';
import { until } from '../../../../test/support/until.js';
import { BrokerRefuses } from './kafka-client.js';
import { KafkaEventBus } from './kafka-event-bus.js';
import { fillTopics } from './fill-topics.js';
import { readTopicsOf } from './read-topics.js';
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

  it('are a sentence when the broker refuses them for good', async () => {
    const refused = createTopics(options, ['no name for a topic!']);

    await expect(refused).rejects.toBeInstanceOf(BrokerRefuses);
    await expect(refused).rejects.toThrow(/^The broker refuses: [^\n]+\.$/);
  });

  it('are an outage where no broker answers', async () => {
    await expect(checkTopics(about('127.0.0.1:1'), ['things'])).rejects.toBeInstanceOf(Unavailable);
  });
});

/** Resolves when a group is complete, with so many members. */
const membersOf = async ({ brokers, prefix }: ReturnType<typeof about>, group: string, many: number) => {
  const admin = new kafkajs.Kafka({ brokers, logLevel: 0 }).admin();
  await admin.connect();
  await until(async () => {
    const { groups } = await admin.describeGroups([`${prefix}${group}`]);
    return groups[0]?.state === 'Stable' && groups[0].members.length === many;
  }, `${many} members`);
  await admin.disconnect();
};

describe('a member of a group', () => {
  it('is told before the first message that it is given keys, and again when others leave', async () => {
    const options = about(addressOf('KAFKA_BROKERS'));
    await createTopics(options, ['things']);
    const [one, other] = [await KafkaEventBus.of(options), await KafkaEventBus.of(options)];
    const told: string[] = [];
    const join = (bus: KafkaEventBus, name: string) =>
      bus.subscribe(
        { group: 'g', topics: ['things'], assigned: async () => void told.push(`${name} assigned`) },
        async ({ id }) => void told.push(id),
      );
    await join(one, 'one');
    const leaving = await join(other, 'other');
    await membersOf(options, 'g', 2);
    const keys = Array.from({ length: 40 }, (_, n) => `k${n}`);
    const publish = (round: string) =>
      one.publish(keys.map((key) => ({ ...message(`${round} ${key}`), key })));
    await publish('first');
    await until(async () => told.filter((each) => each.startsWith('first')).length >= 40, 'the first round');
    const before = told.filter((each) => each === 'one assigned').length;

    await leaving.close();
    await publish('second');
    await until(
      async () => told.filter((each) => each.startsWith('second')).length >= 40,
      'the second round',
    );

    expect(told[0]).toMatch(/ assigned$/);
    expect(told).toEqual(expect.arrayContaining(['other assigned']));
    expect(told.filter((each) => each === 'one assigned').length).toBeGreaterThan(before);
    await one.close();
    await other.close();
  }, 60_000);
});

describe('what is on topics', () => {
  it('is read from its beginning to its end, and fills topics that are empty, each group behind what it is done with', async () => {
    const to = about(addressOf('KAFKA_BROKERS'));
    await createTopics(to, ['things']);
    const messages = Array.from({ length: 30 }, (_, n) => ({
      ...message(`e${n}`),
      key: `k${n % 3}`,
      position: n + 1,
    }));
    const cursors = new Map([
      ['done', 30],
      ['halfway', 15],
    ]);

    expect(await fillTopics(to, [{ topic: 'things', messages, cursors }], () => undefined)).toBe(30);

    const read: string[] = [];
    await readTopicsOf(to)(['things'], ({ id }) => void read.push(id));
    expect(read.toSorted()).toEqual(messages.map(({ id }) => id).toSorted());
    const bus = await KafkaEventBus.of(to);
    const lagOf = (group: string) => bus.lag({ group, topics: ['things'] });
    expect([await lagOf('done'), await lagOf('halfway'), await lagOf('new')]).toEqual([0, 15, 30]);
    const heard: string[] = [];
    await bus.subscribe({ group: 'halfway', topics: ['things'] }, async ({ id }) => void heard.push(id));
    await until(async () => heard.length >= 15, 'what was left');
    expect(heard.toSorted()).toEqual(
      messages
        .slice(15)
        .map(({ id }) => id)
        .toSorted(),
    );
    await bus.close();
    await expect(fillTopics(to, [], () => undefined)).resolves.toBe(0);
    const again = fillTopics(to, [{ topic: 'things', messages, cursors }], () => undefined);
    await expect(again).rejects.toThrow(/has events already/);
  }, 60_000);
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

describe('a broker that hangs', () => {
  it('ends no process: who was joining joins when it is back', async () => {
    const broker = await startOwn('kafka');
    const fatal: Error[] = [];
    const options = { ...about(broker.address), onFatal: (reason: Error) => void fatal.push(reason) };
    await createTopics(options, ['things']);
    const [one, other] = [await KafkaEventBus.of(options), await KafkaEventBus.of(options)];
    const seen = new Set<string>();
    const join = (bus: KafkaEventBus) =>
      bus.subscribe({ group: 'g', topics: ['things'] }, async ({ id }) => void seen.add(id));
    await join(one);
    await one.publish([message('before')]);
    await until(async () => seen.has('before'), 'the first');
    await join(other);

    await broker.signal('SIGSTOP');
    await longerThanItsSession();
    await broker.signal('SIGCONT');
    await until(() => one.publish([message('after')]).then(() => true, isNoAnswer), 'an answer', 30);

    await until(async () => seen.has('after'), 'what came after it', 30);
    expect(fatal).toEqual([]);
    await one.close();
    await other.close();
    await broker.stop();
  }, 120_000);
});

/** A request to the broker, and a member of a group, are given up after ten seconds. */
const longerThanItsSession = () => new Promise((resolve) => setTimeout(resolve, 12_000));

const isNoAnswer = (error: unknown) => {
  if (error instanceof Unavailable) return false;
  throw error;
};
