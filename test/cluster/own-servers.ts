import { randomBytes } from 'node:crypto';
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
