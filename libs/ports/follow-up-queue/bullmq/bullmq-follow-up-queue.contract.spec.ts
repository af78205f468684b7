import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock } from '#libs/ports/clock/system';
import { describeFollowUpQueue } from '#libs/ports/follow-up-queue/contract';
import { addressOf } from '../../../../test/servers/addresses.js';
import { BullmqFollowUpQueue } from './bullmq-follow-up-queue.js';

describeFollowUpQueue('BullmqFollowUpQueue', async () => {
  const options = { url: addressOf('REDIS_URL'), prefix: `suite-${randomUUID()}` };
  const clock = new SystemClock();
  const queue = await BullmqFollowUpQueue.open(options, clock);
  const other = await BullmqFollowUpQueue.open(options, clock);
  return {
    queue,
    other,
    now: () => clock.now(),
    pass: (ms) => pause(ms),
    end: async () => void (await Promise.all([queue.close(), other.close()])),
  };
});
