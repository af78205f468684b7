import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** One set of servers for all suites of a run, in a process that ends with this one. */
export default async function startServers() {
  const typescript = join(process.cwd(), 'libs/ports/sqlite/testing/typescript.ts');
  const main = join(process.cwd(), 'test/servers/main.ts');
  const child = spawn(process.execPath, ['--import', typescript, main], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  globalThis.leerbrugServers = child;
  const ready = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  const ended = once(child, 'exit').then(() => {
    throw new Error('The servers for the cluster tests did not start.');
  });
  Object.assign(process.env, JSON.parse(await Promise.race([ready, ended])));
  ended.catch(() => undefined);
}
