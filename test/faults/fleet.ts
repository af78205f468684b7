import { connect } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { audit } from '../../apps/cli/src/audit/audit.js';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';
import { Balancer } from '../cluster/balancer.js';
import { asProcesses, startCluster, type Cluster } from '../cluster/cluster.js';
import { seedPeople } from '../cluster/seed-people.js';
import { SharedClock } from '../cluster/shared-clock.js';
import type { OwnServer } from '../servers/native.js';
import { startNativeKafka } from '../servers/native-kafka.js';
import { startNativeMongo } from '../servers/native-mongo.js';
import { startNativeRedis } from '../servers/native-redis.js';
import type { Attacked } from './attacked.js';
import { MailCatcher } from './mail-catcher.js';
import { pause } from './people.js';
import { readClusterBooks } from './read-books.js';
import type { Alive } from './victim.js';
import { wrongByAudit } from './wrong-by-audit.js';

type ServerName = 'broker' | 'database' | 'Redis';
export const outages = ['broker', 'database', 'Redis', 'mail server'] as const;
export type Outage = (typeof outages)[number];

interface Server {
  readonly own: OwnServer;
  /** What everybody reaches it by, and where connections are cut and slowed. */
  readonly door: Balancer;
}

const serverNames: readonly ServerName[] = ['broker', 'database', 'Redis'];
const serviceNames = [...definitions.map(({ name }) => name), 'gateway'];
const instances = 2;
const mendingAtOnce = 2;

const oneOf = <T>(from: readonly T[], random: () => number): T =>
  from[Math.floor(random() * from.length)] as T;

