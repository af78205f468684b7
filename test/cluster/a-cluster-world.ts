import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MailServer, readMail } from '#libs/ports/mailer/smtp/testing';
import { SystemClock } from '#libs/ports/clock/system';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';
import { built } from '../faults/built.js';
import { callersOf, type MailSeen, type World } from '../support/world.js';
import { asProcesses, startCluster, type Cluster, type Run } from './cluster.js';
import { hostsHere, sweepHere } from './hosts-here.js';
import { giveBack, ownServers } from './own-servers.js';
import { seedPeople } from './seed-people.js';
import { SharedClock } from './shared-clock.js';

/** A world whose services are processes, and of each as many as asked. */
export interface ClusterWorld extends World {
  readonly cluster: Cluster;
  readonly servers: ReturnType<typeof ownServers>;
}

interface ClusterWorldOptions {
  readonly instances?: number;
  /** Each as a process of its own, which can be killed; default: all in this one. */
  readonly processes?: true;
}

/**
 * The same people as in the world of one process, in a cluster on the servers of this run: two of each service and of the
 * gateway, mails over SMTP, a clock that they share with the test.
 */
export async function aClusterWorld({
  instances = 2,
  processes,
}: ClusterWorldOptions = {}): Promise<ClusterWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-world-'));
  const clock = new SharedClock(join(folder, 'clock'));
  SystemClock.prototype.now = () => clock.now();
  const mail = await MailServer.start();
  const servers = ownServers();
  const cluster = await startCluster({
    servers,
    definitions,
    instances,
    port: 0,
    run: processes ? ownProcesses() : hostsHere,
    environment: {
      CLUSTER_CLOCK: join(folder, 'clock'),
      LEERBRUG_WEB: resolve('test/support/page'),
      LEERBRUG_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      LEERBRUG_SMTP_TLS: 'off',
      LEERBRUG_MAIL_FROM: 'leerbrug@leerbrug.test',
      LEERBRUG_UNDO_SECONDS: '0',
      LEERBRUG_REQUESTS_PER_PERSON: '1000',
      LEERBRUG_REQUESTS_PER_NETWORK: '10000',
      LEERBRUG_LOG: process.env['LEERBRUG_LOG'] ?? 'silent',
    },
  });
  const tokens = await seedPeople(servers, clock);
  return {
    ...callersOf(cluster.url, tokens),
    cluster,
    servers,
    clock,
    tokens,
    get embedded(): never {
      throw new Error('This world is no single process: the story needs the embedded one.');
    },
    async mails(to) {
      const read = await Promise.all(mail.arrived.map(({ raw }) => readMail(raw)));
      // Newest first, as the mailbox shows them.
      return read
        .filter((each) => each.to.email === to)
        .map(asSeen)
        .reverse();
    },
    async at(moment) {
      clock.advance(Date.parse(moment) - clock.now());
      await sweepHere();
    },
    async close() {
      await cluster.stop();
      await giveBack(servers);
      await mail.goAway();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ownProcesses(): Run {
  const build = resolve(built(), '../../..');
  const movedClock = pathToFileURL(resolve(build, 'test/cluster/moved-clock.js')).href;
  return asProcesses((app) => ['--import', movedClock, resolve(build, `apps/${app}/src/main.js`)]);
}

function asSeen({
  to,
  subject,
  text,
  messageId,
  attachments,
}: Awaited<ReturnType<typeof readMail>>): MailSeen {
  return {
    to: to.email,
    subject,
    text,
    messageId,
    attachments: attachments.map(({ filename, content }) => ({ filename, content })),
  };
}
