/**
 * `size` items to be given one each of as many others, or of `columnCount` ≥ `size`, at the lowest total cost. The allowed pairs of item i, in compressed rows:
 * `columns[rowStarts[i]]` … before `rowStarts[i + 1]` (numbers from 0) with their whole `costs`.
 */
export interface AssignmentProblem {
  readonly size: number;
  /** Default `size`. */
  readonly columnCount?: number;
  readonly rowStarts: Int32Array;
  readonly columns: Int32Array;
  readonly costs: Int32Array;
}

/** No way to give every item one of its allowed pairs; `items` (numbers from 1) together have too few. */
export class NoPerfectAssignment extends Error {
  constructor(readonly items: readonly number[]) {
    super(
      `no perfect assignment exists: ${items.length} items (${shortList(items)}) share ` +
        `${items.length - 1} allowed partners`,
    );
  }
}

function shortList(items: readonly number[]): string {
  const shown = items.slice(0, 5).join(', ');
  return items.length > 5 ? `${shown}, …` : shown;
}
