import { findContainers } from './containers.js';
import { startNativeKafka } from './native-kafka.js';
import { startNativeMongo } from './native-mongo.js';
import { startNativeRedis } from './native-redis.js';
import type { OwnServer } from './native.js';

const native = {
  kafka: () => startNativeKafka(),
  mongo: () => startNativeMongo('durable'),
  redis: startNativeRedis,
};

/** A server for one test that treats it badly: never one that the environment names. @throws ServerMissing */
export async function startOwn(which: keyof typeof native): Promise<OwnServer> {
  const containers = await findContainers();
  return containers ? containers[which]() : native[which]();
}
