import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server that runs for us, wherever. */
export interface RunningServer {
  /** As its own clients write it. */
  readonly address: string;
  stop(): Promise<void>;
}

/** One that is ours alone and may be treated badly. */
export interface OwnServer extends RunningServer {
  signal(signal: NodeJS.Signals): Promise<void>;
  /** On the same port, over what it kept; after it was killed. */
  restart(): Promise<void>;
}

/** A server cannot be had on this machine; the message says what to install or set. */
export class ServerMissing extends Error {
  override readonly name = 'ServerMissing';
}

const readyWithinMs = 60_000;
const endsWithinMs = 8_000;
const setpriv = '/usr/bin/setpriv';

/** What to run so that the kernel ends it when we die, even by kill -9, where it can be asked to. */
export function notOutlivingUs(command: string, args: readonly string[]): [string, string[]] {
  return existsSync(setpriv) ? [setpriv, ['--pdeathsig', 'KILL', command, ...args]] : [command, [...args]];
}

/** Downloads stay here from run to run. */
export const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'leerbrug');

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs a tool to its end. @throws with the end of what it said when it fails or is not there */
export async function run(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => void (said += bytes.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${said.slice(-2_000)}`);
}

interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** Resolves once it answers. */
  readonly ready: () => Promise<unknown>;
}

/** In a folder that goes with it, and never longer alive than we are. */
export class NativeProcess {
  readonly folder: string;
  private child: ChildProcess | undefined;
  private readonly killWithUs = () => void this.child?.kill('SIGKILL');

  constructor(private readonly name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `leerbrug-${name.toLowerCase()}-`));
    process.on('exit', this.killWithUs);
  }

  /** Resolves when it is ready. @throws with the end of its log when it ends before that */
  async start(address: string, how: Command): Promise<OwnServer> {
    await this.launch(how);
    return {
      address,
      signal: async (signal) => void this.child?.kill(signal),
      restart: async () => {
        await this.gone();
        await this.launch(how);
      },
      stop: () => this.stop(),
    };
  }

  private async launch({ command, args, ready }: Command): Promise<void> {
    const log = openSync(join(this.folder, 'server.log'), 'a');
    const child = spawn(...notOutlivingUs(command, args), { stdio: ['ignore', log, log] });
    closeSync(log);
    this.child = child;
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${this.name} ended while starting`);
    });
    try {
      await Promise.race([ended, until(ready)]);
    } catch (cause) {
      const said = readFileSync(join(this.folder, 'server.log'), 'utf8').slice(-2_000);
      await this.stop();
      throw new Error(`${this.name} does not start:\n${said}`, { cause });
    }
    ended.catch(() => undefined);
  }

  private async stop(): Promise<void> {
    process.off('exit', this.killWithUs);
    this.child?.kill('SIGTERM');
    const timer = setTimeout(() => this.child?.kill('SIGKILL'), endsWithinMs);
    await this.gone();
    clearTimeout(timer);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async gone(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

async function until(ready: () => Promise<unknown>): Promise<void> {
  for (const end = performance.now() + readyWithinMs; ;) {
    try {
      await ready();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
