import { busCase } from './bus-under-test.js';

export const followCases = [
  busCase(
    'shows every follower everything published after it began',
    async ({ bus, topics, messages, until }) => {
      const one: string[] = [];
      const other: string[] = [];
      await bus.publish(messages(3, { id: 'old ' }));

      await bus.follow(topics, async ({ id }) => void one.push(id));
      await bus.follow(topics, async ({ id }) => void other.push(id));
      const sent = messages(600);
      for (const message of sent.slice(0, 20)) await bus.publish([message]);
      await bus.publish(sent.slice(20));

      await until(() => one.length >= 600 && other.length >= 600);
      expect(one).toEqual(sent.map(({ id }) => id));
      expect(other).toEqual(one);
    },
  ),

  busCase('shows a follower what a group has not finished', async (setup) => {
    const { bus, topics, messages, group, gate, until } = setup;
    const done: string[] = [];
    const third = gate();
    const everything = group('slow');
    await bus.subscribe(everything, async ({ id }) => {
      if (id === 'e3') await third.opened;
      done.push(id);
    });
    await bus.publish(messages(4));
    await until(() => done.includes('e2'));

    const followed: string[] = [];
    await bus.follow(topics, async ({ id }) => void followed.push(id), everything.group);
    await bus.publish(messages(1, { id: 'new ' }));

    await until(() => followed.includes('new 1'));
    expect(followed.slice(-3)).toEqual(['e3', 'e4', 'new 1']);
  }),

  busCase('ignores what a follower rejects', async ({ bus, topics, messages, until }) => {
    const seen: string[] = [];
    await bus.follow(topics, async ({ id }) => {
      seen.push(id);
      throw new Error('nobody listens');
    });

    await bus.publish(messages(3));

    await until(() => seen.includes('e3'));
    expect(seen).toEqual(['e1', 'e2', 'e3']);
  }),

  busCase('keeps no place for a follower', async ({ bus, topics, messages, reopen, until }) => {
    const before: string[] = [];
    await bus.follow(topics, async ({ id }) => void before.push(id));
    await bus.publish(messages(2));
    await until(() => before.includes('e2'));

    const again = await reopen();
    await again.publish(messages(2, { id: 'missed ' }));
    const after: string[] = [];
    await again.follow(topics, async ({ id }) => void after.push(id));
    await again.publish(messages(2, { id: 'seen ' }));

    await until(() => after.includes('seen 2'));
    expect(after).toEqual(['seen 1', 'seen 2']);
  }),
];
