import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface DemoPerson {
  readonly id: string;
  readonly role: string;
  readonly token: string;
  readonly schoolLocationId?: string;
}

/** A Leerbrug process of its own, as `npm start` starts it. */
export interface Instance {
  readonly url: string;
  /** Milliseconds from exec until `/health/ready` said so. */
  readonly readyMs: number;
  readonly folder: string;
  person(id: string): DemoPerson;
  /** The id of the demo's region. */
  region(): string;
  /** Resident memory in MB. */
  memory(): number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const main = resolve(import.meta.dirname, '../apps/embedded/src/main.js');

/** What is measured is the product and not what it refuses. */
const unlimited = {
  LEERBRUG_REQUESTS_PER_PERSON: '1000000',
  LEERBRUG_REQUESTS_PER_NETWORK: '1000000',
};

export async function startInstance(
  folder: string,
  environment: Record<string, string> = {},
): Promise<Instance> {
  rmSync(join(folder, 'instance.json'), { force: true });
  const began = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=8', '--max-old-space-size=384', main], {
    env: { ...process.env, ...unlimited, PORT: '0', LEERBRUG_DATA: folder, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = await waitFor(child, () => {
    const file = join(folder, 'instance.json');
    if (!existsSync(file)) return undefined;
    return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url;
  });
  await waitFor(child, async () => (await fetch(`${url}/health/ready`).catch(() => undefined))?.ok);
  const readyMs = performance.now() - began;
  const demo = () =>
    JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as { people: DemoPerson[]; region: string };
  return {
    url,
    readyMs,
    folder,
    person: (id) => demo().people.find((person) => person.id === id) as DemoPerson,
    region: () => demo().region,
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: (signal = 'SIGTERM') =>
      new Promise((done) => {
        if (child.exitCode !== null) return done();
        child.once('exit', () => done());
        child.kill(signal);
      }),
  };
}

async function waitFor<T>(
  child: ChildProcess,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (child.exitCode !== null) throw new Error(`the instance ended with ${child.exitCode}`);
    if (performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error('the instance did not become ready within a minute');
    }
    await new Promise((next) => setTimeout(next, 5));
  }
}

export const mostDrainSeconds = 60;

/** Waits until no consumer group has anything left; how much is left after a minute. */
export async function drained(instance: Instance): Promise<number> {
  const deadline = performance.now() + mostDrainSeconds * 1000;
  for (;;) {
    const text = await (await fetch(`${instance.url}/metrics`)).text();
    const lags = [...text.matchAll(/^leerbrug_consumer_lag_events\S* (\d+)/gm)].map(([, lag]) => Number(lag));
    const left = lags.reduce((sum, lag) => sum + lag, 0);
    if ((left === 0 && lags.length > 0) || performance.now() > deadline) return left;
    await new Promise((next) => setTimeout(next, 50));
  }
}
