import { performance, type EventLoopUtilization } from 'node:perf_hooks';

const measuredOver = 100;

/** Which part of its time the thread lately worked, 0 to 1: over at least the last 100 ms, at most the last 200. */
export class Busyness {
  private before: EventLoopUtilization = performance.eventLoopUtilization();
  private since = performance.now();
  private lately = 0;

  now(): number {
    const now = performance.now();
    if (now - this.since >= measuredOver) {
      const total = performance.eventLoopUtilization();
      this.lately = performance.eventLoopUtilization(total, this.before).utilization;
      this.before = total;
      this.since = now;
    }
    return this.lately;
  }
}
