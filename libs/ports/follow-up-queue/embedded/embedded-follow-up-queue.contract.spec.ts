import { Clock } from '#libs/ports/clock/port';
import { describeFollowUpQueue } from '#libs/ports/follow-up-queue/contract';
import { EmbeddedFollowUpQueue } from './embedded-follow-up-queue.js';

class HandClock extends Clock {
  time = Date.UTC(2026, 8, 1);
  now(): number {
    return this.time;
  }
}

describeFollowUpQueue('EmbeddedFollowUpQueue', async () => {
  const clock = new HandClock();
  const queue = new EmbeddedFollowUpQueue(clock);
  const pass = async (ms: number): Promise<void> => {
    clock.time += ms;
    queue.recheck();
  };
  return { queue, other: queue, now: () => clock.now(), pass, end: () => queue.close() };
});
