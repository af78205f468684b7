import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { SystemClock } from '#libs/ports/clock/system';
import { DueRunner } from '#libs/runtime';

/**
 * Loaded before an app of a cluster under test: its time runs as far from the machine's as a file says, in milliseconds.
 * Who writes that file moves the time of every process that reads it; each says, in a file of its own beside it, how far
 * it followed and that what fell due by then has happened, without waiting for the next sweep.
 */
const file = process.env['CLUSTER_CLOCK'] ?? '';
const lookEvery = 25;
const runners: DueRunner[] = [];
let offset = NaN;

async function look(): Promise<void> {
  // The test is over.
  if (!existsSync(file)) return;
  const wanted = Number(readFileSync(file, 'utf8'));
  if (wanted !== offset) {
    offset = wanted;
    for (const runner of runners) await runner.sweep().catch(() => undefined);
    writeFileSync(`${file}.${process.pid}`, String(wanted));
  }
  setTimeout(() => void look(), lookEvery).unref();
}

SystemClock.prototype.now = () => Date.now() + offset;
const { start } = DueRunner.prototype;
DueRunner.prototype.start = async function (this: DueRunner) {
  await start.call(this);
  runners.push(this);
};
void look();
