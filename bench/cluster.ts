import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { KafkaEventBus } from '#libs/ports/event-bus/kafka';
import { createTopics } from '#libs/ports/event-bus/kafka';
import { definitions } from '../apps/cli/src/cluster/definitions.js';
import { asProcesses, startCluster } from '../test/cluster/cluster.js';
import { seedPeople } from '../test/cluster/seed-people.js';
import { MailCatcher } from '../test/faults/mail-catcher.js';
import { mornings, startsAt } from '../test/faults/mornings.js';
import { People } from '../test/faults/people.js';
import { Victims, type Alive } from '../test/faults/victim.js';
import { startServers } from '../test/servers/servers.js';
import { aRequest } from '../test/support/world.js';
import { steady } from './steady.js';
import { percentile, type Bench, type Row } from './table.js';

const warmUpSeconds = 15;
const seconds = 20;
const events = 100_000;

/** The same requests at the same rate, `--rate N` a second, to one process and to a cluster of one process per service. */
export async function benchCluster(args: readonly string[]): Promise<Bench> {
  const { values } = parseArgs({
    args: [...args],
    options: { rate: { type: 'string', default: '100' }, json: { type: 'boolean' } },
  });
  const rate = Number(values.rate);
  const rows = [...(await embedded(rate)), ...(await cluster(rate))];
  return { name: `cluster beside embedded at ${rate}/s`, rows, broken: [] };
}

async function embedded(rate: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-bench-'));
  const victims = new Victims(resolve(import.meta.dirname, '../test/faults/main.js'), folder, startsAt);
  try {
    await victims.start();
    return await travelled('embedded', victims.alive as Alive, rate);
  } finally {
    await victims.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function cluster(rate: number): Promise<Row[]> {
  const servers = await startServers('durable');
  const addresses = { ...servers.addresses, KAFKA_PREFIX: 'bench.' };
  const mail = new MailCatcher();
  try {
    await mail.open();
    const running = await startCluster({
      servers: addresses,
      definitions,
      port: 0,
      run: asProcesses((app) => [resolve(import.meta.dirname, `../apps/${app}/src/main.js`)]),
      environment: {
        LEERBRUG_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        LEERBRUG_SMTP_TLS: 'off',
        LEERBRUG_MAIL_FROM: 'leerbrug@leerbrug.test',
        LEERBRUG_REQUESTS_PER_PERSON: '1000000',
        LEERBRUG_REQUESTS_PER_NETWORK: '1000000',
        LEERBRUG_LOG: 'silent',
      },
    });
    try {
      const memory = (when: string) =>
        [...running.pids].map(([name, pid]): Row => ({
          what: `cluster: memory of ${name.replace(/\.0$/, '')} ${when}`,
          value: memoryOf(pid),
          unit: 'MB',
          promised: '',
        }));
      const tokens = await seedPeople(addresses);
      const rows = await travelled('cluster', { url: running.url, tokens }, rate);
      return [...rows, ...memory('after it'), await throughOneConsumer(addresses)];
    } finally {
      await running.stop();
    }
  } finally {
    await servers.stop();
    await mail.close();
  }
}

/** From POST to proposal, once warm. */
async function travelled(where: 'embedded' | 'cluster', alive: Alive, rate: number): Promise<Row[]> {
  await new People({ alive }, () => 0.5).offer(mornings(), 5);
  let name = 0;
  const one = {
    url: alive.url,
    teacher: alive.tokens.teacher,
    coordinator: alive.tokens.coordinator,
    rate,
    body: () => {
      const groups = [{ sector: 'po', grades: ['7'], pupils: 20, name: `groep ${name++}` }];
      return JSON.stringify(aRequest({ groups, windows: [{ from: '2027-01-04', to: '2027-06-30' }] }));
    },
  };
  await steady({ ...one, seconds: warmUpSeconds });
  const { posts, proposals, sustained } = await steady({ ...one, seconds });
  const promised = where === 'cluster' ? ['≤ 25', '≤ 100'] : ['', ''];
  const row = (what: string, value: number, unit: string, promise = ''): Row => ({
    what: `${where}: ${what}`,
    value,
    unit,
    promised: promise,
  });
  return [
    row('requests sustained', sustained, '/s'),
    row('POST, p50', percentile(posts, 0.5), 'ms'),
    row('POST, p99', percentile(posts, 0.99), 'ms'),
    row('POST → proposal readable, p50', percentile(proposals, 0.5), 'ms', promised[0]),
    row('POST → proposal readable, p99', percentile(proposals, 0.99), 'ms', promised[1]),
  ];
}

/** Events of a kilobyte that one consumer is handed, its group alone with them. */
async function throughOneConsumer({ KAFKA_BROKERS }: Readonly<{ KAFKA_BROKERS: string }>): Promise<Row> {
  const options = { brokers: KAFKA_BROKERS.split(','), prefix: 'bench-one.', clientId: 'bench' };
  await createTopics(options, ['events']);
  const bus = await KafkaEventBus.of({
    ...options,
    othersAnswer: async () => undefined,
    onFatal: (reason) => {
      throw reason;
    },
  });
  const value = Buffer.alloc(1_024, 'x');
  for (let n = 0; n < events; n += 1_000)
    await bus.publish(
      Array.from({ length: 1_000 }, (_, i) => ({ topic: 'events', key: `${n + i}`, id: `${n + i}`, value })),
    );
  let handled = 0;
  let began = 0;
  await new Promise<void>((done) => {
    void bus.subscribe({ group: 'one', topics: ['events'] }, async () => {
      if (handled++ === 0) began = performance.now();
      if (handled === events) done();
    });
  });
  const took = (performance.now() - began) / 1000;
  await bus.close();
  return { what: 'cluster: events through one consumer', value: events / took, unit: '/s', promised: '' };
}

const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
