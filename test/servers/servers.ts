import { kafkaAnswers, mongoAnswers, redisAnswers } from './answers.js';
import { findContainers, type Containers } from './containers.js';
import { startNativeKafka } from './native-kafka.js';
import { startNativeMongo, type MongoKind } from './native-mongo.js';
import { startNativeRedis } from './native-redis.js';
import { ServerMissing, type RunningServer } from './native.js';

/** Under the names that the processes read them by. */
export interface ServerAddresses {
  readonly KAFKA_BROKERS: string;
  readonly MONGO_URL: string;
  readonly REDIS_URL: string;
}

export interface Servers {
  readonly addresses: ServerAddresses;
  stop(): Promise<void>;
}

interface Source {
  readonly variable: keyof ServerAddresses;
  readonly answers: (address: string) => Promise<void>;
  readonly contained: (containers: Containers) => Promise<RunningServer>;
  readonly native: () => Promise<RunningServer>;
}

/**
 * One broker, one database, one Redis: at the addresses the environment names, else in containers, else as processes of
 * our own. @throws ServerMissing
 */
export async function startServers(mongo: MongoKind): Promise<Servers> {
  const sources: Source[] = [
    {
      variable: 'KAFKA_BROKERS',
      answers: kafkaAnswers,
      contained: (containers) => containers.kafka(),
      native: () => startNativeKafka(),
    },
    {
      variable: 'MONGO_URL',
      answers: mongoAnswers,
      contained: (containers) => containers.mongo(),
      native: () => startNativeMongo(mongo),
    },
    {
      variable: 'REDIS_URL',
      answers: redisAnswers,
      contained: (containers) => containers.redis(),
      native: startNativeRedis,
    },
  ];
  const named = sources.every(({ variable }) => process.env[variable]);
  const containers = named ? undefined : await findContainers();
  const started = await Promise.allSettled(sources.map((source) => start(source, containers)));
  const servers = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => void (await Promise.all(servers.map((server) => server.stop())));
  const failed = started.find((each) => each.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const addresses = sources.map(({ variable }, n) => [variable, servers[n]?.address]);
  return { addresses: Object.fromEntries(addresses) as ServerAddresses, stop };
}

async function start(source: Source, containers: Containers | undefined): Promise<RunningServer> {
  const address = process.env[source.variable];
  if (!address) return containers ? source.contained(containers) : source.native();
  try {
    await source.answers(address);
  } catch (cause) {
    throw new ServerMissing(`Nothing answers at ${source.variable}: start it, or unset the variable.`, {
      cause,
    });
  }
  return { address, stop: async () => undefined };
}
