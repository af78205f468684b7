import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(__dirname, 'matrix.md');
export type Whose = 'own' | 'foreign';

/** What each caller is to be told, by `GET /api/requests/{id}` and whose thing it is, then by caller. */
export type Matrix = ReadonlyMap<string, Readonly<Record<string, string>>>;

export const rowOf = (route: string, whose: Whose) => `${route} (${whose})`;

export function readMatrix(): Matrix {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const cells = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const [head = [], , ...rows] = cells;
  return new Map(
    rows.map(([route = '', whose = '', ...told]) => [
      rowOf(route, whose as Whose),
      Object.fromEntries(told.map((cell, i) => [head[i + 2] ?? '', cell])),
    ]),
  );
}

/** For whoever adds a route: writes what is told now, to be read line by line before it is committed. */
export function writeMatrix(matrix: Matrix, callers: readonly string[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = [...matrix].map(([row, told]) => {
    const [, route = '', whose = ''] = /^(.*) \((own|foreign)\)$/.exec(row) ?? [];
    return line([route, whose, ...callers.map((caller) => told[caller] ?? '')]);
  });
  writeFileSync(
    file,
    [
      '# Who is told what',
      '',
      'Every route of the API document, tried by everybody with a thing of the region of the first (`own`) and with one of',
      'another region (`foreign`), from left to right and from top to bottom. `matrix.spec.ts` tries every cell: a number is',
      'the status, a word the code of the rule that a change met (`errors.md`); then nothing is against the caller. Changes',
      'name a version that nobody saw, so that `command.stale` is whoever may change it. `409` of a read is its state.',
      'A new route needs its two lines: `LEERBRUG_MATRIX=write npx jest test/access/matrix` writes what is told now.',
      '',
      line(['route', 'thing', ...callers]),
      line(['route', 'thing', ...callers].map(() => '---')),
      ...rows,
      '',
    ].join('\n'),
  );
}
