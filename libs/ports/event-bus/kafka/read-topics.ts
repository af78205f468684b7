import { randomUUID } from 'node:crypto';
import type { ReadEvents } from '#libs/ports/event-bus/port';
import type { Kafka, KafkaMessage } from 'kafkajs';
import { placeOf } from './group-consumer.js';
import { kafkaClient, outage, patiently, prefixOf, type KafkaOptions } from './kafka-client.js';

type Ends = Map<string, number>;

/** Reads topics from their beginning to where they end now. */
export function readTopicsOf(options: KafkaOptions): ReadEvents {
  return async (topics, each) => {
    const kafka = await kafkaClient(options);
    const prefix = prefixOf(options);
    try {
      const names = topics.map((topic) => `${prefix}${topic}`);
      await readUntil(kafka, `${prefix}read.${randomUUID()}`, names, (topic, { key, value, headers }) =>
        each({
          topic: topic.slice(prefix.length),
          key: String(key ?? ''),
          id: String(headers?.['id'] ?? ''),
          value,
        }),
      );
    } catch (error) {
      throw outage(error);
    }
  };
}

async function readUntil(
  kafka: Kafka,
  groupId: string,
  topics: readonly string[],
  each: (topic: string, message: KafkaMessage) => void,
): Promise<void> {
  const admin = kafka.admin();
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100, allowAutoTopicCreation: false });
  try {
    await admin.connect();
    const left: Ends = new Map();
    for (const topic of topics)
      for (const { partition, high, low } of await patiently(() => admin.fetchTopicOffsets(topic)))
        if (Number(high) > Number(low)) left.set(placeOf(topic, partition), Number(high));
    if (left.size === 0) return;
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer
        .run({
          autoCommit: false,
          eachBatch: async ({ batch }) => {
            const place = placeOf(batch.topic, batch.partition);
            const end = left.get(place);
            if (end === undefined) return;
            for (const message of batch.messages)
              if (Number(message.offset) < end) each(batch.topic, message);
            if (Number(batch.lastOffset()) >= end - 1) left.delete(place);
            if (left.size === 0) resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
    // A group that nobody deletes goes by itself after a week.
    await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }
}
