import { withLength } from './columns.js';

/** Rows, the one with the highest bound first: a binary heap that is filled at once and emptied as far as needed. */
export class BoundHeap {
  count = 0;
  rows = new Int32Array(64);
  bounds = new Float64Array(64);

  makeRoom(count: number): void {
    this.rows = withLength(this.rows, count);
    this.bounds = withLength(this.bounds, count);
  }

  /** To be called once after the first `count` rows and bounds were written. */
  order(): void {
    for (let at = (this.count >> 1) - 1; at >= 0; at--) this.sink(at, this.rows[at]!, this.bounds[at]!);
  }

  /** Takes out the first row. */
  shift(): number {
    const row = this.rows[0]!;
    const last = --this.count;
    if (last > 0) this.sink(0, this.rows[last]!, this.bounds[last]!);
    return row;
  }

  private sink(hole: number, row: number, bound: number): void {
    const { rows, bounds, count } = this;
    let at = hole;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && bounds[child + 1]! > bounds[child]!) child++;
      if (bounds[child]! <= bound) break;
      rows[at] = rows[child]!;
      bounds[at] = bounds[child]!;
      at = child;
    }
    rows[at] = row;
    bounds[at] = bound;
  }
}
