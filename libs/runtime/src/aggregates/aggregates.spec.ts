import { StaleVersion, type DocumentStore } from '#libs/ports/document-store/port';
import { aCommand, aDue, aThing, aWorkbench, anEvent, renamed, start, things } from '../../test/things.js';
import type { Aggregate } from './aggregate.js';

type Bench = ReturnType<typeof aWorkbench>;

/** Somebody else changes the document just before each of the first `times` writes. */
function overtaken(times: number) {
  return (store: DocumentStore): DocumentStore => {
    const replace = store.replace.bind(store);
    let left = times;
    store.replace = async (collection, document) => {
      if (left-- > 0) {
        const current = (await store.get(collection, document.id)) as typeof document;
        await replace(collection, { ...current, ver: current.ver + 1 });
      }
      return replace(collection, document);
    };
    return store;
  };
}

describe('a change of an aggregate', () => {
  let bench: Bench;
  const created = async (given: Bench) => {
    await given.aggregates.create('it', aCommand({ key: 'made' }), { state: aThing() });
    return given;
  };
  beforeEach(async () => {
    bench = await created(aWorkbench());
  });
  afterEach(() => bench.close());
  const change = (cause = aCommand(), name = 'two') => bench.aggregates.change('it', cause, renamed(name));

  it('stores state, event, seen-mark and due time in one document', async () => {
    await bench.aggregates.change('it', anEvent(4), (thing) => ({
      ...renamed('two')(thing),
      state: { ...thing, name: 'two', due: start + 60_000 },
    }));

    expect(await bench.stored()).toMatchObject({
      ver: 2,
      seq: 1,
      nextAt: start + 60_000,
      unsent: start + 500,
      seen: { 'others/other': 4 },
      state: { name: 'two' },
      outbox: [
        {
          type: 'things.thing-renamed',
          version: 1,
          key: 'it',
          seq: 1,
          actor: 'a-person',
          correlationId: 'a-story',
          owners: { regions: ['a-region'] },
          data: { name: 'two' },
        },
      ],
    });
  });

  it('numbers its events without gaps', async () => {
    await change(aCommand(), 'two');
    await change(aCommand(), 'three');

    const { seq, outbox } = await bench.stored();
    expect([seq, outbox.map((event) => event.seq)]).toEqual([2, [1, 2]]);
  });

  it('keeps the time of the oldest event that waits for the relay', async () => {
    await change();
    bench.clock.advance(10_000);
    await change(aCommand(), 'three');

    expect((await bench.stored()).unsent).toBe(start + 500);
  });

  it('answers a repeated command with the first status and changes nothing', async () => {
    const command = aCommand({ key: 'once' });
    await bench.aggregates.change('it', command, renamed('two'), 202);
    const before = await bench.stored();

    const again = await bench.aggregates.change('it', command, renamed('three'), 200);

    expect(again).toMatchObject({ repeated: true, status: 202, document: { state: { name: 'two' } } });
    expect(await bench.stored()).toEqual(before);
  });

  it('refuses a known key with another body', async () => {
    await change(aCommand({ key: 'once' }));

    const other = change(aCommand({ key: 'once', bodyHash: 'another' }), 'three');

    await expect(other).rejects.toMatchObject({ code: 'command.key-reused', kind: 'key-reused' });
    expect((await bench.stored()).state.name).toBe('two');
  });

  it('does not remember a command that was refused', async () => {
    const refuse = () => {
      throw new Error('not now');
    };
    await expect(bench.aggregates.change('it', aCommand({ key: 'once' }), refuse)).rejects.toThrow('not now');

    const again = await change(aCommand({ key: 'once', bodyHash: 'another' }));

    expect(again.repeated).toBe(false);
  });

  it('remembers the last 32 commands', async () => {
    for (let i = 1; i <= 33; i++) await change(aCommand({ key: `key-${i}` }), `name-${i}`);

    const { keys } = await bench.stored();

    expect(keys.map(({ key }) => key)).toEqual(Array.from({ length: 32 }, (_, i) => `key-${i + 2}`));
  });

  it.each([
    ['the same event', 3],
    ['an older one', 2],
  ])('drops %s of a source', async (_what, seq) => {
    await change(anEvent(3) as never);
    const before = await bench.stored();

    const again = await bench.aggregates.change('it', anEvent(seq), renamed('three'));

    expect(again.repeated).toBe(true);
    expect(await bench.stored()).toEqual(before);
  });

  it('hears of every source apart', async () => {
    await bench.aggregates.change('it', anEvent(3), renamed('two'));
    await bench.aggregates.change('it', anEvent(1, { source: 'others/another' }), renamed('three'));

    expect(await bench.stored()).toMatchObject({
      seen: { 'others/other': 3, 'others/another': 1 },
      state: { name: 'three' },
    });
  });

  it('remembers an event that changed nothing', async () => {
    await bench.aggregates.change('it', anEvent(3), () => null);

    expect(await bench.stored()).toMatchObject({ seen: { 'others/other': 3 }, rev: 1, seq: 0 });
  });

  it('writes nothing when a due document stays as it is', async () => {
    const before = await bench.stored();
    await bench.aggregates.change('it', aDue, () => null);

    expect(await bench.stored()).toEqual(before);
  });

  it('raises the revision only when what people see changed', async () => {
    await bench.aggregates.change('it', aCommand(), (thing) => ({ state: { ...thing, inside: 7 } }));
    expect(await bench.stored()).toMatchObject({ ver: 2, rev: 1 });

    await change();
    expect(await bench.stored()).toMatchObject({ ver: 3, rev: 2 });
  });

  it('decides on the revision the caller saw', async () => {
    await change();

    await expect(change(aCommand({ ifRev: 1 }), 'three')).rejects.toMatchObject({ code: 'command.stale' });
    await expect(change(aCommand({ ifRev: 2 }), 'three')).resolves.toMatchObject({ repeated: false });
  });

  it('decides again on what somebody else stored first', async () => {
    await bench.close();
    bench = await created(aWorkbench(overtaken(3)));
    const seen: number[] = [];

    await bench.aggregates.change('it', aCommand(), (thing, { ver }) => {
      seen.push(ver);
      return renamed('two')(thing);
    });

    expect(seen).toEqual([1, 2, 3, 4]);
    expect((await bench.stored()).state.name).toBe('two');
  });

  it('decides on a document that was read before without reading it again', async () => {
    const read = await bench.stored();
    const get = jest.spyOn(bench.store, 'get');

    const { document } = await bench.aggregates.change(read, aCommand(), renamed('two'));

    expect(get).not.toHaveBeenCalled();
    expect(await bench.stored()).toEqual(document);
  });

  it('decides again when the document that was read before has changed since', async () => {
    const read = await bench.stored();
    await change(aCommand(), 'meanwhile');
    const seen: string[] = [];

    await bench.aggregates.change(read, aCommand(), (thing) => {
      seen.push(thing.name);
      return renamed(`${thing.name}, two`)(thing);
    });

    expect(seen).toEqual(['one', 'meanwhile']);
    expect((await bench.stored()).state.name).toBe('meanwhile, two');
  });

  it('does not believe a document that was read before when nothing is to be done with it', async () => {
    const read = await bench.stored();
    await change(aCommand(), 'meanwhile');

    await bench.aggregates.change(read, aDue, (thing) =>
      thing.name === 'meanwhile' ? renamed('two')(thing) : null,
    );

    expect((await bench.stored()).state.name).toBe('two');
  });

  it('loses none of 50 changes at once', async () => {
    const each = Array.from({ length: 50 }, (_, i) =>
      bench.aggregates.change('it', anEvent(1, { source: `others/${i}` }), (thing) => ({
        ...renamed(`name-${i}`)(thing),
        state: { ...thing, inside: thing.inside + 1 },
      })),
    );
    await Promise.all(each);

    const { state, seq, outbox, seen } = await bench.stored();
    expect([state.inside, seq, outbox.length, Object.keys(seen).length]).toEqual([50, 50, 50, 50]);
    expect(outbox.map((event) => event.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it('says that there is nothing to change, and hands on what the store throws', async () => {
    await expect(bench.aggregates.change('gone', aCommand(), renamed('x'))).rejects.toMatchObject({
      code: 'aggregate.missing',
    });
    bench.store.replace = () => Promise.reject(new Error('the disk is full'));
    await expect(change()).rejects.toThrow('the disk is full');
  });

  it('wakes whoever wants to know, with the stored document', async () => {
    const told: Aggregate<unknown>[] = [];
    const other = aWorkbench(
      (store) => store,
      (_declaration, document) => told.push(document),
    );
    await created(other);
    await other.aggregates.change('it', aCommand(), renamed('two'));

    expect(told.map(({ ver, outbox }) => [ver, outbox.length])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    await other.close();
  });
});

describe('a new aggregate', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = aWorkbench();
  });
  afterEach(() => bench.close());
  const create = (cause = aCommand({ key: 'made' }), name = 'one') =>
    bench.aggregates.create('it', cause, { state: aThing({ name }) }, 202);

  it('starts at the first version and revision', async () => {
    await expect(create()).resolves.toMatchObject({
      repeated: false,
      status: 202,
      document: { ver: 1, rev: 1, seq: 0, createdAt: '2026-11-23T08:00:00.000Z' },
    });
  });

  it('is made once, and answers a repetition with the first status', async () => {
    await create();
    await bench.aggregates.change('it', aCommand(), renamed('two'));

    await expect(create()).resolves.toMatchObject({
      repeated: true,
      status: 202,
      document: { state: { name: 'two' } },
    });
  });

  it('refuses the key of its making with another body', async () => {
    await create();

    await expect(create(aCommand({ key: 'made', bodyHash: 'another' }))).rejects.toMatchObject({
      code: 'command.key-reused',
    });
  });

  it('is found when its event comes again, however old that is by now', async () => {
    await create(anEvent(1) as never);
    for (const cause of [anEvent(1), anEvent(5)]) {
      await expect(bench.aggregates.create('it', cause, { state: aThing() })).resolves.toMatchObject({
        repeated: true,
      });
    }
  });

  it('hands on what the store throws', async () => {
    bench.store.insert = () => Promise.reject(new StaleVersion(things.name, 'it'));
    await expect(create()).rejects.toThrow(StaleVersion);
  });
});
