import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve('dist/apps/embedded/src/main.js');

export interface RunningLeerbrug {
  readonly url: string;
  close(): Promise<void>;
}

/** The built program with its demo, on a free port and an empty folder. @throws when it was not built or does not start */
export async function runningLeerbrug(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningLeerbrug> {
  if (!existsSync(program)) throw new Error('Build first: npm run build');
  const data = mkdtempSync(join(tmpdir(), 'leerbrug-browser-'));
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'],
      LEERBRUG_DATA: data,
      PORT: '0',
      LEERBRUG_REQUESTS_PER_PERSON: '100000',
      LEERBRUG_REQUESTS_PER_NETWORK: '100000',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true });
  };
  try {
    await started(child);
    const { url } = JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')) as { url: string };
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Once the demo is made, which takes as long as the machine takes. @throws what it said when it ended instead */
function started(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: unknown) => {
      said += String(chunk);
      if (/Leerbrug draait/.test(said)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`Leerbrug ended: ${said}`)));
  });
}
