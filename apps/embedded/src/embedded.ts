import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { InProcessEventBus } from '#libs/ports/event-bus/in-process';
import { SqliteDocumentStore } from '#libs/ports/document-store/sqlite';
import { EmbeddedFollowUpQueue } from '#libs/ports/follow-up-queue/embedded';
import { MailboxMailer } from '#libs/ports/mailer/mailbox';
import { SmtpMailer, type SmtpSettings } from '#libs/ports/mailer/smtp';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import type { Clock } from '#libs/ports/clock/port';
import { SqliteFile, lastBackup } from '#libs/ports/sqlite';
import {
  PeopleFirst,
  describeApi,
  generateSigningKeys,
  startService,
  type Keep,
  type Peers,
  type Ports,
  type RunningService,
  type ServiceDefinition,
} from '#libs/runtime';
import { auditService } from '#libs/services/audit';
import { directoryService, type OidcSettings } from '#libs/services/directory';
import { services, startGateway, type RateLimits } from '#libs/services/gateway';
import { impactService } from '#libs/services/impact';
import { ThreadedPlanner, matchingService, type RoundPlanner } from '#libs/services/matching';
import { notificationsService } from '#libs/services/notifications';
import { offersService } from '#libs/services/offers';
import { requestsService } from '#libs/services/requests';
import { EmbeddedDemoTime } from './demo/demo-time.js';
import { mustBeFree } from './free-port.js';
import { ScrubErased } from './scrub-erased.js';

export interface EmbeddedOptions {
  /** A folder, or `:memory:`. */
  readonly data: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** What links in mails start with; default: the address it listens on. */
  readonly publicUrl?: string;
  readonly webRoot: string;
  /** Keys what is kept of sign-in codes; default: another one each start, so that codes under way end with it. */
  readonly secret?: string;
  /** Default: people sign in by code only. */
  readonly oidc?: OidcSettings;
  /** Default: none. */
  readonly limits?: RateLimits;
  /** Whose word on a caller's address counts, as Fastify's `trustProxy` reads it; default: nobody's. */
  readonly trustProxy?: string;
  /** How long an approval can be undone in silence, ms; default: ten minutes. */
  readonly undoMs?: number;
  /** How mails go out; default: they stay in the mailbox. */
  readonly smtp?: SmtpSettings;
  /** Who may read the mails that were sent; default: everybody, as in the demo. */
  readonly mailboxFor?: 'everybody' | 'operators';
  /** How long things are kept; default: mails 90 days, parked events 180, the trail 5 years. */
  readonly keep?: Keep;
  readonly clock: Clock;
  readonly log: Logger;
  /** Default: on a thread of its own. */
  readonly planner?: RoundPlanner;
  /** Tests put a port of their own around ours. */
  readonly around?: (ports: Ports) => Ports;
}

export interface Embedded {
  readonly url: string;
  readonly file: SqliteFile;
  readonly ports: Ports;
  readonly services: ReadonlyMap<string, RunningService>;
  /** From now on people may move the time forward, when it is a demo's clock. */
  openDemo(): void;
  /** From now on nobody asks more often than this: what makes the demo asks at once. */
  limit(limits: RateLimits): void;
  close(): Promise<void>;
}

/**
 * Every service in this one process, each as it runs in the cluster: an application of its own on a loopback port.
 * @throws FolderInUse when another process has the folder; PortInUse
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { clock, log, data, host } = options;
  const file = SqliteFile.open(data);
  const queue = new EmbeddedFollowUpQueue(clock);
  const own: Ports = {
    store: new SqliteDocumentStore(file),
    bus: new InProcessEventBus(file),
    queue,
    mailer: options.smtp
      ? new SmtpMailer({ ...options.smtp, said: (sentence) => log.warn(sentence) }, clock)
      : new MailboxMailer(file, clock),
    clock,
    ids: new TimeOrderedIds(),
  };
  const ports = options.around?.(own) ?? own;
  const peers: Peers = new Map();
  const keys = await generateSigningKeys([...services, 'gateway']);
  const people = new PeopleFirst();
  const links = { publicUrl: options.publicUrl ?? '' };
  const secret = options.secret ?? randomBytes(32).toString('base64url');
  const definitions: ServiceDefinition[] = [
    directoryService({
      publicUrl: () => links.publicUrl,
      secret,
      ...(options.oidc ? { oidc: options.oidc } : {}),
    }),
    requestsService,
    offersService,
    matchingService(options.planner ?? new ThreadedPlanner()),
    notificationsService({
      publicUrl: () => links.publicUrl,
      secret,
      ...(options.mailboxFor ? { mailboxFor: options.mailboxFor } : {}),
      ...(options.undoMs === undefined ? {} : { undoMs: options.undoMs }),
    }),
    impactService,
    auditService,
  ];
  const running = new Map<string, RunningService>();
  const demoTime = new EmbeddedDemoTime(clock, () => {
    queue.recheck();
    for (const { due, name } of running.values())
      due.sweep().catch((error: unknown) => log.error({ err: error, service: name }, 'failed'));
  });
  const scrub = new ScrubErased(ports.bus, file, services, (error) => log.error({ err: error }, 'failed'));
  const closeServices = async () => {
    await scrub.close();
    // First: else a service would wait for a mail that its server keeps silent about.
    await ports.mailer.close();
    for (const service of [...running.values()].reverse()) await service.close();
    await ports.queue.close();
    await ports.bus.close();
    await ports.store.close();
    await file.close();
  };
  try {
    await mustBeFree(host, options.port);
    for (const definition of definitions) {
      running.set(
        definition.name,
        await startService(definition, {
          ports,
          keys,
          peers,
          log,
          people,
          ...(options.keep ? { keep: options.keep } : {}),
        }),
      );
    }
    const gateway = await startGateway({
      host,
      port: options.port,
      peers,
      keys,
      log,
      people,
      demoTime,
      bus: ports.bus,
      openApi: (gateway) => describeApi([...[...running.values()].map(({ app }) => app), gateway]),
      webRoot: options.webRoot,
      lastBackup: () => lastBackup(options.data),
      publicUrl: () => links.publicUrl,
      now: () => clock.wall(),
      issuer: options.oidc !== undefined,
      ...(options.limits ? { limits: options.limits } : {}),
      ...(options.trustProxy ? { trustProxy: options.trustProxy } : {}),
    });
    links.publicUrl ||= gateway.url;
    await scrub.start();
    return {
      url: gateway.url,
      file,
      ports,
      services: running,
      openDemo: () => demoTime.open(),
      limit: gateway.limit,
      async close() {
        await gateway.close();
        await closeServices();
      },
    };
  } catch (error) {
    await closeServices();
    throw error;
  }
}
