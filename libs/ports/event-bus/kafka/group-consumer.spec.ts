import { EventEmitter, once } from 'node:events';
import type { Kafka } from 'kafkajs';
import { GroupConsumer } from './group-consumer.js';

const member = { memberId: 'me', memberAssignment: { things: [0] } };

/** A member of a group whose broker says what the test says. */
async function aMember() {
  const told = new EventEmitter();
  const handled = new EventEmitter();
  let deliver: (read: object) => Promise<void> = async () => undefined;
  const events = { GROUP_JOIN: 'join', HEARTBEAT: 'beat', REBALANCING: 'rebalance', CRASH: 'crash' };
  const client = {
    events,
    on: (name: string, listener: (event: object) => void) =>
      told.on(name, (payload) => listener({ payload })),
    connect: async () => undefined,
    subscribe: async () => undefined,
    run: async ({ eachBatch }: { eachBatch: typeof deliver }) => void (deliver = eachBatch),
    commitOffsets: async () => undefined,
    disconnect: async () => undefined,
  };
  const ids: string[] = [];
  const consumer = await GroupConsumer.start(
    { consumer: () => client } as unknown as Kafka,
    { groupId: 'group', topics: ['things'], plain: (topic) => topic, onFatal: () => undefined },
    async ({ id }) => {
      ids.push(id);
      handled.emit('one');
    },
  );
  let offset = 0;
  return {
    consumer,
    ids,
    next: () => once(handled, 'one'),
    join: () => told.emit('join', member),
    rebalance: () => told.emit('rebalance', {}),
    beat: () => told.emit('beat', {}),
    comes: (id: string) =>
      deliver({
        batch: {
          topic: 'things',
          partition: 0,
          messages: [{ key: Buffer.from(id), offset: String(offset++), value: null, headers: { id } }],
        },
        pause: () => () => undefined,
      }),
  };
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a member of a group that rebalances', () => {
  it('starts nothing until it has joined again', async () => {
    const { consumer, ids, next, join, rebalance, comes } = await aMember();
    join();
    rebalance();
    await comes('a');
    await turns();
    expect(ids).toEqual([]);

    const one = next();
    join();
    await one;

    expect(ids).toEqual(['a']);
    await consumer.close();
  });

  it('goes on when the broker takes it for what it was', async () => {
    const { consumer, ids, next, join, rebalance, beat, comes } = await aMember();
    join();
    rebalance();
    await comes('a');

    const one = next();
    beat();
    await one;

    expect(ids).toEqual(['a']);
    expect(consumer.describe()).toMatch(/^joined; things\/0 at /);
    await consumer.close();
  });
});
