import { type AssignmentProblem } from './assignment-problem.js';
import { type AssignmentSolution } from './solve-assignment.js';

/**
 * Checks an optimal assignment of as many items as partners on its own, without the solver: every item has one allowed partner of its own, the costs
 * add up, and the potentials prove that none is cheaper (feasible on every allowed pair, and their sum is the cost).
 * Returns what is wrong, or nothing.
 */
export function proveAssignment(
  problem: AssignmentProblem,
  solution: AssignmentSolution,
): string | undefined {
  const { size, rowStarts, columns, costs } = problem;
  const { partners, rowPotentials, columnPotentials } = solution;
  if (partners.length !== size || new Set(partners).size !== size)
    return 'not every item has a partner of its own';
  let cost = 0;
  let bound = 0;
  for (let row = 0; row < size; row++) {
    let allowed = false;
    for (let edge = rowStarts[row]!; edge < rowStarts[row + 1]!; edge++) {
      const column = columns[edge]!;
      if (rowPotentials[row]! + columnPotentials[column]! > costs[edge]!)
        return `the potentials of ${row + 1} and ${column + 1} exceed their cost`;
      if (column !== partners[row]) continue;
      cost += costs[edge]!;
      allowed = true;
    }
    if (!allowed) return `item ${row + 1} has a partner it may not have`;
    bound += rowPotentials[row]! + columnPotentials[row]!;
  }
  if (cost !== solution.cost) return `the costs add up to ${cost}, not to ${solution.cost}`;
  return bound === cost ? undefined : `the potentials prove ${bound}, the cost is ${cost}`;
}
