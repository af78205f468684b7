/**
 * After a build: the API of all services together, as dist/open-api.json. A gateway of its own process has no other way to
 * know what the services beside it answer; the embedded process tells it here.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const dist = join(import.meta.dirname, '../dist');
const folder = mkdtempSync(join(tmpdir(), 'leerbrug-api-'));
const server = spawn(process.execPath, [join(dist, 'apps/embedded/src/main.js')], {
  env: {
    PATH: process.env.PATH,
    LEERBRUG_DATA: folder,
    LEERBRUG_DEMO: 'off',
    LEERBRUG_LOG: 'error',
    HOST: '127.0.0.1',
    PORT: '0',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  const { url } = await instance();
  const answer = await fetch(`${url}/api/openapi.json`);
  if (!answer.ok) throw new Error(`the API answered ${answer.status}`);
  writeFileSync(join(dist, 'open-api.json'), JSON.stringify(await answer.json()));
} finally {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  if (server.exitCode === null && server.kill('SIGTERM')) await ended;
  rmSync(folder, { recursive: true, force: true });
}

async function instance() {
  for (let left = 600; left > 0 && server.exitCode === null; left -= 1) {
    try {
      return JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8'));
    } catch {
      await pause(50);
    }
  }
  throw new Error('the build does not start');
}
