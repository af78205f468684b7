import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MailServer, readMail } from '#libs/ports/mailer/smtp/testing';
import { SystemClock } from '#libs/ports/clock/system';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';
import { built } from '../faults/built.js';
import { personNames, type MailSeen, type PersonName, type World } from '../support/world.js';
import { asProcesses, startCluster, type Cluster } from './cluster.js';
import { CallerFromThere, OwnNames } from './own-names.js';
import { giveBack, ownServers } from './own-servers.js';
import { openRegistry } from './seed-people.js';
import { SharedClock } from './shared-clock.js';

/** When every story begins: a Monday in school time. */
const beginning = Date.parse('2026-11-23T09:00:00+01:00');

/** Two processes of each service and of the gateway on the servers of this run, in which many worlds have their stories. */
export interface StoryCluster {
  readonly cluster: Cluster;
  readonly servers: ReturnType<typeof ownServers>;
  /** Its people are there; nothing else. The clock stands at the beginning again. */
  world(): Promise<World>;
  stop(): Promise<void>;
}

/** Mails go over SMTP; the clock is shared by the processes and the test. */
export async function aStoryCluster(): Promise<StoryCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-world-'));
  const clock = new SharedClock(join(folder, 'clock'));
  SystemClock.prototype.now = () => clock.now();
  const mail = await MailServer.start();
  const servers = ownServers();
  const cluster = await startCluster({
    servers,
    definitions,
    instances: 2,
    port: 0,
    run: processesBy(clock),
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
  const registry = await openRegistry(servers, clock);
  const moveTo = async (moment: number) => {
    clock.advance(moment - clock.now());
    await clock.followed();
  };
  return {
    cluster,
    servers,
    async world() {
      await moveTo(beginning);
      const names = new OwnNames();
      const tokens = await registry.seed((name) => names.there(name));
      const caller = (token?: string) => new CallerFromThere(cluster.url, names, token);
      const callers = Object.fromEntries(personNames.map((name) => [name, caller(tokens[name])]));
      const people = callers as Record<PersonName, CallerFromThere>;
      return {
        ...people,
        visitor: caller(),
        clock: {
          now: () => clock.now(),
          wall: () => clock.wall(),
          // Nobody would have followed yet.
          advance: () => {
            throw new Error('A story that is told in a cluster moves its time by `world.at`.');
          },
        },
        tokens,
        get embedded(): never {
          throw new Error('This world is no single process: the story needs the embedded one.');
        },
        async mails(to) {
          const read = await Promise.all(mail.arrived.map(({ raw }) => readMail(raw)));
          // Newest first, as the mailbox shows them.
          return read
            .map((each) => asSeen(each, names))
            .filter((each) => each.to === to)
            .reverse();
        },
        at: (moment) => moveTo(Date.parse(moment)),
        close: () => leaveTheMarket(people),
      };
    },
    async stop() {
      await registry.close();
      await cluster.stop();
      await giveBack(servers);
      await mail.goAway();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function processesBy(clock: SharedClock) {
  const build = resolve(built(), '../../..');
  const movedClock = pathToFileURL(resolve(build, 'test/cluster/moved-clock.js')).href;
  return asProcesses(
    (app) => ['--import', movedClock, resolve(build, `apps/${app}/src/main.js`)],
    (pid) => clock.leave(pid),
  );
}

/** What a story offered would suit the schools of the next. */
async function leaveTheMarket({ partner, museum }: Record<'partner' | 'museum', CallerFromThere>) {
  for (const owner of [partner, museum]) {
    const { body } = await owner.get('/api/offers?limit=100');
    for (const { id, state } of body.items as { id: string; state: string }[])
      if (state === 'published') await owner.post(`/api/offers/${id}/withdraw`);
  }
}

function asSeen(
  { to, subject, text, messageId, attachments }: Awaited<ReturnType<typeof readMail>>,
  names: OwnNames,
): MailSeen {
  return {
    to: names.here(to.email),
    subject,
    text: names.here(text),
    messageId,
    attachments: attachments.map(({ filename, content }) => ({ filename, content: names.here(content) })),
  };
}
