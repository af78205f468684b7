import { Unavailable } from '#libs/contracts';
import type { BusMessage } from '#libs/ports/event-bus/port';
import { aCommand, aThing, aWorkbench, anEvent, renamed, things } from '../../test/things.js';
import { Relay } from './relay.js';

/** A bench whose relay is woken by each write, a bus that notes what it takes, and what failed. */
async function aRelay() {
  const failures: unknown[] = [];
  const taken: BusMessage[] = [];
  const bench = aWorkbench(
    (store) => store,
    (declaration, document) => wake.relay?.notify(declaration, document),
  );
  const publish = bench.bus.publish.bind(bench.bus);
  const take = async (messages: readonly BusMessage[]) => {
    await publish(messages);
    taken.push(...messages);
  };
  bench.bus.publish = take;
  const another = () => {
    const relay = new Relay(bench.store, bench.bus, bench.clock, (error) => failures.push(error));
    relay.carry(things);
    return relay;
  };
  const wake: { relay?: Relay } = { relay: another() };
  await bench.aggregates.create('it', aCommand(), { state: aThing() });
  const rename = (name: string, id = 'it') => bench.aggregates.change(id, aCommand(), renamed(name));
  const seqs = () => taken.map(({ key, value }) => [key, JSON.parse(String(value)).seq]);
  return { ...bench, wake, relay: wake.relay as Relay, another, rename, take, taken, seqs, failures };
}

describe('the relay', () => {
  let given: Awaited<ReturnType<typeof aRelay>>;
  beforeEach(async () => {
    given = await aRelay();
  });
  afterEach(async () => {
    await given.relay.close();
    await given.close();
  });

  it('brings an event to its topic at once and empties the outbox', async () => {
    await given.rename('two');
    await given.relay.idle();

    expect(given.taken).toMatchObject([{ topic: 'things', key: 'it' }]);
    expect(await given.stored()).toMatchObject({ outbox: [], unsent: null, rev: 2, state: { name: 'two' } });
  });

  it('publishes the events of a document in order, also those that come while it publishes', async () => {
    for (let i = 0; i < 10; i++) await given.rename(`name-${i}`);
    await given.relay.idle();

    const first = [...new Map(given.seqs().map((seq) => [String(seq), seq])).values()];
    expect(first).toEqual(Array.from({ length: 10 }, (_, i) => ['it', i + 1]));
    expect((await given.stored()).outbox).toEqual([]);
  });

  it('takes away only what it published', async () => {
    given.bus.publish = async (messages) => {
      given.bus.publish = given.take;
      await given.bus.publish(messages);
      given.wake.relay = undefined;
      await given.rename('while publishing');
    };
    await given.rename('two');
    await given.relay.idle();

    const { outbox, unsent } = await given.stored();
    expect(outbox.map(({ seq }) => seq)).toEqual([2]);
    expect(unsent).not.toBeNull();
  });

  it('keeps the event until the bus has taken it', async () => {
    given.bus.publish = () => Promise.reject(new Unavailable('the bus'));
    await given.rename('two');
    await given.relay.idle();

    expect((await given.stored()).outbox).toHaveLength(1);
    expect(given.failures).toHaveLength(1);
  });

  it('publishes again after a crash between publishing and removing, and who listens drops the repetition', async () => {
    const replace = given.store.replace.bind(given.store);
    given.wake.relay = undefined;
    const { document } = await given.rename('two');
    given.store.replace = () => Promise.reject(new Unavailable('a process that was killed'));
    given.relay.notify(things, document);
    await given.relay.idle();
    given.store.replace = replace;

    given.clock.advance(500);
    await given.another().sweep();

    expect(given.seqs()).toEqual([
      ['it', 1],
      ['it', 1],
    ]);
    expect((await given.stored()).outbox).toEqual([]);
    await given.aggregates.create('listener', aCommand(), { state: aThing() });
    const hear = () => given.aggregates.change('listener', anEvent(1), renamed('heard'));
    expect([(await hear()).repeated, (await hear()).repeated]).toEqual([false, true]);
  });

  it('sweeps what another process left behind, but leaves it half a second to its own', async () => {
    given.wake.relay = undefined;
    await given.rename('two');

    await given.another().sweep();
    expect(given.taken).toEqual([]);

    given.clock.advance(500);
    await given.another().sweep();
    expect(given.seqs()).toEqual([['it', 1]]);
  });

  it('sweeps one document although another is always on its way', async () => {
    given.wake.relay = undefined;
    await given.rename('two');
    await given.aggregates.create('busy', aCommand(), { state: aThing() });
    const { document } = await given.rename('two', 'busy');
    const stuck: (() => void)[] = [];
    given.bus.publish = (messages) =>
      messages[0]?.key === 'busy' ? new Promise((go) => stuck.push(go)) : given.take(messages);
    given.relay.notify(things, document);
    given.clock.advance(499);
    const late = await given.stored();
    await given.store.replace(things.collection, { ...late, ver: late.ver + 1, unsent: 0 });

    await given.relay.sweep();

    expect(given.seqs()).toEqual([['it', 1]]);
    stuck.forEach((go) => go());
  });

  it('does not let one document that cannot be published stop the others', async () => {
    await given.aggregates.create('other', aCommand(), { state: aThing() });
    given.bus.publish = (messages) =>
      messages[0]?.key === 'it' ? Promise.reject(new Error('too large')) : given.take(messages);
    await given.rename('two');
    await given.rename('two', 'other');
    await given.relay.idle();

    expect(given.seqs()).toEqual([['other', 1]]);
  });

  it('sweeps by itself once started, goes on after a failure, and not after closing', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
    try {
      let sweeps = 0;
      given.store.due = () => {
        sweeps++;
        return Promise.reject(new Unavailable('the store'));
      };
      given.relay.start();
      await jest.advanceTimersByTimeAsync(2_400);
      expect([sweeps, given.failures.length]).toEqual([3, 3]);

      await given.relay.close();
      await jest.advanceTimersByTimeAsync(5_000);
      expect(sweeps).toBe(3);
    } finally {
      jest.useRealTimers();
    }
  });
});
