import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { prepareServers } from '#libs/cluster';
import type { ServiceDefinition } from '#libs/runtime';
import { notOutlivingUs } from '../servers/native.js';
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
  /** Stops it in the middle of whatever it does, or lets it go on. */
  signal(service: string, instance: number, signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Of the processes that run, by `service.instance`. */
  readonly pids: ReadonlyMap<string, number>;
  /** Everything; default: as it ends when told to. */
  stop(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export interface ClusterOptions {
  readonly servers: ServerAddresses & Readonly<{ KAFKA_PREFIX?: string }>;
  readonly definitions: readonly ServiceDefinition[];
  readonly run: Run;
  /** Of the gateway; 0 takes a free one. */
  readonly port: number;
  /** Of each service and of the gateway; default 1. */
  readonly instances?: number;
  /** Whoever ends by itself is started again, as by the supervisor of any real cluster. */
  readonly supervised?: true;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Ready {
  readonly url: string;
  readonly operatorCode?: string;
}

/** One process of the cluster. */
export interface Running {
  readonly ready: Promise<Ready>;
  readonly pid: number;
  readonly ended: Promise<void>;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
}

/** Starts an app with these settings. */
export type Run = (app: string, environment: Readonly<Record<string, string | undefined>>) => Running;

const restartsAfterMs = 500;

/** Every service and the gateway as processes of their own on these servers. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { definitions, instances = 1 } = options;
  const servers = { KAFKA_PREFIX: 'leerbrug.', ...options.servers };
  const names = definitions.map(({ name }) => name);
  await prepareServers.createTopics(servers, names);
  await prepareServers.syncIndexes(servers, definitions);

  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-cluster-'));
  const keyFiles = await writeKeys(folder, [...names, 'gateway']);
  const doors = new Map<string, Balancer>();
  for (const name of [...names, 'gateway'])
    doors.set(name, await Balancer.listen(name === 'gateway' ? options.port : 0));
  const url = doors.get('gateway')?.url.replace('127.0.0.1', 'localhost') ?? '';
  const common = {
    ...process.env,
    ...servers,
    // Compiled once, not by each of them.
    NODE_COMPILE_CACHE: resolve('dist/.compile-cache'),
    LEERBRUG_SERVICES: names.map((name) => `${name}=${doors.get(name)?.url}`).join(),
    LEERBRUG_PUBLIC_URL: url,
    LEERBRUG_SECRET: randomBytes(32).toString('base64url'),
    ...options.environment,
  };
  const running = new Map<string, Running>();
  const told = new Set<Running>();
  let stopping = false;
  const begin = async (name: string, instance: number): Promise<Ready> => {
    const env = { ...common, PORT: '0', LEERBRUG_KEYS_FILE: keyFiles.get(name) ?? '' };
    const one = options.run(name, env);
    running.set(`${name}.${instance}`, one);
    const again = one.ended.then(async () => {
      if (!options.supervised) return undefined;
      await new Promise((resolve) => setTimeout(resolve, restartsAfterMs));
      // Told to end meanwhile, too: whoever tells it starts it again.
      return stopping || told.has(one) ? undefined : begin(name, instance);
    });
    // Whoever waits for it hears of it; of one that was ready before nobody does.
    again.catch(() => undefined);
    const ready = await one.ready.catch(async (error: unknown) => {
      const next = await again;
      if (next) return next;
      throw error;
    });
    doors.get(name)?.join(`${name}.${instance}`, Number(new URL(ready.url).port));
    return ready;
  };
  const end = async (one: Running | undefined, signal: 'SIGKILL' | 'SIGTERM') => {
    if (!one) return;
    told.add(one);
    await one.end(signal);
  };
  const stop = async (signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM') => {
    stopping = true;
    await Promise.all([...running.values()].map((one) => end(one, signal)));
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
      end: (name, instance, signal) => end(running.get(`${name}.${instance}`), signal),
      get pids() {
        return new Map([...running].map(([name, { pid }]) => [name, pid]));
      },
      signal: (name, instance, signal) => running.get(`${name}.${instance}`)?.signal(signal),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Apps as processes of their own; `program` says what node is told to run, `gone` hears of each that ended. */
export function asProcesses(
  program: (app: string) => readonly string[],
  gone: (pid: number) => void = () => undefined,
): Run {
  return (name, env) => {
    const child = spawn(...notOutlivingUs(process.execPath, program(name)), {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.once('exit', () => gone(child.pid ?? 0));
    return {
      ready: ready(name, child),
      pid: child.pid ?? 0,
      ended: once(child, 'exit').then(() => undefined),
      end: (signal) => end(child, signal),
      signal: (signal) => void child.kill(signal),
    };
  };
}

/** Resolves with what it says when it is ready; whatever else it writes is its log. */
function ready(name: string, child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${name} ended before it was ready`)));
    if (!child.stdout) return reject(new Error(`${name} cannot be heard`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = line.startsWith('{') ? (JSON.parse(line) as Ready & { ready?: true }) : undefined;
      if (said?.ready) resolve(said);
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
