import { Mailbox } from '#libs/ports/mailer/port';
import { entries } from '../../libs/services/audit/src/entries.collection.js';
import { aWorld, postedRequest, type World } from '../support/world.js';
import { until } from '../support/until.js';

const dayMs = 86_400_000;

describe('what was kept long enough', () => {
  let world: World;
  let began: number;
  beforeEach(async () => {
    world = await aWorld();
    await postedRequest(world);
    await until(async () => (await mails()) > 0 || undefined, 'a mail');
    await until(async () => (await trail()) > 0 || undefined, 'the trail');
    began = world.clock.now();
  });
  afterEach(() => world.close());

  /** Of the first hour; what falls due later is told later. */
  const trail = () => {
    const query = began ? { to: new Date(began + 3_600_000).toISOString() } : {};
    return world.embedded.ports.store.count(entries, 'byReader', { equals: '*', ...query });
  };
  const mails = async () => {
    const { mailer } = world.embedded.ports;
    if (!(mailer instanceof Mailbox)) throw new Error('no mailbox');
    const sent = await mailer.deliveries({ limit: 1000 });
    return sent.filter(({ at }) => !began || at <= began + 3_600_000).length;
  };
  const nightAfter = async (days: number) => {
    world.clock.advance(days * dayMs);
    for (const { nightly } of world.embedded.services.values()) await nightly.look();
  };

  it('goes at night: mails after 90 days', async () => {
    await nightAfter(89);
    expect(await mails()).toBeGreaterThan(0);

    await nightAfter(2);
    expect(await mails()).toBe(0);
  });

  it('goes at night: the trail after five years', async () => {
    await nightAfter(4 * 365);
    expect(await trail()).toBeGreaterThan(0);

    await nightAfter(2 * 365);
    await until(async () => {
      await nightAfter(1);
      return (await trail()) === 0;
    }, 'the night that takes what the trail kept late');
  });
});
