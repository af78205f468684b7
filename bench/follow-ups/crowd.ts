import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Agent, request } from 'undici';
import { crowdDueAt, isDone, mailsOf, sizeCrowd } from '../../test/faults/crowd.js';
import { Victims, type Alive } from '../../test/faults/victim.js';
import { percentile, type Row } from '../table.js';

const matches = 5_000;
const perSecond = 20;
const mostSeconds = 180;
const lookEvery = 4;
const entry = resolve(import.meta.dirname, '../../test/faults/main.js');

/** Both sides of five thousand matches are asked in one minute, while people go on working. */
export async function askCrowd(): Promise<{ rows: Row[]; broken: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-crowd-'));
  sizeCrowd(folder, matches);
  // The first start makes the crowd, long before anything of it is due.
  const victims = new Victims(entry, folder, crowdDueAt - 60 * 60_000, 'crowd');
  try {
    await victims.start();
    await victims.end('SIGTERM');
    victims.sleep(60 * 60_000);
    await victims.start();
    const began = performance.now();
    const times = await served(victims.alive as Alive, () => isDone(folder, matches));
    const seconds = (performance.now() - began) / 1000;
    const mails = mailsOf(folder).filter(({ to }) => to.email.endsWith('@mail.example'));
    const twice = mails.length - new Set(mails.map(({ messageId }) => messageId)).size;
    const isAll = isDone(folder, matches);
    return {
      rows: [
        {
          what: '10,000 follow-ups due at once, all handled and sent',
          value: seconds,
          unit: 's',
          promised: '≤ 60',
        },
        { what: '  mails that they became', value: mails.length, unit: '', promised: '' },
        {
          what: `  API meanwhile, ${perSecond}/s, p50`,
          value: percentile(times, 0.5),
          unit: 'ms',
          promised: '',
        },
        {
          what: `  API meanwhile, ${perSecond}/s, p95`,
          value: percentile(times, 0.95),
          unit: 'ms',
          promised: '≤ 50',
        },
      ],
      broken: [
        ...(isAll ? [] : [`not all of 10,000 follow-ups were handled within ${mostSeconds} s`]),
        ...(twice > 0 ? [`${twice} mails of the 10,000 follow-ups were sent twice`] : []),
      ],
    };
  } finally {
    await victims.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long each answer took, ms, at a fixed rate until it is done: reads, and a request now and then. */
async function served({ url, tokens }: Alive, isOver: () => boolean): Promise<number[]> {
  const agent = new Agent({ connections: 16, pipelining: 1 });
  const times: number[] = [];
  const running: Promise<void>[] = [];
  const one = async (nth: number) => {
    const began = performance.now();
    const asks = nth % 5 === 0;
    const { statusCode, body } = await request(`${url}${asks ? '/api/requests' : pathOf(nth)}`, {
      dispatcher: agent,
      method: asks ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${asks ? tokens.teacher : tokens.coordinator}`,
        ...(asks ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
      },
      ...(asks ? { body: aRequest } : {}),
    });
    await body.dump();
    if (statusCode >= 300) throw new Error(`${pathOf(nth)} answered ${statusCode}`);
    times.push(performance.now() - began);
  };
  const start = performance.now();
  let over = false;
  for (let nth = 0; !over; nth++) {
    const wait = start + (nth * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((next) => setTimeout(next, wait));
    running.push(one(nth));
    // Looking takes a moment, in which nobody is served here.
    if (nth % (lookEvery * perSecond) === 0)
      over = isOver() || performance.now() - start > mostSeconds * 1000;
  }
  await Promise.all(running);
  await agent.close();
  return times;
}

const pathOf = (nth: number): string =>
  nth % 2 === 0
    ? `/api/matches/crowd-${String((nth * 37) % matches).padStart(5, '0')}`
    : '/api/requests?region=region-ijssel&limit=20';

const aRequest = JSON.stringify({
  schoolLocationId: 'school-brug',
  kind: 'guest-lesson',
  themes: ['hi-tech-science/robotics'],
  groups: [{ sector: 'po', grades: ['7'], pupils: 24, name: '7' }],
  windows: [{ from: '2027-01-11', to: '2027-06-25' }],
});
