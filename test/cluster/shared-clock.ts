import { renameSync, writeFileSync } from 'node:fs';
import { RunningClock } from '../support/clock.js';

/** The time of a cluster's processes and of the test, moved together; see `moved-clock.ts`. */
export class SharedClock extends RunningClock {
  constructor(private readonly file: string) {
    super();
    this.tell();
  }

  override advance(milliseconds: number): void {
    super.advance(milliseconds);
    this.tell();
  }

  /** Whole or not at all: somebody may be reading. */
  private tell(): void {
    writeFileSync(`${this.file}.next`, String(Math.round(this.now() - Date.now())));
    renameSync(`${this.file}.next`, this.file);
  }
}
