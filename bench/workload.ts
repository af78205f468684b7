import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateWorkload } from '#libs/matching-engine';
import { writeWorkload } from '#libs/planner';
import type { Bench } from './table.js';

/** Writes a workload folder that anybody may plan and check: `--slots N --requests N --seed S --out DIR`. */
export async function benchWorkload(args: readonly string[]): Promise<Bench> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      slots: { type: 'string', default: '20000' },
      requests: { type: 'string', default: '60000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'workload' },
      json: { type: 'boolean' },
    },
  });
  const [slots, requests, seed] = [Number(values.slots), Number(values.requests), Number(values.seed)];
  const out = resolve(values.out);
  const began = performance.now();
  writeWorkload(out, generateWorkload({ slots, requests, seed }));
  return {
    name: `workload in ${out}`,
    rows: [
      { what: 'slots', value: slots, unit: '', promised: '' },
      { what: 'requests', value: requests, unit: '', promised: '' },
      { what: 'seed', value: seed, unit: '', promised: '' },
      { what: 'made and written in', value: (performance.now() - began) / 1000, unit: 's', promised: '' },
    ],
    broken: [],
  };
}
