import { type AssignmentProblem } from './assignment-problem.js';

/** Who has whom so far, and what the columns are worth: cost − potential is lowest on the edge a row has. */
export interface Matching {
  /** The edge each row has, −1 none. */
  readonly edges: Int32Array;
  /** The row each column belongs to, −1 free. */
  readonly owners: Int32Array;
  readonly columnPotentials: Float64Array;
}

/** Dijkstra over reduced costs from a free row to the nearest free column; keeps the column potentials feasible. */
export class ShortestPaths {
  private readonly distances: Float64Array;
  /** By which row and edge the search came to each column. */
  private readonly cameFrom: Int32Array;
  private readonly cameBy: Int32Array;
  /** 0 not reached, 1 in the heap, 2 settled; and every column touched by the search. */
  private readonly states: Uint8Array;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  private start = -1;
  /** Binary min-heap of columns by distance, and where each stands in it. */
  private readonly heap: Int32Array;
  private readonly places: Int32Array;
  private heapSize = 0;

  constructor(
    private readonly problem: AssignmentProblem,
    private readonly matching: Matching,
  ) {
    const { size, columnCount = size } = problem;
    this.distances = new Float64Array(columnCount);
    this.cameFrom = new Int32Array(columnCount);
    this.cameBy = new Int32Array(columnCount);
    this.states = new Uint8Array(columnCount);
    this.touched = new Int32Array(columnCount);
    this.heap = new Int32Array(columnCount);
    this.places = new Int32Array(columnCount);
  }

  /** Gives the free row a column, moving others along the shortest path; false when no free column can be reached. */
  augment(row: number): boolean {
    let column = this.search(row);
    if (column < 0) return false;
    this.lowerPotentials(this.distances[column]!);
    const { edges, owners } = this.matching;
    for (let owner = -1; owner !== row;) {
      owner = this.cameFrom[column]!;
      const before = edges[owner]!;
      edges[owner] = this.cameBy[column]!;
      owners[column] = owner;
      column = this.problem.columns[before]!;
    }
    return true;
  }

  /** The rows of a search that found nothing: all their allowed columns are taken by the others of them. */
  reachedRows(): number[] {
    const columns = [...this.touched.subarray(0, this.touchedCount)];
    return [this.start, ...columns.map((column) => this.matching.owners[column]!)].sort((a, b) => a - b);
  }

  private search(row: number): number {
    const { owners } = this.matching;
    this.forget();
    this.start = row;
    let free = this.relax(row, 0, this.lowest(row));
    while (free < 0 && this.heapSize > 0) {
      const column = this.pop();
      const owner = owners[column]!;
      if (owner < 0) return column;
      this.states[column] = 2;
      free = this.relax(owner, this.distances[column]!, this.reduced(this.matching.edges[owner]!));
    }
    return free;
  }

  private forget(): void {
    for (let at = 0; at < this.touchedCount; at++) this.states[this.touched[at]!] = 0;
    this.touchedCount = 0;
    this.heapSize = 0;
  }

  /** Goes on from a row; returns a free column that is no farther away than the row itself, if there is one. */
  private relax(row: number, distance: number, lowest: number): number {
    const { rowStarts, columns, costs } = this.problem;
    const { columnPotentials, owners } = this.matching;
    const { distances, states } = this;
    const base = distance - lowest;
    for (let edge = rowStarts[row]!; edge < rowStarts[row + 1]!; edge++) {
      const column = columns[edge]!;
      if (states[column] === 2) continue;
      const through = base + costs[edge]! - columnPotentials[column]!;
      if (states[column] === 0) {
        states[column] = 1;
        this.touched[this.touchedCount++] = column;
        this.places[column] = this.heapSize++;
      } else if (through >= distances[column]!) continue;
      distances[column] = through;
      this.cameFrom[column] = row;
      this.cameBy[column] = edge;
      if (through === distance && owners[column] === -1) return column;
      this.rise(column);
    }
    return -1;
  }

  private lowest(row: number): number {
    const { rowStarts } = this.problem;
    let lowest = Infinity;
    for (let edge = rowStarts[row]!; edge < rowStarts[row + 1]!; edge++)
      lowest = Math.min(lowest, this.reduced(edge));
    return lowest;
  }

  private reduced(edge: number): number {
    return this.problem.costs[edge]! - this.matching.columnPotentials[this.problem.columns[edge]!]!;
  }

  private lowerPotentials(distance: number): void {
    for (let at = 0; at < this.touchedCount; at++) {
      const column = this.touched[at]!;
      if (this.states[column] === 2)
        this.matching.columnPotentials[column]! += this.distances[column]! - distance;
    }
  }

  private rise(column: number): void {
    const { heap, places, distances } = this;
    let at = places[column]!;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (distances[heap[parent]!]! <= distances[column]!) break;
      heap[at] = heap[parent]!;
      places[heap[at]!] = at;
      at = parent;
    }
    heap[at] = column;
    places[column] = at;
  }

  private pop(): number {
    const { heap, places, distances } = this;
    const top = heap[0]!;
    const last = heap[--this.heapSize]!;
    let at = 0;
    for (let child = 1; child < this.heapSize; child = 2 * at + 1) {
      if (child + 1 < this.heapSize && distances[heap[child + 1]!]! < distances[heap[child]!]!) child++;
      if (distances[heap[child]!]! >= distances[last]!) break;
      heap[at] = heap[child]!;
      places[heap[at]!] = at;
      at = child;
    }
    heap[at] = last;
    places[last] = at;
    return top;
  }
}
