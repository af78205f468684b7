type Column = Int32Array | Float64Array | Uint8Array;

/** The columns with room for so many rows: the same object, or a larger one with what was in it. */
export function withRoom<C extends { readonly [K in keyof C]: Column }>(
  columns: C,
  make: (rows: number) => C,
  rows: number,
): C {
  const [first] = Object.values<Column>(columns);
  if (!first || rows <= first.length) return columns;
  const larger = make(Math.max(rows, 2 * first.length));
  for (const name in columns) larger[name].set(columns[name]);
  return larger;
}

/** The numbers with room for so many. */
export function withLength<A extends Int32Array | Float64Array>(numbers: A, length: number): A {
  if (length <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => A)(Math.max(length, 2 * numbers.length));
  larger.set(numbers);
  return larger;
}

/** Where the list of each row stands in one long array. */
export interface ListColumns {
  readonly listStart: Int32Array;
  readonly listLength: Int32Array;
}

/** Lists of numbers of different lengths, one per row, behind each other in one array. */
export class Lists<A extends Int32Array | Float64Array> {
  private used = 0;
  private unused = 0;

  constructor(public numbers: A) {}

  /** Gives the row this list in place of the one it has. */
  put(row: number, list: readonly number[], columns: ListColumns): void {
    const { listStart, listLength } = columns;
    if (list.length > listLength[row]!) {
      this.unused += listLength[row]!;
      this.numbers = withLength(this.numbers, this.used + list.length);
      listStart[row] = this.used;
      this.used += list.length;
    } else this.unused += listLength[row]! - list.length;
    listLength[row] = list.length;
    this.numbers.set(list, listStart[row]);
  }

  remove(row: number, { listLength }: ListColumns): void {
    this.unused += listLength[row]!;
    listLength[row] = 0;
  }

  /** Moves the lists together when more than half of the array is unused. */
  tidy(rows: number, { listStart, listLength }: ListColumns): void {
    if (this.unused <= 1024 || 2 * this.unused <= this.used) return;
    const { numbers } = this;
    const kept = numbers.slice() as A;
    this.used = 0;
    for (let row = 0; row < rows; row++) {
      const start = listStart[row]!;
      numbers.set(kept.subarray(start, start + listLength[row]!), this.used);
      listStart[row] = this.used;
      this.used += listLength[row]!;
    }
    this.unused = 0;
  }
}
