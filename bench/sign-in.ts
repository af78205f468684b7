import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { startInstance, type Instance } from './instance.js';
import { percentile, type Bench } from './table.js';

const secondsAlone = 15;
const secondsTogether = 15;
const checkSeconds = 10;
const hurriedRate = 200;
/** Of the calm one, who reads a page every so often. */
const calmRate = 20;
const path = '/api/requests?limit=20';

/** The limits that an installation has by itself. */
const asInstalled = { LEERBRUG_REQUESTS_PER_PERSON: '50', LEERBRUG_REQUESTS_PER_NETWORK: '200' };

interface Answers {
  readonly milliseconds: number[];
  readonly statuses: Map<number, number>;
}

/** Issue 4: what knowing a session costs, and what one client that asks too much does to another. */
export async function benchSignIn(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-bench-'));
  const agent = new Agent({ connections: 64, pipelining: 1 });
  try {
    const seeding = await open(folder);
    const checks = await sessionChecks(seeding, agent).finally(() => seeding.stop());

    const limited = await open(folder, asInstalled);
    const { alone, together, tooFast } = await neighbours(limited, agent).finally(() => limited.stop());
    const [p95Alone, p95Together] = [
      percentile(alone.milliseconds, 0.95),
      percentile(together.milliseconds, 0.95),
    ];
    const refused = tooFast.statuses.get(429) ?? 0;
    return {
      name: 'sign-in',
      rows: [
        { what: 'sessions checked', value: checks.count, unit: '', promised: '' },
        {
          what: 'of them within 0.2 ms in the gateway',
          value: checks.within * 100,
          unit: '%',
          promised: '≥ 99 (p99 ≤ 0.2 ms)',
        },
        { what: 'mean of a check', value: checks.mean * 1000, unit: 'ms', promised: '' },
        { what: 'p95 of one client alone', value: p95Alone, unit: 'ms', promised: '' },
        { what: `p95 while another asks ${hurriedRate}/s`, value: p95Together, unit: 'ms', promised: '' },
        { what: 'times as long', value: p95Together / p95Alone, unit: '', promised: '< 2' },
        { what: 'of the hurried one refused (429)', value: refused, unit: '', promised: '' },
      ],
      broken: [
        ...(together.statuses.get(200) === together.milliseconds.length ? [] : ['the calm one was refused']),
        ...(refused > 0 ? [] : ['the hurried one was never refused']),
      ],
    };
  } finally {
    await agent.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One client by itself, and then beside another that asks far too often. */
async function neighbours(instance: Instance, agent: Agent) {
  const calm = await sessionOf(instance, 'demo-coordinator');
  const hurried = await sessionOf(instance, 'demo-teacher');
  const ask = (cookie: string, rate: number, seconds: number) =>
    paced({ agent, url: instance.url, cookie, rate, seconds });
  await ask(calm, calmRate, 5);
  const alone = await ask(calm, calmRate, secondsAlone);
  const [together, tooFast] = await Promise.all([
    ask(calm, calmRate, secondsTogether),
    ask(hurried, hurriedRate, secondsTogether),
  ]);
  return { alone, together, tooFast };
}

/** The gateway's own histogram, of requests with a session while a few hundred a second come. */
async function sessionChecks(instance: Instance, agent: Agent) {
  const cookie = await sessionOf(instance, 'demo-teacher');
  await paced({ agent, url: instance.url, cookie, rate: hurriedRate, seconds: 3 });
  const before = await histogram(instance);
  await paced({ agent, url: instance.url, cookie, rate: hurriedRate, seconds: checkSeconds });
  const after = await histogram(instance);
  const count = after.count - before.count;
  return { count, within: (after.within - before.within) / count, mean: (after.sum - before.sum) / count };
}

async function histogram({ url }: Instance) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const valueOf = (line: RegExp) => Number(line.exec(text)?.[1] ?? 0);
  return {
    within: valueOf(/^leerbrug_admission_seconds_bucket\{le="0.0002"\} (\S+)/m),
    sum: valueOf(/^leerbrug_admission_seconds_sum (\S+)/m),
    count: valueOf(/^leerbrug_admission_seconds_count (\S+)/m),
  };
}

async function sessionOf({ url }: Instance, personId: string): Promise<string> {
  const answer = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Asks at that rate whether or not the answers keep up. */
async function paced(client: {
  readonly agent: Agent;
  readonly url: string;
  readonly cookie: string;
  readonly rate: number;
  readonly seconds: number;
}): Promise<Answers> {
  const { agent, url, cookie, rate, seconds } = client;
  const answers: Answers = { milliseconds: [], statuses: new Map() };
  const asked: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const wait = began + (sent * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((next) => setTimeout(next, wait));
    asked.push(once());
  }
  await Promise.all(asked);
  return answers;

  async function once(): Promise<void> {
    const start = performance.now();
    const { statusCode, body } = await request(`${url}${path}`, { dispatcher: agent, headers: { cookie } });
    await body.dump();
    answers.milliseconds.push(performance.now() - start);
    answers.statuses.set(statusCode, (answers.statuses.get(statusCode) ?? 0) + 1);
  }
}

/** A process whose demo is open; its first start makes the demo. */
async function open(folder: string, environment: Record<string, string> = {}): Promise<Instance> {
  const instance = await startInstance(folder, environment);
  const deadline = performance.now() + 60_000;
  for (;;) {
    const { demo } = (await (await fetch(`${instance.url}/api/sign-in`)).json()) as { demo: boolean };
    if (demo) return instance;
    if (performance.now() > deadline) throw new Error('the demo was not made within a minute');
    await new Promise((next) => setTimeout(next, 20));
  }
}
