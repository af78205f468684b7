import { pino, type Logger } from 'pino';
import { SystemClock } from '#libs/ports/clock/system';
import type { EventBus } from '#libs/ports/event-bus/port';
import { PeopleFirst, type Peers, type SigningKeys } from '#libs/runtime';
import { addressesOf, readConfig, type ClusterSettings } from './config.js';
import { host, type HostProcess } from './host-process.js';
import { keysOf, openBus } from './open-servers.js';
import { services } from './run-service.js';

export interface GatewayParts {
  readonly config: ClusterSettings;
  readonly bus: EventBus;
  readonly peers: Peers;
  readonly keys: ReadonlyMap<string, SigningKeys>;
  readonly log: Logger;
  readonly people: PeopleFirst;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}

interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** The edge as a process of its own; it keeps nothing. */
export function runGateway(
  own: HostProcess,
  start: (parts: GatewayParts) => Promise<Listening>,
): Promise<void> {
  return host(own, async (fatal) => {
    const config = readConfig(own.env);
    const log = pino({
      level: config.LEERBRUG_LOG,
      redact: ['req.headers.authorization', 'req.headers.cookie'],
    });
    const bus = await openBus(config, { name: 'gateway', topics: services, log, fatal });
    const clock = new SystemClock();
    try {
      const gateway = await start({
        config,
        bus,
        log,
        peers: addressesOf(config, services),
        keys: await keysOf(config, 'gateway'),
        people: new PeopleFirst(),
        now: () => clock.wall(),
      });
      return {
        says: { service: 'gateway', url: gateway.url },
        async close() {
          await gateway.close();
          await bus.close();
        },
      };
    } catch (error) {
      await bus.close();
      throw error;
    }
  });
}
