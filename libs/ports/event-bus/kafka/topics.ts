import { explained, kafkaClient, patiently, prefixOf, type KafkaOptions } from './kafka-client.js';

/** More would cost every consumer memory; fewer would limit how many instances of a service can share its work. */
const PARTITIONS = 12;

/** The broker's topics are not as they must be; the message says what to do. */
export class TopicsWrong extends Error {
  override readonly name = 'TopicsWrong';
}

/**
 * Makes the topics that are missing, kept for ever, with 12 partitions and the broker's own replication; leaves those
 * that are there as they are. Gives the names of those it made.
 * @throws BrokerRefuses; Unavailable
 */
export async function createTopics(options: KafkaOptions, topics: readonly string[]): Promise<string[]> {
  const admin = (await kafkaClient(options)).admin();
  try {
    await admin.connect();
    const there = new Set(await admin.listTopics());
    const missing = named(options, topics).filter((topic) => !there.has(topic));
    if (missing.length === 0) return [];
    await admin.createTopics({
      waitForLeaders: false,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: PARTITIONS,
        replicationFactor: -1,
        configEntries: [
          { name: 'retention.ms', value: '-1' },
          { name: 'retention.bytes', value: '-1' },
          { name: 'cleanup.policy', value: 'delete' },
        ],
      })),
    });
    for (const topic of missing) await patiently(() => admin.fetchTopicOffsets(topic));
    return missing;
  } catch (error) {
    throw explained(error);
  } finally {
    await admin.disconnect();
  }
}

/**
 * Another number of partitions would put the events of one key in two places.
 * @throws TopicsWrong, BrokerRefuses; Unavailable
 */
export async function checkTopics(options: KafkaOptions, topics: readonly string[]): Promise<void> {
  const admin = (await kafkaClient(options)).admin();
  try {
    await admin.connect();
    const there = new Set(await admin.listTopics());
    const wanted = named(options, topics);
    const missing = wanted.filter((topic) => !there.has(topic));
    if (missing.length > 0)
      throw new TopicsWrong(
        `The broker has no topic ${missing.join(', ')}. Run "leerbrug topics create" first.`,
      );
    const { topics: found } = await patiently(() => admin.fetchTopicMetadata({ topics: wanted }));
    for (const { name, partitions } of found) {
      if (partitions.length !== PARTITIONS)
        throw new TopicsWrong(
          `The topic ${name} has ${partitions.length} partitions instead of ${PARTITIONS}: the order within a key would be lost. Copy it into a topic made by "leerbrug topics create".`,
        );
    }
  } catch (error) {
    throw error instanceof TopicsWrong ? error : explained(error);
  } finally {
    await admin.disconnect();
  }
}

function named(options: KafkaOptions, topics: readonly string[]): string[] {
  return topics.map((topic) => `${prefixOf(options)}${topic}`);
}
