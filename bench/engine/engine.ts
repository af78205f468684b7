import type { Bench, Row } from '../table.js';
import { bestFive } from './best-five.js';
import { domain } from './domain.js';
import { priceOfFairness } from './fairness.js';
import { live } from './live.js';
import { national } from './national.js';
import { orLibrary } from './or-library.js';
import { peers } from './peers.js';

type Part = () => Promise<{ rows: Row[]; broken: string[] }>;

const parts: Readonly<Record<string, Part>> = {
  'best-five': bestFive,
  domain: async () => domain(),
  'or-library': async () => orLibrary(),
  fairness: async () => ({ rows: priceOfFairness(), broken: [] }),
  peers,
  national,
  live,
};

/** Issue 2's table, peers in the same run; `-- engine national domain` measures those parts only. */
export async function benchEngine(args: readonly string[]): Promise<Bench> {
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const unknown = asked.find((name) => !(name in parts));
  if (unknown) throw new RangeError(`${unknown} is none of ${Object.keys(parts).join(', ')}`);
  const rows: Row[] = [];
  const broken: string[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const measured = await part();
    rows.push(...measured.rows);
    broken.push(...measured.broken);
  }
  return { name: 'engine', rows, broken };
}
