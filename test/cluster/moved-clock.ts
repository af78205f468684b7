import { readFileSync } from 'node:fs';
import { SystemClock } from '#libs/ports/clock/system';

/**
 * Loaded before an app of a cluster under test: its time runs as far from the machine's as a file says, in milliseconds.
 * Who writes that file moves the time of every process that reads it.
 */
const file = process.env['CLUSTER_CLOCK'] ?? '';
let offset = 0;

function look(): void {
  offset = Number(readFileSync(file, 'utf8'));
}

look();
setInterval(look, 100).unref();
SystemClock.prototype.now = () => Date.now() + offset;
