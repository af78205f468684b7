import { randomBytes } from 'node:crypto';
import kafkajs from 'kafkajs';
import mongoose from 'mongoose';
import { addressOf } from '../servers/addresses.js';
import type { ServerAddresses } from '../servers/servers.js';

let databases = 0;

/** On the servers of this run: a database, names of topics and a Redis that no other test uses. */
export function ownServers(): ServerAddresses & Readonly<{ KAFKA_PREFIX: string }> {
  const own = `t${randomBytes(4).toString('hex')}`;
  const mongo = new URL(addressOf('MONGO_URL'));
  mongo.pathname = `/${own}`;
  const redis = new URL(addressOf('REDIS_URL'));
  // Redis has sixteen, and each jest worker begins where the others are not.
  redis.pathname = `/${(1 + Number(process.env['JEST_WORKER_ID'] ?? 1) * 4 + (databases++ % 4)) % 16}`;
  return {
    KAFKA_BROKERS: addressOf('KAFKA_BROKERS'),
    KAFKA_PREFIX: `${own}.`,
    MONGO_URL: mongo.href,
    REDIS_URL: redis.href,
  };
}

/** Leaves nothing of it behind: a broker with the topics of fifty tests answers none of them in time. */
export async function giveBack({
  KAFKA_BROKERS,
  KAFKA_PREFIX,
  MONGO_URL,
}: ReturnType<typeof ownServers>): Promise<void> {
  const admin = new kafkajs.Kafka({ brokers: KAFKA_BROKERS.split(','), logLevel: 0 }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(KAFKA_PREFIX));
  await admin.deleteTopics({ topics });
  await admin.disconnect();
  const connection = await mongoose.createConnection(MONGO_URL).asPromise();
  await connection.dropDatabase();
  await connection.close();
}
