import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaAnswers } from './answers.js';
import { NativeProcess, ServerMissing, cacheFolder, freePort, run, type OwnServer } from './native.js';

const version = '4.3.1';
const jars = join(cacheFolder, `kafka-${version}`);
const dependencies = [
  `org.apache.kafka:kafka_2.13:${version}`,
  // Kafka writes to slf4j 1.7; without a binding its log is empty.
  'org.apache.logging.log4j:log4j-slf4j-impl:2.25.4',
];
const quickStart = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.net.preferIPv4Stack=true'];

/**
 * One Apache Kafka broker that is its own controller, by Java 17; its jars come by Maven the first time. `door` is what
 * its clients reach it by, when something stands between it and them.
 */
export async function startNativeKafka(door?: Door): Promise<OwnServer> {
  const port = await freePort();
  door?.join('broker', port);
  const server = new NativeProcess('Kafka');
  const all = settings(server.folder, {
    port,
    reachedBy: door?.port ?? port,
    controllerPort: await freePort(),
  });
  return startWith(server, all, `127.0.0.1:${port}`);
}

/** One that lets in who says these names and passwords (SASL PLAIN). */
export async function startGuardedKafka(passwords: Readonly<Record<string, string>>): Promise<OwnServer> {
  const [port, guarded] = [await freePort(), await freePort()];
  const server = new NativeProcess('Kafka');
  const all = settings(server.folder, { port, reachedBy: port, controllerPort: await freePort() });
  const known = Object.entries(passwords).map(([name, password]) => `user_${name}="${password}"`);
  const broker = await startWith(
    server,
    {
      ...all,
      listeners: `${all['listeners']},GUARDED://127.0.0.1:${guarded}`,
      'advertised.listeners': `${all['advertised.listeners']},GUARDED://127.0.0.1:${guarded}`,
      'listener.security.protocol.map': `${all['listener.security.protocol.map']},GUARDED:SASL_PLAINTEXT`,
      'listener.name.guarded.sasl.enabled.mechanisms': 'PLAIN',
      'listener.name.guarded.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required ${known.join(' ')};`,
    },
    `127.0.0.1:${port}`,
  );
  return { ...broker, address: `127.0.0.1:${guarded}` };
}

async function startWith(server: NativeProcess, all: Settings, address: string): Promise<OwnServer> {
  await fetchJars();
  const properties = join(server.folder, 'server.properties');
  const logging = join(server.folder, 'log4j2.properties');
  writeFileSync(properties, lines(all));
  writeFileSync(logging, lines(warnings));
  const java = [...quickStart, '-cp', join(jars, '*')];
  const cluster = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const format = ['kafka.tools.StorageTool', 'format', '-t', cluster, '-c', properties];
  await run('java', ['-Xmx64m', ...java, ...format]);
  return server.start(address, {
    command: 'java',
    args: ['-Xmx384m', `-Dlog4j2.configurationFile=${logging}`, ...java, 'kafka.Kafka', properties],
    ready: () => kafkaAnswers(address),
  });
}

/** Fetched beside and moved in place, so that a broken download is never taken for a whole one. */
async function fetchJars(): Promise<void> {
  if (existsSync(jars)) return;
  mkdirSync(cacheFolder, { recursive: true });
  const draft = mkdtempSync(join(cacheFolder, 'kafka-draft-'));
  try {
    writeFileSync(join(draft, 'pom.xml'), pom());
    const wanted = ['-DoutputDirectory=lib', '-DincludeScope=runtime'];
    await run('mvn', ['-B', '-q', 'dependency:copy-dependencies', ...wanted], { cwd: draft });
    if (!existsSync(jars)) renameSync(join(draft, 'lib'), jars);
  } catch (cause) {
    throw new ServerMissing(
      'No Kafka: set KAFKA_BROKERS, or start a container engine, or install Java 17 and Maven (apt-get install openjdk-17-jre-headless maven).',
      { cause },
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function pom(): string {
  const each = dependencies.map((dependency) => {
    const [group, artifact, of] = dependency.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${of}</version></dependency>`;
  });
  return `<project><modelVersion>4.0.0</modelVersion><groupId>leerbrug.test</groupId><artifactId>broker</artifactId>
<version>1</version><packaging>pom</packaging><dependencies>${each.join('')}</dependencies></project>`;
}

const warnings = {
  status: 'error',
  'appender.out.type': 'Console',
  'appender.out.name': 'out',
  'appender.out.layout.type': 'PatternLayout',
  'appender.out.layout.pattern': '%d %p %c{1} %m%n',
  'rootLogger.level': 'warn',
  'rootLogger.appenderRef.out.ref': 'out',
};

/** Takes connections on its port and carries them to those that joined. */
interface Door {
  readonly port: number;
  join(name: string, port: number): void;
}

interface Ports {
  readonly port: number;
  readonly reachedBy: number;
  readonly controllerPort: number;
}

type Settings = Readonly<Record<string, string | number>>;

function settings(folder: string, { port, reachedBy, controllerPort }: Ports): Settings {
  const internal = ['offsets.topic', 'transaction.state.log', 'share.coordinator.state.topic'];
  return {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${reachedBy}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': join(folder, 'data'),
    'auto.create.topics.enable': 'false',
    'group.initial.rebalance.delay.ms': 0,
    'default.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.min.isr': 1,
    ...Object.fromEntries(internal.map((topic) => [`${topic}.replication.factor`, 1])),
    ...Object.fromEntries(internal.map((topic) => [`${topic}.num.partitions`, 1])),
    // A broker started again after kill -9 is refused until its old session has ended: 9 s by default.
    'broker.session.timeout.ms': 1_500,
    'broker.heartbeat.interval.ms': 250,
    // Hundreds of small topics on one disk.
    'log.segment.bytes': 16 * 1024 * 1024,
    'log.index.size.max.bytes': 1024 * 1024,
    'log.cleaner.dedupe.buffer.size': 2 * 1024 * 1024,
  };
}

function lines(entries: Settings): string {
  return Object.entries(entries)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
