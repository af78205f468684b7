import { busCase } from './bus-under-test.js';

export const closeCases = [
  busCase('goes on after a restart where the group was', async ({ bus, group, messages, reopen, until }) => {
    const before: string[] = [];
    await bus.subscribe(group('g'), async ({ id }) => void before.push(id));
    await bus.publish(messages(5));
    await until(async () => (await bus.lag(group('g'))) === 0);

    const again = await reopen();
    await again.publish(messages(2, { id: 'new ' }));
    const after: string[] = [];
    await again.subscribe(group('g'), async ({ id }) => void after.push(id));

    await until(() => after.includes('new 2'));
    expect(before).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
    expect(after).toEqual(['new 1', 'new 2']);
  }),

  busCase(
    'delivers after a restart what was never finished',
    async ({ bus, group, messages, reopen, until }) => {
      const before: string[] = [];
      await bus.subscribe(group('g'), async ({ id }) => {
        before.push(id);
        if (id === 'e2') throw new Error('never');
      });
      await bus.publish([...messages(3), ...messages(3, { id: 'other ', key: 'other' })]);
      await until(() => before.includes('e2') && before.includes('other 3'));

      const again = await reopen();
      const after: string[] = [];
      await again.subscribe(group('g'), async ({ id }) => void after.push(id));

      await until(() => after.includes('e3'));
      expect(after.filter((id) => id.startsWith('e'))).toEqual(['e2', 'e3']);
    },
  ),

  busCase('waits for running handlers when it closes, and starts none afterwards', async (setup) => {
    const { bus, topics, message, until, gate } = setup;
    for (const [n, close] of ['the subscription', 'the bus'].entries()) {
      const topic = topics[n] ?? topics[0];
      const held = gate();
      const log: string[] = [];
      const subscription = await bus.subscribe({ group: `${topic}.g`, topics: [topic] }, async ({ id }) => {
        log.push(`${id} begins`);
        await held.opened;
        log.push(`${id} ends`);
      });
      await bus.publish(['e1', 'e2', 'e3'].map((id) => message({ topic, id })));
      await until(() => log.length > 0);

      const closed = (close === 'the bus' ? bus : subscription).close().then(() => log.push('closed'));
      await new Promise(setImmediate);
      held.open();
      await closed;
      await new Promise(setImmediate);

      expect(log).toEqual(['e1 begins', 'e1 ends', 'closed']);
    }
  }),

  busCase(
    'leaves to others what comes after a subscription closed',
    async ({ bus, group, messages, until }) => {
      const closed: string[] = [];
      const open: string[] = [];
      const subscription = await bus.subscribe(group('closed'), async ({ id }) => void closed.push(id));
      const follower = await bus.follow(group('closed').topics, async ({ id }) => void closed.push(id));
      await bus.subscribe(group('open'), async ({ id }) => void open.push(id));
      await subscription.close();
      await follower.close();

      await bus.publish(messages(3));

      await until(() => open.length >= 3);
      expect(closed).toEqual([]);
      const back: string[] = [];
      await bus.subscribe(group('closed'), async ({ id }) => void back.push(id));
      await until(() => back.length >= 3);
      expect(back).toEqual(['e1', 'e2', 'e3']);
    },
  ),

  busCase('goes on when the group subscribes again', async ({ bus, group, messages, until, gate }) => {
    const held = gate();
    const before: string[] = [];
    const subscription = await bus.subscribe(group('g'), async ({ id }) => {
      before.push(id);
      await held.opened;
    });
    await bus.publish(messages(4));
    await until(() => before.length > 0);
    const closed = subscription.close();
    held.open();
    await closed;

    const after: string[] = [];
    await bus.subscribe(group('g'), async ({ id }) => void after.push(id));

    await until(() => after.includes('e4'));
    expect(before).toEqual(['e1']);
    expect(after).toEqual(['e2', 'e3', 'e4']);
  }),

  busCase('closes twice', async ({ bus, group, topics }) => {
    const subscription = await bus.subscribe(group('g'), async () => undefined);
    const follower = await bus.follow(topics, async () => undefined);

    for (const each of [subscription, subscription, follower, follower, bus, bus, subscription]) {
      await expect(each.close()).resolves.toBeUndefined();
    }
  }),
];
