import { Unavailable } from '#libs/contracts';
import { SystemClock } from '#libs/ports/clock/system';
import { startOwn } from '../../../../test/servers/own.js';
import { until } from '../../../../test/support/until.js';
import { BullmqFollowUpQueue } from './bullmq-follow-up-queue.js';

const clock = new SystemClock();
const thing = (id: string) => ({ collection: 'spec.things', id });

describe('BullmqFollowUpQueue', () => {
  it('refuses at once while Redis is away, and goes on with whatever is left when it is back', async () => {
    const redis = await startOwn('redis');
    const queue = await BullmqFollowUpQueue.open({ url: redis.address }, clock);
    const woken: string[] = [];
    await queue.handle('spec.things', async ({ id }) => void woken.push(id));
    const wake = async (id: string): Promise<unknown> =>
      queue.wake(thing(id), clock.now()).catch((error: unknown) => error);
    await wake('doc:1|ü');
    await until(async () => woken.includes('doc:1|ü'), 'the first');

    await redis.signal('SIGKILL');
    await until(async () => (await wake('away')) instanceof Unavailable, 'a refusal');
    await redis.restart();
    await until(async () => (await wake('back')) === undefined, 'no refusal');

    await until(async () => woken.includes('back'), 'a hint after the outage');
    await queue.close();
    await redis.stop();
  }, 60_000);

  it('is unavailable where nothing answers', async () => {
    await expect(BullmqFollowUpQueue.open({ url: 'redis://127.0.0.1:1' }, clock)).rejects.toBeInstanceOf(
      Unavailable,
    );
  });
});
