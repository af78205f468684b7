import { type Grid } from './index-layout.js';

/** Steps from a cell to every other, by rising distance. */
export interface Rings {
  readonly columnSteps: Int32Array;
  readonly rowSteps: Int32Array;
  /** No point of the one cell is nearer to a point of the other, km; a hair less, for the rounding of cell numbers. */
  readonly leastKm: Float64Array;
}

export function ringsAround({ columns, rows, cellKm }: Grid): Rings {
  const steps: { column: number; row: number; gap: number; middles: number }[] = [];
  for (let row = -rows; row <= rows; row++) {
    for (let column = -columns; column <= columns; column++) {
      const gap = Math.hypot(Math.max(0, Math.abs(column) - 1), Math.max(0, Math.abs(row) - 1));
      steps.push({ column, row, gap, middles: Math.hypot(column, row) });
    }
  }
  steps.sort((one, other) => one.gap - other.gap || one.middles - other.middles);
  return {
    columnSteps: Int32Array.from(steps, ({ column }) => column),
    rowSteps: Int32Array.from(steps, ({ row }) => row),
    leastKm: Float64Array.from(steps, ({ gap }) => gap * cellKm * (1 - 1e-9)),
  };
}
