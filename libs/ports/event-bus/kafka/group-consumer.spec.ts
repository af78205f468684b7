import { EventEmitter, once } from 'node:events';
import type { Kafka } from 'kafkajs';
import { until } from '../../../../test/support/until.js';
import { GroupConsumer } from './group-consumer.js';

const memberOf = (memberId = 'me') => ({ memberId, memberAssignment: { things: [0] } });

/** A member of a group whose broker says what the test says. */
async function aMember({
  joins,
  fatal = [],
  startAt,
}: { joins?: () => Promise<void>; fatal?: Error[]; startAt?: Map<string, number> } = {}) {
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
    run: ({ eachBatch }: { eachBatch: typeof deliver }) => {
      deliver = eachBatch;
      return joins?.() ?? Promise.resolve();
    },
    commitOffsets: async () => undefined,
    seek: ({ offset }: { offset: string }) => void sought.push(offset),
    disconnect: async () => void crash(new Error('disconnected')),
  };
  const crash = (error: Error) => told.emit('crash', { error, restart: false });
  const ids: string[] = [];
  const sought: string[] = [];
  const consumer = await GroupConsumer.start(
    { consumer: () => client } as unknown as Kafka,
    {
      groupId: 'group',
      topics: ['things'],
      plain: (topic) => topic,
      onFatal: (reason) => void fatal.push(reason),
      ...(startAt ? { startAt } : {}),
    },
    async ({ id }) => {
      ids.push(id);
      handled.emit('one');
    },
  );
  let offset = 0;
  return {
    consumer,
    ids,
    sought,
    next: () => once(handled, 'one'),
    join: (memberId?: string) => told.emit('join', memberOf(memberId)),
    rebalance: () => told.emit('rebalance', {}),
    beat: () => told.emit('beat', {}),
    crash,
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

describe('a member of a group that has not joined yet', () => {
  it('is there while the group waits for one that was killed, and starts when it has joined', async () => {
    let joined = () => undefined as void;
    const joins = () => new Promise<void>((resolve) => (joined = resolve));
    const { consumer, ids, next, join, comes } = await aMember({ joins });
    expect(consumer.places.size).toBe(0);

    join();
    joined();
    const one = next();
    await comes('a');
    await one;

    expect(ids).toEqual(['a']);
    await consumer.close();
  });

  it('leaves once it has joined, and joins no more after that', async () => {
    let joined = () => undefined as void;
    const joins = () => new Promise<void>((resolve) => (joined = resolve));
    const { consumer, join } = await aMember({ joins });
    expect(consumer.hasJoined).toBe(false);

    let hasLeft = false;
    const leaving = consumer.close().then(() => (hasLeft = true));
    await turns();
    expect(hasLeft).toBe(false);
    join();
    joined();
    await leaving;

    expect(() => join()).toThrow('has left');
  });

  it('is fatal when it cannot ever, and not when it was told to leave', async () => {
    const fatal: Error[] = [];
    const { consumer } = await aMember({ joins: () => Promise.reject(new Error('no right')), fatal });

    await consumer.close();

    expect(fatal.map(({ message }) => message)).toEqual(['no right']);
  });
});

describe('a member that its library gave up', () => {
  const never = new Error('Failed to find group coordinator');

  it('joins again when the broker was only away', async () => {
    let runs = 0;
    const fatal: Error[] = [];
    const { consumer, crash } = await aMember({ joins: async () => void (runs += 1), fatal });

    crash(never);
    await until(async () => runs === 2, 'another run');

    expect(fatal).toEqual([]);
    await consumer.close();
  });

  it('joins no more when it was told to leave meanwhile', async () => {
    let runs = 0;
    const { consumer, crash } = await aMember({ joins: async () => void (runs += 1) });

    crash(never);
    await consumer.close();

    expect(runs).toBe(1);
  });

  it('is fatal when the broker refuses for good', async () => {
    const fatal: Error[] = [];
    const refused = Object.assign(new Error('no right'), {
      type: 'GROUP_AUTHORIZATION_FAILED',
      retriable: false,
    });
    const { consumer, crash } = await aMember({ fatal });

    crash(refused);

    expect(fatal).toEqual([refused]);
    await consumer.close();
  });
});

describe('a follower', () => {
  it('that is another member twice, with nothing to read in between, goes on where it was', async () => {
    const { consumer, sought, next, join, comes } = await aMember({ startAt: new Map([['things/0', 0]]) });
    join('one');
    const first = next();
    await comes('a');
    await first;

    join('two');
    join('three');

    expect(sought).toEqual(['0', '1', '1']);
    await consumer.close();
  });
});

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
