import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  checkPlan,
  firstComeFirstServed,
  generateWorkload,
  greedy,
  type Plan,
  type Workload,
} from '#libs/matching-engine';
import { planWorkload, writeWorkload } from '#libs/planner';
import { median, type Row } from '../table.js';
import { open } from './workload-market.js';

const requests = 600_000;
const slots = 200_000;
const runs = 5;

/** The whole country on two cores: proven how close, how soon, in how much memory, and better than what. */
export async function national(): Promise<{ rows: Row[]; broken: string[] }> {
  const workload = generateWorkload({ slots, requests, seed: 1 });
  const planned = async (options: { epsilon?: number; within?: number }) => {
    const times: number[] = [];
    let plan: Plan | undefined;
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      plan = await planWorkload(workload, { ...options, threads: 2 });
      times.push((performance.now() - began) / 1000);
    }
    return { plan: plan as Plan, took: median(times) };
  };
  const rough = await planned({ within: 0.0015, epsilon: 100 });
  const fine = await planned({ within: 0.0003 });
  const memory = peakMemoryOf(workload);
  const { market, index } = open(workload);
  const faults = checkPlan(market, index, fine.plan);
  const best = greedy(market, index);
  const first = firstComeFirstServed(market, index);
  const percent = (value: number) => (fine.plan.value / value - 1) * 100;
  const row = (what: string, value: number, unit: string, promised: string): Row => ({
    what,
    value,
    unit,
    promised,
  });
  return {
    rows: [
      row('national plan (600,000 × 200,000), within 0.15 %', rough.took, 's', '≤ 10, beyond 5'),
      row('  proven', rough.plan.certificate.gap * 100, '%', '≤ 0.15'),
      row('national plan, within 0.03 %', fine.took, 's', '≤ 15, beyond 8'),
      row('  proven', fine.plan.certificate.gap * 100, '%', '≤ 0.03'),
      row('  peak memory of `leerbrug solve`, its check included', memory, 'MB', '≤ 1,000'),
      row('score over greedy', percent(best.value), '%', '≥ 9'),
      row('score over first come first served', percent(first.value), '%', '≥ 15'),
      ...(await growth()),
    ],
    broken: [
      ...faults,
      ...(fine.plan.certificate.gap > 0.0003 ? ['the national plan is not proven within 0.03 %'] : []),
    ],
  };
}

/** Of one plan, as `leerbrug solve` makes it in a process of its own, MB. */
function peakMemoryOf(workload: Workload): number {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-national-'));
  try {
    writeWorkload(folder, workload);
    const command = resolve(import.meta.dirname, '../../apps/cli/src/main.js');
    const { stdout } = spawnSync(process.execPath, [command, 'solve', folder, '--format', 'json'], {
      encoding: 'utf8',
    });
    return (JSON.parse(stdout) as { peakMemoryMB: number }).peakMemoryMB;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Time ~ edges^x between about 1 and 30 million eligible pairs. */
async function growth(): Promise<Row[]> {
  const points: { edges: number; took: number }[] = [];
  for (const size of [7_500, 60_000, 225_000]) {
    const workload = generateWorkload({ slots: size, requests: 3 * size, seed: 2 });
    const pairs = eligiblePerRequest(workload) * 3 * size;
    const times: number[] = [];
    for (let run = 0; run < 3; run++) {
      const began = performance.now();
      await planWorkload(workload, { threads: 2 });
      times.push((performance.now() - began) / 1000);
    }
    points.push({ edges: pairs, took: median(times) });
  }
  const [least, most] = [points[0], points.at(-1)] as { edges: number; took: number }[] as [
    { edges: number; took: number },
    { edges: number; took: number },
  ];
  return [
    { what: 'eligible pairs of the smallest and', value: least.edges / 1e6, unit: 'million', promised: '1' },
    { what: '  of the largest market', value: most.edges / 1e6, unit: 'million', promised: '30' },
    {
      what: 'time grows with pairs to the power of',
      value: Math.log(most.took / least.took) / Math.log(most.edges / least.edges),
      unit: '',
      promised: '≤ 1.2',
    },
  ];
}

/** Eligible slots of a request, the mean of a sample. */
function eligiblePerRequest(workload: Workload): number {
  const { market } = open(workload);
  const sample = 200;
  const step = Math.floor(market.requestCount / sample);
  let pairs = 0;
  for (let request = 0; request < sample * step; request += step)
    for (let slot = 0; slot < market.slotCount; slot++) if (market.score(request, slot) >= 0) pairs++;
  return pairs / sample;
}
