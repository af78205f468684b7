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

  it('opens while Redis is away, says so, and works as soon as it is there', async () => {
    const redis = await startOwn('redis');
    await redis.signal('SIGKILL');
    const said: string[] = [];
    const options = { url: redis.address, warn: (what: string) => void said.push(what) };
    const queue = await BullmqFollowUpQueue.open(options, clock);
    const woken: string[] = [];
    await queue.handle('spec.things', async ({ id }) => void woken.push(id));
    const wake = async (id: string): Promise<unknown> =>
      queue.wake(thing(id), clock.now()).catch((error: unknown) => error);

    expect(await wake('away')).toBeInstanceOf(Unavailable);
    expect(said).toContainEqual(expect.stringMatching(/ECONN(REFUSED|RESET)/));
    await redis.restart();
    await until(async () => (await wake('back')) === undefined, 'no refusal');
    await until(async () => woken.includes('back'), 'a hint after the outage');

    await queue.close();
    await redis.stop();
  }, 60_000);

  it('closes while Redis is away', async () => {
    const queue = await BullmqFollowUpQueue.open({ url: 'redis://127.0.0.1:1' }, clock);
    await queue.handle('spec.things', async () => undefined);

    await expect(queue.close()).resolves.toBeUndefined();
  });
});
