import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startInstance } from './instance.js';
import type { Bench } from './table.js';

const cli = resolve(import.meta.dirname, '../apps/cli/src/main.js');

/** The ministry's primary schools through the running instance, once new and once unchanged. */
export async function benchImport(): Promise<Bench> {
  const registers = resolve('../shared/data');
  if (!existsSync(registers)) throw new Error(`the registers are not there: ${registers}`);
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-bench-'));
  const instance = await startInstance(folder, { LEERBRUG_DEMO: 'off' });
  try {
    const postcodes = await timed(folder, [
      'import',
      'postcodes',
      join(registers, 'geonames-nl-postcodes.csv'),
    ]);
    const file = join(registers, 'duo-vestigingen-basisonderwijs-2026-08.csv');
    const fresh = await timed(folder, ['import', 'schools', file]);
    const again = await timed(folder, ['import', 'schools', file]);
    return {
      name: 'import',
      rows: [
        { what: '4,334 rows of postcodes', value: postcodes, unit: 's', promised: '' },
        { what: '6,122 primary school locations', value: fresh, unit: 's', promised: '≤ 10' },
        { what: 'the same file again', value: again, unit: 's', promised: '' },
        { what: 'memory afterwards', value: instance.memory(), unit: 'MB', promised: '' },
      ],
      broken: [],
    };
  } finally {
    await instance.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(folder: string, parameters: readonly string[]): Promise<number> {
  const began = performance.now();
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, ...parameters], {
      env: { ...process.env, LEERBRUG_DATA: folder },
      stdio: 'ignore',
    });
    child.once('exit', (code) =>
      code === 0
        ? done((performance.now() - began) / 1000)
        : failed(new Error(`${parameters.join(' ')} ended with ${code}`)),
    );
  });
}
