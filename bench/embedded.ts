import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { drained, mostDrainSeconds, startInstance, type Instance } from './instance.js';
import { benchReads } from './reads.js';
import { steady } from './steady.js';
import { median, percentile, type Bench, type Row } from './table.js';

const steadyRate = 200;
const steadySeconds = 20;
const maximumSeconds = 30;

/** Design §10: start, memory, POST → proposal, accepted requests a second, and what is left over afterwards. */
export async function benchEmbedded(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-bench-'));
  try {
    const first = await startInstance(folder);
    const begun = performance.now();
    await seeded(folder);
    const seedSeconds = (performance.now() - begun) / 1000;
    await drained(first);
    await first.stop();
    const starts: number[] = [];
    for (let i = 0; i < 4; i++) {
      const again = await startInstance(folder);
      starts.push(again.readyMs);
      await again.stop();
    }
    const instance = await startInstance(folder);
    await new Promise((next) => setTimeout(next, 2_000));
    const atRest = instance.memory();
    await steadily(instance, 5);
    const { posts, proposals } = await steadily(instance, steadySeconds);
    const underLoad = instance.memory();
    const fastest = await maximum(instance);
    const atMaximum = instance.memory();
    const began = performance.now();
    const left = await drained(instance);
    const drainSeconds = (performance.now() - began) / 1000;
    await instance.stop();
    const read = await readBench();
    const rows: Row[] = [
      { what: 'one fdatasync of this disk, p50', value: fsyncTime(folder), unit: 'ms', promised: '' },
      { what: 'exec to ready, median of 4', value: median(starts), unit: 'ms', promised: '≤ 1,200' },
      { what: 'making the demo region', value: seedSeconds, unit: 's', promised: '≤ 5' },
      { what: 'memory at rest', value: atRest, unit: 'MB', promised: '≤ 150' },
      { what: `memory at ${steadyRate}/s`, value: underLoad, unit: 'MB', promised: '≤ 300' },
      { what: `POST at ${steadyRate}/s, p50`, value: percentile(posts, 0.5), unit: 'ms', promised: '' },
      { what: `POST at ${steadyRate}/s, p99`, value: percentile(posts, 0.99), unit: 'ms', promised: '' },
      {
        what: 'POST → proposal readable, p50',
        value: percentile(proposals, 0.5),
        unit: 'ms',
        promised: '≤ 6',
      },
      {
        what: 'POST → proposal readable, p99',
        value: percentile(proposals, 0.99),
        unit: 'ms',
        promised: '≤ 25',
      },
      {
        what: `accepted requests, ${maximumSeconds} s`,
        value: fastest.accepted / maximumSeconds,
        unit: '/s',
        promised: '≥ 1,500',
      },
      { what: 'memory at the maximum', value: atMaximum, unit: 'MB', promised: '' },
      { what: 'lag 0 again after', value: drainSeconds, unit: 's', promised: '≤ 10, receipts ≤ 60' },
    ];
    return {
      name: 'embedded',
      rows: [...rows, ...read],
      broken: [
        ...(fastest.refused > 0 ? [`${fastest.refused} requests were not accepted`] : []),
        ...(left > 0 ? [`${left} events were still waiting after ${mostDrainSeconds} s`] : []),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On a demo region of its own, as nothing else has filled it. */
async function readBench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-bench-'));
  const instance = await startInstance(folder);
  try {
    await seeded(folder);
    await drained(instance);
    return await benchReads(instance, () => drained(instance));
  } finally {
    await instance.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seeded(folder: string): Promise<void> {
  while (!existsSync(join(folder, 'demo.json'))) await new Promise((next) => setTimeout(next, 20));
}

function aRequest(schoolLocationId: string, sector: string): string {
  return JSON.stringify({
    schoolLocationId,
    kind: 'guest-lesson',
    themes: ['hi-tech-science/robotics'],
    groups: [{ sector, grades: [], pupils: 24 }],
    windows: [{ from: '2027-01-11', to: '2027-06-25' }],
  });
}

async function teacherOf(instance: Instance) {
  const { token, schoolLocationId = '' } = instance.person('demo-teacher');
  const location = await fetch(`${instance.url}/api/school-locations/${schoolLocationId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { sectors } = (await location.json()) as { sectors: string[] };
  return { token, body: aRequest(schoolLocationId, sectors[0] ?? 'po') };
}

async function steadily(instance: Instance, seconds: number) {
  const { token, body } = await teacherOf(instance);
  const coordinator = instance.person('demo-coordinator').token;
  return steady({
    url: instance.url,
    teacher: token,
    body: () => body,
    coordinator,
    rate: steadyRate,
    seconds,
  });
}

/** 32 connections that post as fast as they are answered. */
async function maximum(instance: Instance): Promise<{ accepted: number; refused: number }> {
  const { token, body } = await teacherOf(instance);
  const result = await autocannon({
    url: instance.url,
    connections: 32,
    duration: maximumSeconds,
    requests: [
      {
        method: 'POST',
        path: '/api/requests',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
        setupRequest: (prepared) => ({
          ...prepared,
          headers: { ...prepared.headers, 'idempotency-key': randomUUID() },
        }),
      },
    ],
  });
  return { accepted: result['2xx'], refused: result.non2xx + result.errors };
}

function fsyncTime(folder: string): number {
  const file = openSync(join(folder, 'fsync'), 'w');
  const times = Array.from({ length: 200 }, () => {
    writeSync(file, Buffer.alloc(4096, 1));
    const began = performance.now();
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  return median(times);
}
