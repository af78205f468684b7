import type { BusMessage } from '#libs/ports/event-bus/port';
import type { Admin, Kafka } from 'kafkajs';
import { explained, kafkaClient, patiently, prefixOf, type KafkaOptions } from './kafka-client.js';
import { Publisher } from './publisher.js';

const MESSAGES_AT_ONCE = 500;

/** There is something on it already. */
export class BrokerNotEmpty extends Error {
  override readonly name = 'BrokerNotEmpty';
}

/** One topic as another bus kept it. */
export interface FilledTopic {
  readonly topic: string;
  /** Oldest first. */
  readonly messages: Iterable<BusMessage & { readonly position: number }>;
  /** By group: the position of the last message that it is done with. */
  readonly cursors: ReadonlyMap<string, number>;
}

interface Done {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/**
 * For whoever fills more than the broker: before the first thing is written anywhere.
 * @throws BrokerNotEmpty, BrokerRefuses; Unavailable
 */
export async function checkTopicsEmpty(options: KafkaOptions, topics: readonly string[]): Promise<void> {
  const admin = (await kafkaClient(options)).admin();
  try {
    await admin.connect();
    for (const topic of topics) await mustBeEmpty(admin, `${prefixOf(options)}${topic}`);
  } catch (error) {
    throw error instanceof BrokerNotEmpty ? error : explained(error);
  } finally {
    await admin.disconnect();
  }
}

/**
 * Publishes what another bus kept, in its order, to topics that are empty, and sets each group behind what it is done
 * with, so that nobody handles anything twice and nothing is left out. `at` is told how many messages are on the broker.
 * @throws BrokerNotEmpty, BrokerRefuses; Unavailable
 */
export async function fillTopics(
  options: KafkaOptions,
  topics: readonly FilledTopic[],
  at: (done: number) => void,
): Promise<number> {
  await checkTopicsEmpty(
    options,
    topics.map(({ topic }) => topic),
  );
  const { default: kafkajs } = await import('kafkajs');
  const kafka = await kafkaClient(options);
  const prefix = prefixOf(options);
  const admin = kafka.admin();
  const publisher = new Publisher(kafka, kafkajs.Partitioners.DefaultPartitioner);
  try {
    await admin.connect();
    const done = new Map<string, Done[]>();
    let published = 0;
    const publish = async (messages: readonly BusMessage[]) => {
      await publisher.publish(({ topic }) => `${prefix}${topic}`, messages);
      published += messages.length;
      at(published);
    };
    for (const filled of topics)
      await fill(filled, publish, async (group) => {
        const ends = await endsOf(admin, `${prefix}${filled.topic}`);
        done.set(group, [...(done.get(group) ?? []), ...ends]);
      });
    for (const [group, places] of done) await setCursor(kafka, `${prefix}${group}`, places);
    return published;
  } catch (error) {
    throw explained(error);
  } finally {
    await publisher.close();
    await admin.disconnect();
  }
}

async function mustBeEmpty(admin: Admin, topic: string): Promise<void> {
  const ends = await patiently(() => admin.fetchTopicOffsets(topic));
  if (ends.some(({ high }) => Number(high) > 0))
    throw new BrokerNotEmpty(`The topic ${topic} has events already: the broker must be empty.`);
}

async function endsOf(admin: Admin, topic: string): Promise<Done[]> {
  const ends = await patiently(() => admin.fetchTopicOffsets(topic));
  return ends.map(({ partition, high }) => ({ topic, partition, offset: high }));
}

/** Stops wherever a group had got to, and tells of it. */
async function fill(
  { messages, cursors }: FilledTopic,
  publish: (messages: readonly BusMessage[]) => Promise<void>,
  reached: (group: string) => Promise<void>,
): Promise<void> {
  const groups = [...cursors].sort(([, one], [, other]) => one - other);
  let some: BusMessage[] = [];
  const flush = async () => {
    if (some.length > 0) await publish(some);
    some = [];
  };
  for (const message of messages) {
    while (groups[0] && groups[0][1] < message.position) {
      await flush();
      await reached((groups.shift() as [string, number])[0]);
    }
    some.push(message);
    if (some.length === MESSAGES_AT_ONCE) await flush();
  }
  await flush();
  for (const [group] of groups) await reached(group);
}

/** Only a member may say how far its group is; it takes no message. */
async function setCursor(kafka: Kafka, groupId: string, places: readonly Done[]): Promise<void> {
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false });
  const topics = [...new Set(places.map(({ topic }) => topic))];
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    // Resolves once it is a member; whoever leaves before that stays one in the broker's eyes.
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: async () => undefined });
    await consumer.commitOffsets([...places]);
  } finally {
    await consumer.disconnect();
  }
}
