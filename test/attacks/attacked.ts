import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { built } from '../faults/built.js';

/** What `npm run faults` says of so many kills, in a process of its own: what is killed are its children. */
export async function attacked(mode: 'embedded' | 'cluster', kills: string) {
  const seed = process.env['SEED'] ?? String(Math.floor(Math.random() * 1e6));
  const wanted = ['--mode', mode, '--kills', kills, '--seed', seed];
  const child = spawn(process.execPath, [built(), ...wanted], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const table = await text(child.stdout);
  process.stderr.write(table);
  return { table, exit: await exit };
}
