import { Unavailable } from '#libs/contracts';
import { ThingRenamed, aMessage, aWorkbench, anEnvelope } from '../../test/things.js';
import { ConsumerBoundary, type EventHandler } from './consumer-boundary.js';
import { parkedEvents, type ParkedEvent } from './parked-events.js';

type Bench = ReturnType<typeof aWorkbench>;

/** A consumer on those adapters; `does` decides what the handler does with the name it hears. */
async function aConsumer(bench: Bench) {
  const parked = parkedEvents('listener', bench.store, bench.clock);
  const heard: string[] = [];
  const noted: ParkedEvent[] = [];
  const waits: string[] = [];
  const pauses: number[] = [];
  const does: { with: (name: string) => Promise<unknown>; pausing: () => void } = {
    with: async () => undefined,
    pausing: () => undefined,
  };
  const handler: EventHandler = {
    of: ThingRenamed,
    call: (event) => {
      const { name } = event as ThingRenamed;
      heard.push(name);
      return does.with(name);
    },
  };
  const boundary = new ConsumerBoundary(
    new Map([['things.thing-renamed', handler]]),
    parked,
    {
      handled: () => undefined,
      parked: (event) => noted.push(event),
      waiting: (what) => waits.push(what),
    },
    async (milliseconds) => {
      pauses.push(milliseconds);
      does.pausing();
    },
  );
  await boundary.load();
  const receive = (name: string, key = 'it') =>
    boundary.receive(aMessage(anEnvelope({ id: name, key, data: { name } }), { id: name, key }));
  const waiting = async () =>
    (await parked.list(undefined, 100)).items.map(({ eventId, why }) => [eventId, why]);
  const one = async (eventId: string) =>
    (await parked.list(undefined, 100)).items.find((event) => event.eventId === eventId) as ParkedEvent;
  return { boundary, parked, heard, noted, waits, pauses, does, receive, waiting, one };
}

const broken = () => Promise.reject(new TypeError('cannot read secret of undefined'));

