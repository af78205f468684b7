import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * For specs: runs a module text in a process of its own, on the sources as they are (`#libs/…` imports work in it), and
 * gives each line it prints to `onLine`, which may end the process with `kill` (SIGKILL). Resolves when it has ended.
 */
export async function runScript(
  text: string,
  onLine: (line: string, script: { pid?: number; kill: () => void }) => void,
): Promise<void> {
  const hook = join(process.cwd(), 'libs/ports/sqlite/testing/typescript.ts');
  const child = spawn(process.execPath, ['--import', hook, '--input-type=module', '--eval', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const script = { pid: child.pid, kill: () => void child.kill('SIGKILL') };
  const ended = once(child, 'close');
  try {
    for await (const line of createInterface({ input: child.stdout })) onLine(line, script);
  } finally {
    script.kill();
    await ended;
  }
}
