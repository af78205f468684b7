import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runModule } from '../../../../test/support/run-module.js';
import { solve, type SolveOptions } from './solve.js';

describe('leerbrug solve', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'leerbrug-solve-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const solved = async (path: string, options: Partial<SolveOptions> = {}) => {
    const lines: string[] = [];
    const screen = {
      line: (text: string) => void lines.push(text),
      progress: () => ({ at: () => undefined, end: () => undefined }),
    };
    await solve({ file: path, format: 'text', threads: 2, ...options }, screen);
    return lines;
  };
  const numbers = (path: string) => [...new Int32Array(Uint8Array.from(readFileSync(path)).buffer)];

  it('solves a dense assignment file at the lowest cost, and writes who got what', async () => {
    const assignment = join(folder, 'out');
    const lines = await solved(file('assign3', '3\n4 1 3\n2 0 5\n3 2 2\n'), { assignment, format: 'json' });

    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      problem: 'assignment',
      size: 3,
      cost: 5,
      proof: 'optimal',
    });
    expect(numbers(assignment)).toEqual([1, 0, 2]);
  });

  it('solves a sparse one, for people', async () => {
    const lines = await solved(file('assignp2', '2\n1 1 7\n1 2 1\n2 1 2\n'));
    expect(lines.find((line) => line.startsWith('cost'))).toMatch(/^cost +3$/);
  });

  it('plans a workload folder with its proof', async () => {
    const [plan] = await runModule(`
      import { generateWorkload } from '#libs/matching-engine';
      import { writeWorkload } from '#libs/planner';
      import { solve } from ${JSON.stringify(resolve('apps/cli/src/solve/solve.ts'))};
      import { readFileSync } from 'node:fs';
      const folder = ${JSON.stringify(folder)};
      writeWorkload(folder, generateWorkload({ slots: 200, requests: 600, seed: 3 }));
      const lines = [];
      const screen = { line: (text) => lines.push(text), progress: () => ({ at() {}, end() {} }) };
      await solve({ file: folder, format: 'json', threads: 2, assignment: folder + '/out' }, screen);
      const slots = new Int32Array(Uint8Array.from(readFileSync(folder + '/out')).buffer);
      console.log(JSON.stringify({ ...JSON.parse(lines[0]), written: slots.length, given: slots.filter((slot) => slot >= 0).length }));
    `);

    const { served, score, bound } = plan as Record<string, number>;
    expect(plan).toMatchObject({
      problem: 'workload',
      slots: 200,
      requests: 600,
      written: 600,
      given: served,
    });
    expect(served).toBeGreaterThan(100);
    expect(bound).toBeGreaterThanOrEqual(score as number);
  });

  it.each([
    ['nothing at all', '', 'the file is empty'],
    ['a text', 'Beste school,', 'not an assignment file'],
    ['a truncated dense file', '3\n4 1 3\n2 0', '5 numbers'],
    ['a pair outside the problem', '2\n1 1 7\n1 3 1\n2 1 2\n', 'a triple per allowed pair'],
    ['a problem without a solution', '2\n1 1 7\n2 1 2\n1 1 4\n', ''],
  ])('refuses %s with a sentence', async (_, text, says) => {
    const path = file('wrong', text);
    await expect(solved(path)).rejects.toThrow(expect.objectContaining({ name: 'Stopped' }));
    await expect(solved(path)).rejects.toThrow(says);
  });

  it('refuses a folder without a workload and a file that is not there', async () => {
    await expect(solved(folder)).rejects.toThrow('meta.json: cannot be read (ENOENT)');
    await expect(solved(join(folder, 'nothing'))).rejects.toThrow('cannot be read or written (ENOENT)');
  });

  it('refuses an array that ends within a row, and one that is too short', async () => {
    const outcomes = await runModule(`
      import { appendFileSync, truncateSync } from 'node:fs';
      import { generateWorkload } from '#libs/matching-engine';
      import { readWorkload, writeWorkload } from '#libs/planner';
      const folder = ${JSON.stringify(folder)};
      const read = () => { try { readWorkload(folder); return 'read'; } catch (error) { return error.message; } };
      writeWorkload(folder, generateWorkload({ slots: 20, requests: 30, seed: 3 }));
      console.log(JSON.stringify(read()));
      truncateSync(folder + '/slots.x.f32', 78);
      console.log(JSON.stringify(read()));
      truncateSync(folder + '/slots.x.f32', 76);
      console.log(JSON.stringify(read()));
    `);

    expect(outcomes).toEqual([
      'read',
      'slots.x.f32: ends within a row: 78 bytes',
      'slots.x.f32: must have 20 rows and has 19',
    ]);
  });
});
