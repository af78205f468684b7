import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Caller } from '../support/caller.js';
import { aRequest } from '../support/world.js';
import { until } from '../support/until.js';
import { built } from './built.js';
import { startsAt } from './mornings.js';
import type { Alive } from './victim.js';

jest.setTimeout(180_000);

/** The program with a small disk of its own in that folder, which nobody else sees. */
function onSmallDisk(folder: string, options: string, program: readonly string[]): ChildProcess {
  const script =
    'mount -t tmpfs -o "$1" tmpfs "$2" && { head -c 4m /dev/zero > "$2/ballast"; shift 2; exec "$@"; }';
  const namespace = ['--mount', '--map-root-user', 'sh', '-c', script, 'sh', options, folder];
  return spawn('unshare', [...namespace, process.execPath, ...program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LEERBRUG_DATA: folder, PORT: '0', NODE_COMPILE_CACHE: '' },
  });
}

describe('a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-disk-'));
  const serve = resolve('dist/apps/embedded/src/main.js');
  let entry: string;
  let child: ChildProcess | undefined;
  beforeAll(() => {
    entry = built();
  });
  afterEach(() => void child?.kill('SIGKILL'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const said = async (program: ChildProcess) => {
    const [words, [code]] = await Promise.all([
      text(program.stderr as NodeJS.ReadableStream),
      once(program, 'exit'),
    ]);
    return { words, code: code as number };
  };

  it('that is full answers 503, keeps what was acknowledged, and goes on when there is room', async () => {
    child = onSmallDisk(folder, 'size=14m', [entry, 'victim', folder, String(startsAt)]);
    const [line] = (await once(
      createInterface({ input: child.stdout as NodeJS.ReadableStream }),
      'line',
    )) as [string];
    const { url, tokens } = JSON.parse(line) as Alive;
    const teacher = new Caller(url, tokens.teacher);
    const note = 'x'.repeat(1_900);
    const acknowledged: string[] = [];
    const post = async () => {
      const groups = [{ sector: 'po', grades: ['7'], pupils: 20, name: `groep ${acknowledged.length}` }];
      const answer = await teacher.post('/api/requests', aRequest({ groups, note }));
      if (answer.status === 201) acknowledged.push(answer.body.id);
      return answer;
    };
    const refused = await until(async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, post));
      return answers.find(({ status }) => status !== 201 && status !== 422);
    }, 'the disk to be full');

    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const id of acknowledged.slice(-50))
      expect((await teacher.get(`/api/requests/${id}`)).status).toBe(200);

    // What the process sees of its folder, from outside.
    rmSync(join(`/proc/${child.pid}/root`, folder, 'ballast'));
    await until(async () => (await post()).status === 201, 'it to go on');
  });

  it('that is read-only is said in one sentence', async () => {
    child = onSmallDisk(folder, 'ro,size=1m', [serve]);
    const { words, code } = await said(child);

    expect(words).toMatch(
      /The data folder cannot be written .* or choose another folder with LEERBRUG_DATA\.\n$/,
    );
    expect(code).toBe(1);
  });

  it('with the data of a newer version is left as it is', async () => {
    const database = new DatabaseSync(join(folder, 'leerbrug.db'));
    database.exec('pragma user_version = 99');
    database.close();
    child = spawn(process.execPath, [serve], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LEERBRUG_DATA: folder, PORT: '0' },
    });
    const { words, code } = await said(child);

    expect(words).toMatch(/was written by a newer Leerbrug: start that one, or restore a backup/);
    expect(words.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});
