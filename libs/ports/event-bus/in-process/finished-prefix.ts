/**
 * Which of the positions begun so far are finished without a gap. Positions come in rising order and finish in any.
 */
export class FinishedPrefix {
  private readonly unfinished = new Map<number, number>();
  private begun = 0;

  constructor(private last: number) {}

  /** The last position begun. */
  get lastBegun(): number {
    return this.last;
  }

  /** Everything up to here is finished: where to go on after a restart. */
  get end(): number {
    const [first] = this.unfinished.keys();
    return first === undefined ? this.last : first - 1;
  }

  /** How many positions lie behind the prefix, finished or not. */
  get width(): number {
    const [first] = this.unfinished.values();
    return first === undefined ? 0 : this.begun - first;
  }

  get unfinishedCount(): number {
    return this.unfinished.size;
  }

  begin(position: number): void {
    this.unfinished.set(position, this.begun);
    this.begun += 1;
    this.last = position;
  }

  finish(position: number): void {
    this.unfinished.delete(position);
  }
}