describe('the consumer boundary', () => {
  let bench: Bench;
  let given: Awaited<ReturnType<typeof aConsumer>>;
  beforeEach(async () => {
    bench = aWorkbench();
    given = await aConsumer(bench);
  });
  afterEach(() => bench.close());

  it('calls the handler with the event and its cause', async () => {
    await given.receive('one');

    expect(given.heard).toEqual(['one']);
    expect(await given.waiting()).toEqual([]);
  });

  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
  it.each<[string, unknown, string]>([
    ['broken JSON', '{"type":', 'not JSON'],
    ['bytes that are no text', '\u0000\ufffd', 'not JSON'],
    ['a null value', null, 'no value'],
    ['1 MB', JSON.stringify(anEnvelope({ data: { name: 'x'.repeat(1 << 20) } })), 'bytes, more than 65536'],
    ['a list', '[]', 'not an object'],
    ['a number', '7', 'not an object'],
    ['null in JSON', 'null', 'not an object'],
    ['no type', '{}', 'no type'],
    ['a type that is no text', '{"type":{"a":1}}', 'no type'],
    ['no envelope', '{"type":"things.thing-renamed"}', 'id ('],
    ['no key', anEnvelope({ key: undefined }), 'key ('],
    ['no sequence', anEnvelope({ seq: undefined }), 'seq ('],
    ['a sequence below one', anEnvelope({ seq: 0 }), 'seq (min)'],
    ['owners that are a text', anEnvelope({ owners: 'me' }), 'owners ('],
    ['a time that does not exist', anEnvelope({ time: 'yesterday' }), 'time ('],
    ['no data', anEnvelope({ data: undefined }), 'data ('],
    ['data that is a list', anEnvelope({ data: [] }), 'data ('],
    ['wrong data', anEnvelope({ data: { name: 'secret'.length } }), 'data: name (isString)'],
    [
      'data too deep to read',
      `{"type":"things.thing-renamed","data":${deep}}`.replace(
        '"type"',
        `${JSON.stringify(anEnvelope({ data: undefined })).slice(1, -1)},"type"`,
      ),
      'cannot be walked through',
    ],
  ])('parks %s at once, without its values, and nothing waits behind it', async (_what, value, reason) => {
    await given.boundary.receive(aMessage(value));
    await given.receive('next');

    expect(given.noted).toHaveLength(1);
    expect(given.noted[0]).toMatchObject({ why: 'unreadable', blocks: false, service: 'listener' });
    expect(given.noted[0]?.reason).toContain(reason);
    expect(given.noted[0]?.reason).not.toContain('secret');
    expect([given.heard, given.pauses]).toEqual([['next'], []]);
  });

  it('passes over a type it has no handler for, whatever else is in it', async () => {
    await given.boundary.receive(aMessage('{"type":"things.thing-painted","seq":"?"}'));

    expect([given.heard, given.noted]).toEqual([[], []]);
  });

  it('parks an unknown version, and later events of the key wait behind it', async () => {
    await given.boundary.receive(aMessage(anEnvelope({ version: 2 }), { id: 'newer' }));
    await given.receive('next');

    expect(await given.waiting()).toEqual([
      ['newer', 'unknown-version'],
      ['next', 'behind'],
    ]);
    expect(given.heard).toEqual([]);
  });

  it('tries a failing handler three times, then parks the event without its values', async () => {
    given.does.with = broken;
    await given.receive('bad');

    expect(given.heard).toEqual(['bad', 'bad', 'bad']);
    expect(given.noted).toMatchObject([{ why: 'failed', reason: 'TypeError: no code', blocks: true }]);
  });

  it('does not park when a later try succeeds', async () => {
    given.does.with = async () => given.heard.length < 3 && broken();
    await given.receive('shaky');

    expect(given.noted).toEqual([]);
  });

  it('lets later events of that key wait, also unreadable ones in their place, while other keys go on', async () => {
    given.does.with = (name) => (name === 'bad' ? broken() : Promise.resolve());
    await given.receive('bad');
    await given.receive('after');
    await given.boundary.receive(aMessage('{', { id: 'unreadable' }));
    await given.boundary.receive(aMessage('{"type":"things.thing-painted"}', { id: 'skipped' }));
    await given.receive('elsewhere', 'another');

    expect(given.heard.slice(3)).toEqual(['elsewhere']);
    expect(await given.waiting()).toEqual([
      ['bad', 'failed'],
      ['after', 'behind'],
      ['unreadable', 'unreadable'],
    ]);
  });

  it('waits while something the handler needs is away, longer each time, and never parks', async () => {
    given.does.with = async () => {
      if (given.waits.length < 8) throw new Unavailable('the store');
    };
    await given.receive('patient');

    expect(given.pauses).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
    expect([given.noted, given.waits[0]]).toEqual([[], 'things.thing-renamed']);
  });

  it('gives the event back to the bus, not to the parking, when it closes while waiting', async () => {
    given.does.with = () => Promise.reject(new Unavailable('another service'));
    given.does.pausing = () => given.boundary.close();

    await expect(given.receive('patient')).rejects.toThrow(Unavailable);
    expect([given.noted, given.heard]).toEqual([[], ['patient', 'patient']]);
  });

  it('waits until parking is possible', async () => {
    const insert = bench.store.insert.bind(bench.store);
    bench.store.insert = (collection, document) =>
      given.waits.length < 3 ? Promise.reject(new Unavailable('the store')) : insert(collection, document);
    await given.boundary.receive(aMessage('{'));

    expect(given.waits).toEqual(['parking', 'parking', 'parking']);
    expect(given.noted).toHaveLength(1);
  });

  it('rejects when it cannot even park while closing', async () => {
    bench.store.insert = () => Promise.reject(new Unavailable('the store'));
    given.boundary.close();

    await expect(given.boundary.receive(aMessage('{'))).rejects.toThrow(Unavailable);
  });

  it('still knows after a restart which keys wait', async () => {
    given.does.with = broken;
    await given.receive('bad');

    const restarted = await aConsumer(bench);
    await restarted.receive('after');
    await restarted.receive('elsewhere', 'another');

    expect(restarted.heard).toEqual(['elsewhere']);
    expect(await restarted.waiting()).toEqual([
      ['bad', 'failed'],
      ['after', 'behind'],
    ]);
  });

  it('parks an event once, however often it is delivered', async () => {
    given.does.with = broken;
    await given.receive('bad');
    await given.receive('bad');

    expect(await given.waiting()).toEqual([['bad', 'failed']]);
  });

  describe('with parked events', () => {
    beforeEach(async () => {
      given.does.with = broken;
      for (const name of ['first', 'second', 'third']) {
        await given.receive(name);
        bench.clock.advance(1);
      }
      given.heard.length = 0;
    });

    it('replays them in their order and then goes on', async () => {
      given.does.with = async () => undefined;
      await given.boundary.replay(await given.one('second'));
      await given.receive('fourth');

      expect(given.heard).toEqual(['first', 'second', 'third', 'fourth']);
      expect(await given.waiting()).toEqual([]);
    });

    it('keeps those that fail again, and all behind them', async () => {
      given.does.with = (name) => (name === 'second' ? broken() : Promise.resolve());

      await expect(given.boundary.replay(await given.one('first'))).rejects.toThrow('secret');
      await given.receive('fourth');

      expect((await given.waiting()).map(([id]) => id)).toEqual(['second', 'third', 'fourth']);
    });

    it('lets a new event wait until the replay is through', async () => {
      const gates: (() => void)[] = [];
      given.does.with = () => new Promise<void>((go) => gates.push(go));
      const replaying = given.boundary.replay(await given.one('first'));
      const arriving = given.receive('fourth');
      given.does.pausing = () => undefined;
      while (given.heard.length < 4) {
        gates.shift()?.();
        await new Promise(setImmediate);
      }
      gates.forEach((go) => go());
      await Promise.all([replaying, arriving]);

      expect(given.heard).toEqual(['first', 'second', 'third', 'fourth']);
    });

    it('lets the rest go on when one is dropped, and remembers why', async () => {
      given.does.with = async () => undefined;
      const first = await given.one('first');
      await given.boundary.drop(first, 'a test program sent it');

      expect(given.heard).toEqual(['second', 'third']);
      expect(await given.parked.get(first.id)).toMatchObject({
        state: 'dropped',
        closedReason: 'a test program sent it',
      });
    });

    it('drops although what waits behind fails as well', async () => {
      await given.boundary.drop(await given.one('first'), 'broken');

      expect((await given.waiting()).map(([id]) => id)).toEqual(['second', 'third']);
    });

    it('replays an unreadable one by itself', async () => {
      await given.boundary.receive(aMessage('{', { id: 'unreadable', key: 'another' }));
      const unreadable = await given.one('unreadable');

      await expect(given.boundary.replay(unreadable)).rejects.toThrow('not JSON');
      await given.boundary.drop(unreadable, 'nonsense');
      expect(given.heard).toEqual([]);
    });
  });
});
