/** Where a command writes for people. */
export interface Screen {
  line(text: string): void;
  /** A bar for long work; `end` leaves it standing. */
  progress(total: number): { at(done: number): void; end(): void };
}
