import { IsInt, IsOptional, IsString } from 'class-validator';
import { Event, eventTypeOf, type EventClass } from '#libs/contracts';
import { SqliteDocumentStore } from '#libs/ports/document-store/sqlite';
import { InProcessEventBus } from '#libs/ports/event-bus/in-process';
import { SqliteFile } from '#libs/ports/sqlite';
import { TestClock } from '../../../../test/support/clock.js';
import { aMessage, anEnvelope, start } from '../../test/things.js';
import { ConsumerBoundary } from './consumer-boundary.js';
import { parkedEvents } from './parked-events.js';

const type = 'things.thing-painted';

@Event(type)
class PaintedBefore {
  @IsString() colour: string;
}

/** The newer build: one colour became several, and how thick it is. */
@Event(type, 2, { 1: ({ colour }) => ({ colours: [colour] }) })
class Painted {
  @IsString({ each: true }) colours: string[];
  @IsOptional() @IsInt() thickness?: number;
}

/** One file under builds that come after each other. */
function aService() {
  const file = SqliteFile.open(':memory:');
  const store = new SqliteDocumentStore(file);
  const bus = new InProcessEventBus(file);
  const parked = parkedEvents('painter', store, new TestClock(start));
  const heard: object[] = [];
  const broken = { now: false };
  let closing: (() => Promise<void>) | undefined;
  return {
    heard,
    broken,
    parked: async () => (await parked.list(undefined, 100)).items.map(({ why, eventId }) => [eventId, why]),
    publish: (id: string, version: number, data: object, key = 'it') =>
      bus.publish([
        aMessage(anEnvelope({ id, type, version, key, seq: Number(id.split('-')[1]), data }), { id, key }),
      ]),
    async upgradeTo(eventClass: EventClass) {
      await closing?.();
      const handler = {
        of: eventClass,
        call: async (event: object) => {
          if (broken.now) throw new TypeError('no brush');
          heard.push({ ...event });
        },
      };
      const observer = { handled: () => undefined, parked: () => undefined, waiting: () => undefined };
      const handlers = new Map([[eventTypeOf(eventClass).type, handler]]);
      const boundary = new ConsumerBoundary(handlers, parked, observer, async () => undefined);
      await boundary.load();
      const subscription = await bus.subscribe({ group: 'painter', topics: ['things'] }, (message) =>
        boundary.receive(message),
      );
      await boundary.replayWhatIsKnownNow();
      closing = () => subscription.close();
    },
    async settled() {
      while ((await bus.lag({ group: 'painter', topics: ['things'] })) > 0)
        await new Promise<void>((next) => setImmediate(next));
    },
    async close() {
      await closing?.();
      await bus.close();
      await store.close();
      await file.close();
    },
  };
}

describe('an upgrade with events of both versions', () => {
  let service: ReturnType<typeof aService>;
  beforeEach(() => {
    service = aService();
  });
  afterEach(() => service.close());

  it('parks the newer ones until a build comes that knows them, and then handles all in their order', async () => {
    await service.upgradeTo(PaintedBefore);
    await service.publish('e-1', 1, { colour: 'red' });
    await service.publish('e-2', 2, { colours: ['blue', 'white'] });
    await service.publish('e-3', 1, { colour: 'green' });
    await service.publish('e-4', 1, { colour: 'black' }, 'another');
    await service.settled();
    expect(service.heard).toEqual([{ colour: 'red' }, { colour: 'black' }]);
    expect(await service.parked()).toEqual([
      ['e-2', 'unknown-version'],
      ['e-3', 'behind'],
    ]);

    await service.upgradeTo(Painted);
    await service.publish('e-5', 2, { colours: ['pink'], thickness: 3 });
    await service.settled();

    expect(service.heard.slice(2)).toEqual([
      { colours: ['blue', 'white'] },
      { colours: ['green'] },
      { colours: ['pink'], thickness: 3 },
    ]);
    expect(await service.parked()).toEqual([]);
  });

  it('leaves parked what the same build still does not know', async () => {
    await service.upgradeTo(PaintedBefore);
    await service.publish('e-1', 2, { colours: ['blue'] });
    await service.settled();

    await service.upgradeTo(PaintedBefore);

    expect(await service.parked()).toEqual([['e-1', 'unknown-version']]);
  });

  it('keeps the lane when the newer build cannot handle it either', async () => {
    await service.upgradeTo(PaintedBefore);
    await service.publish('e-1', 2, { colours: ['blue'] });
    await service.settled();
    service.broken.now = true;

    await service.upgradeTo(Painted);
    await service.publish('e-2', 2, { colours: ['red'] });
    await service.settled();

    expect(await service.parked()).toEqual([
      ['e-1', 'unknown-version'],
      ['e-2', 'behind'],
    ]);
  });

  it('is impossible for a class that does not say what its earlier versions mean', () => {
    expect(() => Event(type, 2)).not.toThrow();
    expect(() => Event(type, 3, { 1: (data) => ({ ...data }) })(Painted)).toThrow('version 2');
  });
});

describe('two processes of one service', () => {
  it('do not let an event wait for what the other one replayed or dropped', async () => {
    const file = SqliteFile.open(':memory:');
    const store = new SqliteDocumentStore(file);
    const parked = parkedEvents('painter', store, new TestClock(start));
    const heard: object[] = [];
    const broken = { now: true };
    const handler = {
      of: PaintedBefore,
      call: async (event: object) => {
        if (broken.now) throw new TypeError('no brush');
        heard.push({ ...event });
      },
    };
    const observer = { handled: () => undefined, parked: () => undefined, waiting: () => undefined };
    const process = () =>
      new ConsumerBoundary(new Map([[type, handler]]), parked, observer, async () => undefined);
    const [one, other] = [process(), process()];
    const painted = (seq: number, colour: string) =>
      aMessage(anEnvelope({ id: `e-${seq}`, type, seq, data: { colour } }), { id: `e-${seq}` });

    await one.receive(painted(1, 'red'));
    await one.receive(painted(2, 'blue'));
    broken.now = false;
    const [first] = (await parked.list(undefined, 1)).items;
    if (first) await other.replay(first);
    await one.receive(painted(3, 'green'));

    expect(heard).toEqual([{ colour: 'red' }, { colour: 'blue' }, { colour: 'green' }]);
    expect((await parked.list(undefined, 10)).items).toEqual([]);
    await store.close();
    await file.close();
  });
});
