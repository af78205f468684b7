import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** From here a module finds the project's packages, wherever the system keeps its temporary files. */
const within = join(process.cwd(), 'node_modules/.cache');

/**
 * Runs a module text as a file of its own, on the sources as they are, and gives what it printed, each line as JSON. Not by
 * `--eval`: threads inherit their process's arguments, and with that one they do not start.
 */
export async function runModule(text: string): Promise<unknown[]> {
  mkdirSync(within, { recursive: true });
  const folder = mkdtempSync(join(within, 'module-'));
  try {
    const file = join(folder, 'module.mjs');
    writeFileSync(file, text);
    const hook = join(process.cwd(), 'libs/ports/sqlite/testing/typescript.ts');
    const { stdout } = await run(process.execPath, ['--import', hook, file]);
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
