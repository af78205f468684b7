import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { built } from '../faults/built.js';

jest.setTimeout(580_000);

const kills = process.env['CLUSTER_KILLS'] ?? '15';

describe('a cluster of which everything is killed, cut off, slowed and wiped', () => {
  it(`${kills} times loses nothing, and nothing is done twice`, async () => {
    const seed = process.env['SEED'] ?? String(Math.floor(Math.random() * 1e6));
    const wanted = ['--mode', 'cluster', '--kills', kills, '--seed', seed];
    // A process of its own: what is killed here are its children.
    const child = spawn(process.execPath, [built(), ...wanted], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = new Promise((resolve) => child.once('exit', resolve));
    const table = await text(child.stdout);

    process.stderr.write(table);
    expect(table).toMatch(/lost, stuck or twice +nothing\n/);
    expect(await exit).toBe(0);
  });
});