/** Two processes of each service, a broker, a database and a Redis, of which everything may be killed. */
export class Fleet implements Attacked {
  readonly crowd: number;
  readonly recoveries: number[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'leerbrug-fleet-'));
  private readonly clock = new SharedClock(join(this.folder, 'clock'));
  private readonly servers = new Map<ServerName, Server>();
  private readonly mending = new Set<Promise<void>>();
  private readonly mail = new MailCatcher();
  private cluster: Cluster;
  private current: Alive | undefined;
  private upSince = 0;

  constructor(crowd = 32) {
    this.crowd = crowd;
  }

  get alive(): Alive | undefined {
    return this.current;
  }

  get upFor(): number {
    return this.current ? performance.now() - this.upSince : 0;
  }

  async start(): Promise<void> {
    await this.mail.open();
    const kafkaDoor = await Balancer.listen();
    const [kafka, mongo, redis] = await Promise.all([
      startNativeKafka(kafkaDoor),
      startNativeMongo('durable'),
      startNativeRedis(),
    ]);
    this.stand('broker', kafka, kafkaDoor);
    this.stand('database', mongo, await Balancer.listen());
    this.stand('Redis', redis, await Balancer.listen());
    const build = resolve(import.meta.dirname, '../..');
    const movedClock = pathToFileURL(resolve(build, 'test/cluster/moved-clock.js')).href;
    this.cluster = await startCluster({
      servers: this.addresses,
      definitions,
      instances,
      port: 0,
      supervised: true,
      run: asProcesses(
        (app) => ['--import', movedClock, resolve(build, `apps/${app}/src/main.js`)],
        (pid) => this.clock.leave(pid),
      ),
      environment: {
        CLUSTER_CLOCK: join(this.folder, 'clock'),
        LEERBRUG_WEB: resolve('test/support/page'),
        LEERBRUG_SMTP_URL: `smtp://127.0.0.1:${this.mail.port}`,
        LEERBRUG_SMTP_TLS: 'off',
        LEERBRUG_MAIL_FROM: 'leerbrug@leerbrug.test',
        LEERBRUG_UNDO_SECONDS: '0',
        LEERBRUG_REQUESTS_PER_PERSON: '1000000',
        LEERBRUG_REQUESTS_PER_NETWORK: '1000000',
        LEERBRUG_LOG: process.env['LEERBRUG_LOG'] ?? 'silent',
      },
    });
    const tokens = await seedPeople(this.addresses, this.clock);
    this.current = { url: this.cluster.url, tokens };
    this.upSince = performance.now();
  }

  async harm(random: () => number): Promise<readonly string[]> {
    const done: string[] = [];
    // A cluster of which nothing is up has nothing to lose.
    while (this.mending.size >= mendingAtOnce) await Promise.race(this.mending);
    if (random() < 0.5) done.push(await this.disturb(random));
    if (random() < 0.65) {
      const [service, instance] = [oneOf(serviceNames, random), random() < 0.5 ? 0 : 1];
      await this.cluster.end(service, instance, 'SIGKILL');
      this.mend(this.again(service, instance, random() * 1_500));
      return [...done, 'a service killed'];
    }
    const name = oneOf(serverNames, random);
    const { own } = this.server(name);
    await own.signal('SIGKILL');
    await pause(random() * 2_000);
    await own.restart();
    return [...done, `the ${name} killed`];
  }

  /** Nobody can reach it for as long as `work` takes. */
  async without<T>(name: Outage, work: () => Promise<T>): Promise<T> {
    if (name === 'mail server') {
      await this.mail.close();
      const done = await work();
      await this.mail.open();
      return done;
    }
    const { own } = this.server(name);
    await own.signal('SIGKILL');
    const done = await work();
    await own.restart();
    return done;
  }

  async whole(): Promise<void> {
    for (const { door } of this.servers.values()) door.slow(0);
    await Promise.all(this.mending);
    await this.clock.followed();
  }

  books() {
    return readClusterBooks(this.addresses, this.mail.ids);
  }

  audit(): Promise<readonly string[]> {
    return wrongByAudit((screen) => audit({ environment: this.addresses, cluster: true }, screen));
  }

  async end(): Promise<void> {
    this.current = undefined;
    await this.cluster?.stop('SIGKILL');
    for (const { own, door } of this.servers.values()) {
      await own.stop();
      await door.close();
    }
    await this.mail.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get addresses() {
    const at = (name: ServerName) => `127.0.0.1:${this.server(name).door.port}`;
    return {
      KAFKA_BROKERS: at('broker'),
      KAFKA_PREFIX: 'faults.',
      MONGO_URL: `mongodb://${at('database')}/faults?directConnection=true`,
      REDIS_URL: `redis://${at('Redis')}`,
    };
  }

  private server(name: ServerName): Server {
    const server = this.servers.get(name);
    if (!server) throw new Error(`there is no ${name}`);
    return server;
  }

  private stand(name: ServerName, own: OwnServer, door: Balancer): void {
    door.join(name, Number(/127\.0\.0\.1:(\d+)/.exec(own.address)?.[1]));
    this.servers.set(name, { own, door });
  }

  /** Something that everybody survives. */
  private async disturb(random: () => number): Promise<string> {
    const what = Math.floor(random() * 6);
    const name = oneOf(serverNames, random);
    const { own, door } = this.server(name);
    const while_ = 200 + random() * 2_300;
    if (what === 0) {
      door.cut();
      return 'connections cut';
    }
    if (what === 1) {
      door.slow(20 + random() * 200);
      this.mend(pause(while_).then(() => door.slow(0)));
      return 'connections slowed';
    }
    if (what === 2) {
      await flushAll(this.server('Redis').own.address);
      return 'Redis wiped';
    }
    if (what === 3) {
      this.clock.advance(random() < 0.3 ? -20_000 * random() : 600_000 * random());
      return 'the clock jumps';
    }
    if (what === 4) {
      await own.signal('SIGSTOP');
      await pause(while_);
      await own.signal('SIGCONT');
      return 'a server stopped and continued';
    }
    const [service, instance] = [oneOf(serviceNames, random), random() < 0.5 ? 0 : 1];
    this.cluster.signal(service, instance, 'SIGSTOP');
    this.mend(pause(while_).then(() => this.cluster.signal(service, instance, 'SIGCONT')));
    return 'a service stopped and continued';
  }

  private async again(service: string, instance: number, afterMs: number): Promise<void> {
    await pause(afterMs);
    const began = performance.now();
    // It may be killed again before it is ready.
    await this.cluster.begin(service, instance).catch(() => undefined);
    this.recoveries.push(performance.now() - began);
  }

  private mend(work: Promise<void>): void {
    this.mending.add(work);
    void work.finally(() => this.mending.delete(work));
  }
}

function flushAll(address: string): Promise<void> {
  const { hostname, port } = new URL(address);
  return new Promise((done, reject) => {
    const socket = connect(Number(port), hostname, () => void socket.write('FLUSHALL\r\n'));
    socket.once('error', reject).once('data', () => {
      socket.destroy();
      done();
    });
  });
}
