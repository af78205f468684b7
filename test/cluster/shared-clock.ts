import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { RunningClock } from '../support/clock.js';
import { until } from '../support/until.js';

/** The time of a cluster's processes and of the test, moved together; see `moved-clock.ts`. */
export class SharedClock extends RunningClock {
  private told = NaN;

  constructor(private readonly file: string) {
    super();
    this.tell();
  }

  override advance(milliseconds: number): void {
    super.advance(milliseconds);
    this.tell();
  }

  /** Resolves when every process has followed and dealt with what fell due. */
  async followed(): Promise<void> {
    await until(
      async () => this.followers().every((each) => Number(readFileSync(each, 'utf8')) === this.told),
      'every process to follow the clock',
    );
  }

  /** That process is gone and will not follow. */
  leave(pid: number): void {
    rmSync(`${this.file}.${pid}`, { force: true });
  }

  private followers(): string[] {
    const folder = dirname(this.file);
    const own = new RegExp(`^${basename(this.file)}\\.\\d+$`);
    return readdirSync(folder)
      .filter((name) => own.test(name))
      .map((name) => join(folder, name));
  }

  /** Whole or not at all: somebody may be reading. */
  private tell(): void {
    this.told = Math.round(this.now() - Date.now());
    writeFileSync(`${this.file}.next`, String(this.told));
    renameSync(`${this.file}.next`, this.file);
  }
}
