import { parseAssignment, proveAssignment, solveAssignment } from '#libs/matching-engine';
import type { Row } from '../table.js';
import { seconds } from './measure.js';

/** Numbers by a seed: the same instances every time. */
function* numbers(seed: number): Generator<number, never, void> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Instances of the sizes and the shape of assign100 … 800 (dense) and assignp800 … 5000 (sparse); not the files themselves. */
export function orLibrary(): { rows: Row[]; broken: string[] } {
  const files = [
    ...[100, 200, 300, 400, 500, 600, 700, 800].map((size) => dense(size)),
    ...[800, 1500, 3000, 5000].map((size) => sparse(size)),
  ];
  let proven = 0;
  const took = seconds(() => {
    for (const text of files) {
      const problem = parseAssignment(text);
      if (proveAssignment(problem, solveAssignment(problem)) === undefined) proven++;
    }
  });
  return {
    rows: [
      { what: '12 OR-Library shaped files, proven optimal', value: proven, unit: 'of 12', promised: '12' },
      { what: 'all of them, read, solved and proven', value: took, unit: 's', promised: '≤ 1' },
    ],
    broken: proven === 12 ? [] : [`${12 - proven} assignment files were not solved exactly`],
  };
}

function dense(size: number): string {
  const draw = numbers(size);
  const costs = Array.from({ length: size * size }, () => 1 + Math.floor(draw.next().value * 100));
  return `${size}\n${costs.join(' ')}\n`;
}

/** About a tenth of all pairs at 800 and fewer at larger sizes, the diagonal among them so that a solution exists. */
function sparse(size: number): string {
  const draw = numbers(size);
  const perItem = Math.min(80, Math.round(size / 10));
  const lines: string[] = [];
  for (let item = 1; item <= size; item++) {
    const partners = new Set([item]);
    while (partners.size < perItem) partners.add(1 + Math.floor(draw.next().value * size));
    for (const partner of partners)
      lines.push(`${item} ${partner} ${1 + Math.floor(draw.next().value * 100)}`);
  }
  return `${size}\n${lines.join('\n')}\n`;
}
