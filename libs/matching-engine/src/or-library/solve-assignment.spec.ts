import * as fc from 'fast-check';
import { Draw } from '../../test/random-market.js';
import { NoPerfectAssignment } from './assignment-problem.js';
import { parseAssignment } from './parse-assignment.js';
import { proveAssignment } from './prove-assignment.js';
import { solveAssignment } from './solve-assignment.js';

describe('an assignment problem of the OR-Library', () => {
  it('is solved exactly, with a proof', () => {
    const problem = parseAssignment('3\n 4 1 3\n 2 0 5\n 3 2 2\n');
    const solution = solveAssignment(problem);

    expect([...solution.partners]).toEqual([1, 0, 2]);
    expect(solution.cost).toBe(5);
    expect(proveAssignment(problem, solution)).toBeUndefined();
  });

  it('costs what trying every permutation costs, dense and sparse', () => {
    const cost = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -50, max: 100 }));
    const matrices = fc.integer({ min: 1, max: 6 }).chain((size) => {
      const row = (item: fc.Arbitrary<number>) => fc.array(item, { minLength: size, maxLength: size });
      const square = (item: fc.Arbitrary<number>) =>
        fc.array(row(item), { minLength: size, maxLength: size });
      return fc.tuple(square(cost), square(fc.integer({ min: 0, max: 99 })), fc.constantFrom(0, 40, 70));
    });
    fc.assert(
      fc.property(matrices, ([costs, chances, holes]) => {
        const allowed = costs.map((row, item) =>
          row.map((value, partner) => (chances[item]![partner]! >= holes ? value : Infinity)),
        );
        if (allowed.some((row) => row.every((value) => value === Infinity))) return;
        const problem = parseAssignment(
          holes > 0 ? sparseFile(allowed) : denseFile(allowed),
          holes > 0 ? 'sparse' : 'dense',
        );

        const best = cheapest(allowed);
        if (best === Infinity) expect(() => solveAssignment(problem)).toThrow(NoPerfectAssignment);
        else {
          const solution = solveAssignment(problem);
          expect(solution.cost).toBe(best);
          expect(proveAssignment(problem, solution)).toBeUndefined();
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves the partners over that nobody needs, at a potential of 0', () => {
    const solution = solveAssignment({
      size: 2,
      columnCount: 4,
      rowStarts: Int32Array.of(0, 3, 6),
      columns: Int32Array.of(0, 1, 2, 0, 1, 3),
      costs: Int32Array.of(1, 5, 4, 1, 3, 9),
    });

    expect([...solution.partners]).toEqual([0, 1]);
    expect(solution.cost).toBe(4);
    expect([...solution.columnPotentials.slice(2)]).toEqual([0, 0]);
    const potentials = [...solution.rowPotentials, ...solution.columnPotentials];
    expect(potentials.reduce((sum, potential) => sum + potential)).toBe(4);
  });

  it('names the items that share too few partners', () => {
    const problem = parseAssignment('4\n1 1 5\n1 2 5\n2 3 1\n3 3 2\n4 1 1\n4 4 1\n');

    expect(() => solveAssignment(problem)).toThrow(expect.objectContaining({ items: [2, 3] }));
    expect(() => solveAssignment(problem)).toThrow(/2 items \(2, 3\) share 1 allowed partners/);
  });

  it('is proven at sizes like those of the library', () => {
    const draw = new Draw(7);
    const drawn = (size: number, share: number) =>
      Array.from({ length: size }, (_, item) =>
        Array.from({ length: size }, (_, partner) =>
          item === partner || draw.share() < share ? draw.integer(1, 100) : Infinity,
        ),
      );
    for (const file of [denseFile(drawn(400, 1)), sparseFile(drawn(1200, 0.03))]) {
      const problem = parseAssignment(file);

      expect(proveAssignment(problem, solveAssignment(problem))).toBeUndefined();
    }
  });
});

describe('the proof of an assignment', () => {
  const problem = parseAssignment('2\n 1 4\n 3 2\n');
  const solution = solveAssignment(problem);

  it.each([
    ['one partner given twice', { partners: Int32Array.of(0, 0) }, /partner of its own/],
    ['a wrong cost', { cost: 2 }, /add up to 3, not to 2/],
    ['a dearer assignment', { partners: Int32Array.of(1, 0), cost: 7 }, /prove 3, the cost is 7/],
    ['potentials that prove too little', { rowPotentials: Float64Array.of(-5, -5) }, /the potentials prove/],
    ['potentials beyond the costs', { columnPotentials: Float64Array.of(9, 9) }, /exceed their cost/],
  ])('fails for %s', (_, change, fault) => {
    expect(proveAssignment(problem, { ...solution, ...change })).toMatch(fault);
  });

  it('fails for a partner that is not allowed', () => {
    const sparse = parseAssignment('2\n1 1 1\n1 2 1\n2 2 1\n');
    const solved = solveAssignment(sparse);

    expect(proveAssignment(sparse, { ...solved, partners: Int32Array.of(1, 0) })).toMatch(/may not have/);
  });
});

function denseFile(costs: readonly (readonly number[])[]): string {
  return `${costs.length}\n${costs.map((row) => row.join(' ')).join('\n')}\n`;
}

function sparseFile(costs: readonly (readonly number[])[]): string {
  const pairs = costs.flatMap((row, item) =>
    row.flatMap((cost, partner) => (cost === Infinity ? [] : [`${item + 1} ${partner + 1} ${cost}`])),
  );
  return `${costs.length}\n${pairs.join('\n')}\n`;
}

function cheapest(costs: readonly (readonly number[])[], item = 0, taken = 0): number {
  if (item === costs.length) return 0;
  let best = Infinity;
  for (let partner = 0; partner < costs.length; partner++)
    if (!(taken & (1 << partner)))
      best = Math.min(best, costs[item]![partner]! + cheapest(costs, item + 1, taken | (1 << partner)));
  return best;
}
