import { pino } from 'pino';
import { PeopleFirst, startService, type RunningService, type ServiceDefinition } from '#libs/runtime';
import { addressesOf, readConfig, type ClusterSettings } from './config.js';
import { host, type HostProcess } from './host-process.js';
import { keysOf, openServers } from './open-servers.js';
import { collectionsOf } from './prepare-servers.js';

/** Everybody in the cluster: who publishes, and who is asked. */
export const services = [
  'directory',
  'requests',
  'offers',
  'matching',
  'notifications',
  'impact',
  'audit',
] as const;

/** One service as a process of its own. `started` may say something of it, once it listens. */
export function runService(
  own: HostProcess,
  define: (config: ClusterSettings) => ServiceDefinition,
  started: (service: RunningService) => Promise<object> = async () => ({}),
): Promise<void> {
  return host(own, async (fatal) => {
    const config = readConfig(own.env);
    const definition = define(config);
    const { name } = definition;
    const log = pino({
      level: config.LEERBRUG_LOG,
      redact: ['req.headers.authorization', 'req.headers.cookie'],
    });
    const servers = await openServers(config, {
      name,
      collections: collectionsOf(definition),
      topics: services,
      log,
      fatal,
    });
    try {
      const service = await startService(definition, {
        ports: servers.ports,
        keys: await keysOf(config, name),
        peers: addressesOf(config, services),
        log,
        people: new PeopleFirst(),
        keep: {
          parkedDays: config.LEERBRUG_KEEP_PARKED_DAYS,
          auditYears: config.LEERBRUG_KEEP_AUDIT_YEARS,
        },
        listen: { host: config.HOST, port: config.PORT },
      });
      return {
        says: { service: name, url: service.url, ...(await started(service)) },
        async close() {
          // First: else the service would wait for a mail that its server keeps silent about.
          await servers.ports.mailer.close();
          await service.close();
          await servers.close();
        },
      };
    } catch (error) {
      await servers.close();
      throw error;
    }
  });
}
