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

export interface Cluster {
  readonly url: string;
  /** For the one who sets it up; undefined when somebody did. */
  readonly operatorCode?: string;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly servers: ServerAddresses;
  readonly definitions: readonly ServiceDefinition[];
  /** What node is told to run for an app. */
  readonly program: (app: string) => readonly string[];
  /** Of the gateway; 0 takes a free one. */
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
}

interface Ready {
  readonly url: string;
  readonly operatorCode?: string;
}

const quiet = '--disable-warning=TimeoutNegativeWarning';

/** Every service and the gateway as processes of their own on these servers. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { servers, definitions } = options;
  const names = definitions.map(({ name }) => name);
  await prepareServers.createTopics(servers, names);
  await prepareServers.syncIndexes(servers, definitions);

  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-cluster-'));
  const keyFiles = await writeKeys(folder, [...names, 'gateway']);
  const ports = new Map(await Promise.all(names.map(async (name) => [name, await freePort()] as const)));
  const port = options.port || (await freePort());
  const common = {
    ...process.env,
    ...servers,
    LEERBRUG_SERVICES: names.map((name) => `${name}=http://127.0.0.1:${ports.get(name)}`).join(),
    LEERBRUG_PUBLIC_URL: `http://localhost:${port}`,
    LEERBRUG_SECRET: randomBytes(32).toString('base64url'),
    ...options.environment,
  };
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  const start = (name: string, at: number) => {
    const env = { ...common, PORT: String(at), LEERBRUG_KEYS_FILE: keyFiles.get(name) ?? '' };
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    const child = spawn(...notOutlivingUs(process.execPath, [quiet, ...options.program(name)]), {
      env,
      stdio: [...stdio],
    });
    children.push(child);
    return ready(name, child);
  };
  try {
    const started = await Promise.all([
      ...names.map((name) => start(name, ports.get(name) ?? 0)),
      start('gateway', port),
    ]);
    const operatorCode = started.find((each) => each.operatorCode)?.operatorCode;
    return { url: started.at(-1)?.url ?? '', ...(operatorCode ? { operatorCode } : {}), stop };
  } catch (error) {
    await stop();
    throw error;
  }
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

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
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
