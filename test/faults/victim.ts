import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { flushCompileCache } from 'node:module';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { RunningClock } from '../support/clock.js';
import { aWorld, type PersonName } from '../support/world.js';
import { planted, type Planted } from './planted.js';

export interface Killing {
  /** The compiled `main.js` of this folder. */
  readonly entry: string;
  readonly kills: number;
  readonly seed: number;
  /** Hears after each of them how many it were. */
  readonly killed?: (many: number) => void;
}

/** What a victim says when it is ready. */
export interface Alive {
  readonly url: string;
  readonly tokens: Readonly<Record<PersonName, string>>;
}

/** The process that gets killed: the whole of Leerbrug on that folder, with the people of the tests. */
export async function beVictim(folder: string, now: number, bug?: Planted): Promise<void> {
  const around = bug && planted[bug];
  const world = await aWorld({ data: folder, clock: new RunningClock(now), ...(around ? { around } : {}) });
  process.once('SIGTERM', () => void world.close().then(() => process.exit(0)));
  const alive: Alive = { url: world.embedded.url, tokens: world.tokens };
  process.stdout.write(`${JSON.stringify(alive)}\n`);
  // Whoever is killed cannot do this on the way out.
  flushCompileCache();
}

/** Starts victims on one folder, one after the other, and ends them. */
export class Victims {
  /** Milliseconds from start to ready, of every restart. */
  readonly recoveries: number[] = [];
  /** What is wrong with those that start from now on. */
  planted: Planted | undefined;
  private upBefore = 0;
  private upSince = 0;
  private readonly born = performance.now();
  private child: ChildProcess | undefined;
  private current: Alive | undefined;

  constructor(
    private readonly entry: string,
    private readonly folder: string,
    private startsAt: number,
    private readonly role: 'victim' | 'crowd' = 'victim',
  ) {}

  /** Whoever is up now; undefined while nobody is. */
  get alive(): Alive | undefined {
    return this.current;
  }

  /** Milliseconds that somebody was up. */
  get upFor(): number {
    return this.upBefore + (this.current ? performance.now() - this.upSince : 0);
  }

  /** Whoever starts next finds that much more time gone by. */
  sleep(milliseconds: number): void {
    this.startsAt += milliseconds;
  }

  async start(): Promise<void> {
    const began = performance.now();
    const now = this.startsAt + (began - this.born);
    const parameters = [
      '--max-semi-space-size=8',
      this.entry,
      this.role,
      this.folder,
      String(Math.round(now)),
      ...(this.planted ? [this.planted] : []),
    ];
    // Compiled once: what is killed is a Leerbrug that starts as fast as one does.
    const env = { ...process.env, NODE_COMPILE_CACHE: resolve(dirname(this.entry), '../../.compile-cache') };
    const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'], env });
    this.child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      this.current = JSON.parse(line) as Alive;
      break;
    }
    if (!this.current) throw new Error('the victim ended before it was ready');
    this.upSince = performance.now();
    this.recoveries.push(this.upSince - began);
  }

  /** Stops it in the middle of whatever it does, for that long. */
  async freeze(milliseconds: number): Promise<void> {
    this.child?.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    this.child?.kill('SIGCONT');
  }

  /** `SIGKILL`: at once, whatever it is doing. Resolves when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    this.upBefore = this.upFor;
    this.current = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
