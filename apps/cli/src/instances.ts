import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Api, Stopped } from './api.js';
import { runningInstance } from './instance.js';

export interface Opening {
  /** Of an instance elsewhere, which is talked to instead of one on the folder. */
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  readonly folder: string;
  /** The embedded process's main file. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told when no instance runs and the folder is opened for this one command. */
  readonly opened: (sentence: string) => void;
}

const askEveryMs = 50;
const patienceMs = 30_000;

/** Finds the instance at an address, or the one that runs on a folder, else opens the folder in a process of its own until `close`. */
export class Instances {
  private child: ChildProcess | undefined;

  constructor(private readonly opening: Opening) {}

  /** @throws Stopped when there is none and the folder cannot be opened either. */
  async open(): Promise<Api> {
    return this.elsewhere() ?? (await runningInstance(this.opening.folder)) ?? (await this.start());
  }

  /** Ends the process that `open` started, if it did. */
  async close(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  /** Only now, because a command that talks to no instance needs no token either. */
  private elsewhere(): Api | undefined {
    const { url, token } = this.opening;
    if (url && token) return new Api(url, token);
    if (url)
      throw new Stopped(
        `LEERBRUG_TOKEN is missing: an operator makes a token for ${url} on the operator's screen.`,
      );
    if (token) throw new Stopped('LEERBRUG_URL is missing: it says where LEERBRUG_TOKEN is good.');
    return undefined;
  }

  private async start(): Promise<Api> {
    const { folder, program, environment, opened } = this.opening;
    opened(`No Leerbrug runs on ${path.resolve(folder)}: this command opens the folder itself.`);
    const child = spawn(process.execPath, [program], {
      env: {
        ...environment,
        LEERBRUG_DATA: path.resolve(folder),
        LEERBRUG_DEMO: 'off',
        HOST: '127.0.0.1',
        PORT: '0',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child = child;
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => void (said += text));
    const deadline = performance.now() + patienceMs;
    while (child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
      const instance = await runningInstance(folder);
      if (instance) return instance;
      await pause(askEveryMs);
    }
    await this.close();
    throw new Stopped(`The folder could not be opened. ${said.trim()}`.trim());
  }
}
