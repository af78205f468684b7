import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { prepareServers } from '#libs/cluster';
import type { ServiceDefinition } from '#libs/runtime';
import { freePort, notOutlivingUs } from '../servers/native.js';
import type { ServerAddresses } from '../servers/servers.js';
import { Balancer } from './balancer.js';

export interface Cluster {
  readonly url: string;
  /** For the one who sets it up; undefined when somebody did. */
  readonly operatorCode?: string;
  /** Ends one of the processes of a service; `SIGKILL` at once, whatever it is doing. */
  end(service: string, instance: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Starts it again. */
  begin(service: string, instance: number): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly servers: ServerAddresses & Readonly<{ KAFKA_PREFIX?: string }>;
  readonly definitions: readonly ServiceDefinition[];
  readonly run: Run;
  /** Of the gateway; 0 takes a free one. */
  readonly port: number;
  /** Of each service and of the gateway; default 1. */
  readonly instances?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Ready {
  readonly url: string;
  readonly operatorCode?: string;
}

/** One process of the cluster. */
export interface Running {
  readonly ready: Promise<Ready>;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Starts an app with these settings. */
export type Run = (app: string, environment: Readonly<Record<string, string | undefined>>) => Running;

const quiet = '--disable-warning=TimeoutNegativeWarning';

/** Every service and the gateway as processes of their own on these servers. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { definitions, instances = 1 } = options;
  const servers = { KAFKA_PREFIX: 'leerbrug.', ...options.servers };
  const names = definitions.map(({ name }) => name);
  await prepareServers.createTopics(servers, names);
  await prepareServers.syncIndexes(servers, definitions);

  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-cluster-'));
  const keyFiles = await writeKeys(folder, [...names, 'gateway']);
  const ports = new Map<string, number[]>();
  const doors = new Map<string, Balancer>();
  for (const name of [...names, 'gateway']) {
    const own: number[] = [];
    for (let n = 0; n < instances; n += 1) own.push(await freePort());
    ports.set(name, own);
    doors.set(name, await Balancer.before(own, name === 'gateway' ? options.port : 0));
  }
  const url = doors.get('gateway')?.url.replace('127.0.0.1', 'localhost') ?? '';
  const common = {
    ...process.env,
    ...servers,
    LEERBRUG_SERVICES: names.map((name) => `${name}=${doors.get(name)?.url}`).join(),
    LEERBRUG_PUBLIC_URL: url,
    LEERBRUG_SECRET: randomBytes(32).toString('base64url'),
    ...options.environment,
  };
  const running = new Map<string, Running>();
  const begin = (name: string, instance: number) => {
    const port = ports.get(name)?.[instance] ?? 0;
    const env = { ...common, PORT: String(port), LEERBRUG_KEYS_FILE: keyFiles.get(name) ?? '' };
    const one = options.run(name, env);
    running.set(`${name}.${instance}`, one);
    return one.ready;
  };
  const stop = async () => {
    await Promise.all([...running.values()].map((one) => one.end('SIGTERM')));
    await Promise.all([...doors.values()].map((door) => door.close()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // The first of each: of two directories only one has the operator's code.
    const first = await Promise.all([...names, 'gateway'].map((name) => begin(name, 0)));
    for (let n = 1; n < instances; n += 1)
      await Promise.all([...names, 'gateway'].map((name) => begin(name, n)));
    const operatorCode = first.find((each) => each.operatorCode)?.operatorCode;
    return {
      url,
      ...(operatorCode ? { operatorCode } : {}),
      begin: async (name, instance) => void (await begin(name, instance)),
      end: async (name, instance, signal) => running.get(`${name}.${instance}`)?.end(signal),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Apps as processes of their own; `program` says what node is told to run. */
export function asProcesses(program: (app: string) => readonly string[]): Run {
  return (name, env) => {
    const child = spawn(...notOutlivingUs(process.execPath, [quiet, ...program(name)]), {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return { ready: ready(name, child), end: (signal) => end(child, signal) };
  };
}

/** Resolves with what it says when it is ready; whatever else it writes is its log. */
function ready(name: string, child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${name} ended before it was ready`)));
    if (!child.stdout) return reject(new Error(`${name} cannot be heard`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as Ready & { ready?: true };
      if (said.ready) resolve(said);
      else process.stderr.write(`${line}\n`);
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** A file per party: its own private key, of the others the public ones. */
async function writeKeys(folder: string, parties: readonly string[]): Promise<Map<string, string>> {
  const keys = new Map<string, JWK>();
  for (const party of parties) {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    keys.set(party, { ...(await exportJWK(privateKey)), kid: '1' });
  }
  return new Map(
    parties.map((owner) => {
      const told = [...keys].map(([party, { d, ...open }]) => {
        return [party, { signs: '1', keys: [party === owner ? { ...open, d } : open] }];
      });
      const file = join(folder, `${owner}.json`);
      writeFileSync(file, JSON.stringify(Object.fromEntries(told)), { mode: 0o600 });
      return [owner, file];
    }),
  );
}
