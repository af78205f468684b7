import type { StartedTestContainer } from 'testcontainers';
import { freePort, type OwnServer } from './native.js';

/** The same servers from their makers' images. */
export interface Containers {
  kafka(): Promise<OwnServer>;
  mongo(): Promise<OwnServer>;
  redis(): Promise<OwnServer>;
}

/** Undefined where no container engine answers. */
export async function findContainers(): Promise<Containers | undefined> {
  const { GenericContainer, Wait, getContainerRuntimeClient } = await import('testcontainers');
  try {
    await getContainerRuntimeClient();
  } catch {
    // No engine on this machine: native servers it is.
    return undefined;
  }
  const engine = await getContainerRuntimeClient();
  const running = (address: string, container: StartedTestContainer): OwnServer => ({
    address,
    signal: (signal) => engine.container.getById(container.getId()).kill({ signal }) as Promise<void>,
    restart: () => container.restart(),
    stop: async () => void (await container.stop()),
  });
  return {
    async kafka() {
      // What a broker advertises must be known before it starts, and no port may change when one is started again.
      const port = await freePort();
      const container = await new GenericContainer('apache/kafka:4.3.1')
        .withExposedPorts({ container: port, host: port })
        .withEnvironment({
          KAFKA_NODE_ID: '1',
          KAFKA_PROCESS_ROLES: 'broker,controller',
          KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
          KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
          KAFKA_LISTENERS: `PLAINTEXT://:${port},CONTROLLER://:9093`,
          KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
          KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
          KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
          KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
          KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
          KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
          KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
        })
        .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
        .start();
      return running(`127.0.0.1:${port}`, container);
    },
    async mongo() {
      const container = await new GenericContainer('mongo:8')
        .withExposedPorts({ container: 27017, host: await freePort() })
        .start();
      const at = `${container.getHost()}:${container.getMappedPort(27017)}`;
      return running(`mongodb://${at}/?directConnection=true`, container);
    },
    async redis() {
      const container = await new GenericContainer('redis:8')
        .withExposedPorts({ container: 6379, host: await freePort() })
        .withCommand(['redis-server', '--appendonly', 'yes', '--maxmemory-policy', 'noeviction'])
        .start();
      return running(`redis://${container.getHost()}:${container.getMappedPort(6379)}`, container);
    },
  };
}
