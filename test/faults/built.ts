import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Where the victim's program is. It runs from the build: compiled at every restart it would spend its life starting. */
export function built(): string {
  const { status } = spawnSync(process.execPath, [resolve('tools/prepare.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
  return resolve('dist/test/faults/main.js');
}
