import { NoPerfectAssignment, type AssignmentProblem } from './assignment-problem.js';
import { ShortestPaths, type Matching } from './shortest-paths.js';

/**
 * An optimal assignment with its proof: potentials with row + column ≤ cost on every allowed pair and Σ = `cost`; those of
 * columns that may stay without a partner are ≤ 0, and 0 where they do.
 */
export interface AssignmentSolution {
  /** Partner of each item, numbers from 0. */
  readonly partners: Int32Array;
  readonly cost: number;
  readonly rowPotentials: Float64Array;
  readonly columnPotentials: Float64Array;
}

/**
 * Exact, by shortest augmenting paths (R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and
 * sparse linear assignment problems", Computing 38, 1987): column reduction, two rounds of augmenting row reduction, then
 * a Dijkstra search for each item still without a partner.
 * @throws NoPerfectAssignment
 */
export function solveAssignment(problem: AssignmentProblem): AssignmentSolution {
  const { size, columnCount = size } = problem;
  const matching: Matching = {
    edges: new Int32Array(size).fill(-1),
    owners: new Int32Array(columnCount).fill(-1),
    columnPotentials: new Float64Array(columnCount),
  };
  // A column that may stay without a partner must not be worth anything before somebody wants it.
  if (columnCount === size) reduceColumns(problem, matching);
  let free = freeRows(matching);
  for (let round = 0; round < 2; round++) free = reduceRows(problem, matching, free);
  const paths = new ShortestPaths(problem, matching);
  for (const row of free)
    if (!paths.augment(row)) throw new NoPerfectAssignment(paths.reachedRows().map((reached) => reached + 1));
  return solution(problem, matching);
}

function solution({ columns, costs }: AssignmentProblem, matching: Matching): AssignmentSolution {
  const { edges, columnPotentials } = matching;
  const partners = new Int32Array(edges.length);
  const rowPotentials = new Float64Array(edges.length);
  let cost = 0;
  edges.forEach((edge, row) => {
    partners[row] = columns[edge]!;
    rowPotentials[row] = costs[edge]! - columnPotentials[columns[edge]!]!;
    cost += costs[edge]!;
  });
  return { partners, cost, rowPotentials, columnPotentials };
}

/** Each column is worth its lowest cost, and goes to the row of that cost if the row is free. */
function reduceColumns({ size, rowStarts, columns, costs }: AssignmentProblem, matching: Matching): void {
  const { edges, owners, columnPotentials } = matching;
  const cheapest = new Int32Array(size).fill(-1);
  const rows = new Int32Array(size);
  columnPotentials.fill(Infinity);
  for (let row = 0; row < size; row++)
    for (let edge = rowStarts[row]!; edge < rowStarts[row + 1]!; edge++) {
      const column = columns[edge]!;
      if (costs[edge]! >= columnPotentials[column]!) continue;
      columnPotentials[column] = costs[edge]!;
      cheapest[column] = edge;
      rows[column] = row;
    }
  for (let column = size - 1; column >= 0; column--) {
    const row = rows[column]!;
    if (cheapest[column] === -1) columnPotentials[column] = 0;
    else if (edges[row] === -1) {
      edges[row] = cheapest[column]!;
      owners[column] = row;
    }
  }
}

/** Free rows take their best column and lower its potential down to their second best; whose it was goes on looking. */
function reduceRows(problem: AssignmentProblem, matching: Matching, free: number[]): number[] {
  const { rowStarts, columns, costs } = problem;
  const { edges, owners, columnPotentials } = matching;
  const left: number[] = [];
  let patience = 4 * problem.size;
  for (let row of free) {
    while (row >= 0) {
      let best = Infinity;
      let second = Infinity;
      let chosen = -1;
      for (let edge = rowStarts[row]!; edge < rowStarts[row + 1]!; edge++) {
        const reduced = costs[edge]! - columnPotentials[columns[edge]!]!;
        if (reduced >= second) continue;
        if (reduced >= best) second = reduced;
        else {
          second = best;
          best = reduced;
          chosen = edge;
        }
      }
      const column = chosen < 0 ? -1 : columns[chosen]!;
      const owner = column < 0 ? -1 : owners[column]!;
      // Taking an owned column needs a margin, a known second best and patience; the searches do the rest.
      if (column < 0 || (owner >= 0 && (second === best || second === Infinity || --patience < 0))) {
        left.push(row);
        break;
      }
      if (second < Infinity) columnPotentials[column]! -= second - best;
      if (owner >= 0) edges[owner] = -1;
      edges[row] = chosen;
      owners[column] = row;
      row = owner;
    }
  }
  return left;
}

function freeRows({ edges }: Matching): number[] {
  return [...edges.keys()].filter((row) => edges[row] === -1);
}
