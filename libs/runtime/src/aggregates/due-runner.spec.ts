import { Unavailable } from '#libs/contracts';
import { FollowUpQueue, type FollowUp, type FollowUpHandler } from '#libs/ports/follow-up-queue/port';
import { aCommand, aDue, aThing, aWorkbench, renamed, start, things, type Thing } from '../../test/things.js';
import type { Aggregate } from './aggregate.js';
import { PeopleFirst } from './people-first.js';
import { DueRunner, type DueHandler } from './due-runner.js';

const minute = 60_000;

/** Remembers what it is asked, wakes when told to. */
class NotedQueue extends FollowUpQueue {
  readonly wakes: [FollowUp, number | null][] = [];
  readonly handlers = new Map<string, FollowUpHandler>();
  async wake(followUp: FollowUp, at: number | null): Promise<void> {
    this.wakes.push([followUp, at]);
  }
  async handle(collection: string, handler: FollowUpHandler): Promise<void> {
    this.handlers.set(collection, handler);
  }
  async close(): Promise<void> {}
}

function aRunner() {
  const bench = aWorkbench();
  const queue = new NotedQueue();
  const people = new PeopleFirst();
  const givenUp: string[] = [];
  const failures: unknown[] = [];
  const runner = new DueRunner(
    'things',
    bench.store,
    queue,
    bench.clock,
    async (_declaration, { id }) => void givenUp.push(id),
    (error) => failures.push(error),
    people,
  );
  const runs: string[] = [];
  const settle = ({ id }: Aggregate<Thing>) =>
    bench.aggregates.change(id, aDue, (thing) => ({ state: { ...thing, due: null } }));
  const on = (handler: DueHandler<Thing>) =>
    runner.handle(things, (document, cause) => {
      runs.push(document.id);
      return handler(document, cause);
    });
  const add = (id: string, due: number | null = start) =>
    bench.aggregates.create(id, aCommand(), { state: aThing({ due }) });
  return { ...bench, people, queue, runner, givenUp, failures, runs, settle, on, add };
}

describe('what falls due', () => {
  let given: ReturnType<typeof aRunner>;
  beforeEach(() => {
    given = aRunner();
  });
  afterEach(async () => {
    await given.runner.close();
    await given.close();
  });
  const fail = () => Promise.reject(new Error('no'));

  it('runs when its time has come, not before', async () => {
    given.on(given.settle);
    await given.add('now');
    await given.add('later', start + minute);
    await given.add('never', null);

    await given.runner.sweep();
    expect(given.runs).toEqual(['now']);

    given.clock.advance(minute);
    await given.runner.sweep();
    expect(given.runs).toEqual(['now', 'later']);
  });

  it('names the service as actor and the document as the story', async () => {
    const causes: unknown[] = [];
    given.on((document, cause) => {
      causes.push(cause);
      return given.settle(document);
    });
    await given.add('it');
    await given.runner.sweep();

    expect(causes).toEqual([
      { kind: 'due', actor: 'service:things', correlationId: 'due-things.things-it-1', causationId: null },
    ]);
  });

  it('runs more than a page of documents in one sweep', async () => {
    given.on(given.settle);
    for (let i = 0; i < 630; i++) await given.add(`id-${i}`);
    await given.runner.sweep();

    expect(new Set(given.runs).size).toBe(630);
  });

  it('is tried again after 1, 5 and 30 minutes and then given up', async () => {
    given.on(fail);
    await given.add('it');

    const waits: (number | null)[] = [];
    for (let i = 0; i < 4; i++) {
      await given.runner.sweep();
      const { nextAt } = await given.stored();
      waits.push(nextAt === null ? null : (nextAt - given.clock.now()) / minute);
      given.clock.advance((waits.at(-1) ?? 0) * minute);
    }

    expect(waits).toEqual([1, 5, 30, null]);
    expect(given.givenUp).toEqual(['it']);
    await given.runner.sweep();
    expect(given.runs).toHaveLength(4);
  });

  it('asks to be woken for the next attempt', async () => {
    given.on(fail);
    await given.add('it');
    await given.runner.sweep();

    expect(given.queue.wakes).toEqual([[{ collection: 'things.things', id: 'it' }, start + minute]]);
  });

  it('counts anew once it succeeded', async () => {
    given.on(fail);
    await given.add('it');
    await given.runner.sweep();
    await given.aggregates.change('it', aCommand(), renamed('two'));

    expect((await given.stored()).dueFailures).toBe(0);
  });

  it('takes a handler that leaves the time where it was for a failing one', async () => {
    given.on(async () => undefined);
    await given.add('it');
    await given.runner.sweep();

    expect((await given.stored()).dueFailures).toBe(1);
    expect(String(given.failures[0])).toContain('left nextAt where it was');
  });

  it('does not let one bad document stop the others', async () => {
    given.on((document) => (document.id === 'bad' ? fail() : given.settle(document)));
    await given.add('bad', start - minute);
    await given.add('good');
    await given.runner.sweep();

    expect((await given.stored('good')).nextAt).toBeNull();
    expect((await given.stored('bad')).nextAt).toBe(start + minute);
  });

  it('leaves the document as it was while what the handler needs is away', async () => {
    given.on(() => Promise.reject(new Unavailable('the mail server')));
    await given.add('it');
    await given.runner.sweep();

    expect(await given.stored()).toMatchObject({ nextAt: start, dueFailures: 0, ver: 1 });
  });

  it('ends a sweep of many documents although what they need is away', async () => {
    given.on(() => Promise.reject(new Unavailable('the mail server')));
    for (let i = 0; i < 100; i++) await given.add(`id-${i}`);

    await given.runner.sweep();

    expect(given.runs).toHaveLength(100);
  });

  it('postpones on top of what somebody else changed meanwhile', async () => {
    given.on(async ({ id }) => {
      await given.aggregates.change(id, aCommand(), renamed('meanwhile'));
      throw new Error('no');
    });
    await given.add('it');
    const replace = given.store.replace.bind(given.store);
    let first = true;
    given.store.replace = async (collection, document) => {
      if (first && (document as unknown as { dueFailures: number }).dueFailures === 1) {
        first = false;
        await given.aggregates.change('it', aCommand(), renamed('just now'));
      }
      return replace(collection, document);
    };
    await given.runner.sweep();

    expect(await given.stored()).toMatchObject({ state: { name: 'just now' }, dueFailures: 1 });
  });

  it('does not look whether a document moved on that was written while it ran', async () => {
    given.on(async (document) => {
      const settled = await given.settle(document);
      given.runner.notify(things, settled.document);
      return settled;
    });
    await given.add('it');
    const get = jest.spyOn(given.store, 'get');

    await given.runner.sweep();

    expect(given.failures).toEqual([]);
    // What fell due, and the handler's own change.
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('is retried by hand after it was given up', async () => {
    let broken = true;
    given.on((document) => (broken ? fail() : given.settle(document)));
    await given.add('it');
    for (const wait of [1, 5, 30, 0]) {
      await given.runner.sweep();
      given.clock.advance(wait * minute);
    }
    broken = false;

    await given.runner.retry('things.things', 'it');

    expect(await given.stored()).toMatchObject({ nextAt: null, dueFailures: 0, state: { due: null } });
  });

  it('cannot be retried when nobody runs it or it is gone', async () => {
    given.on(given.settle);
    await expect(given.runner.retry('things.others', 'it')).rejects.toThrow('runs nothing');
    await expect(given.runner.retry('things.things', 'it')).rejects.toThrow('gone');
  });

  it('runs one document once, however many wake it', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    given.on(async (document) => {
      await gate;
      return given.settle(document);
    });
    await given.runner.start();
    await given.add('it');
    const woken = [1, 2, 3].map(() =>
      given.queue.handlers.get('things.things')?.({ collection: 'things.things', id: 'it' }),
    );
    go();
    for (const each of woken) await each;

    expect(given.runs).toEqual(['it']);
  });

  it('looks once more at a document that is woken while it runs', async () => {
    const woken: Promise<void>[] = [];
    given.on(async (document) => {
      if (given.runs.length > 1) return given.settle(document);
      const soon = await given.aggregates.change(document, aDue, (thing) => ({
        state: { ...thing, due: start - 1 },
      }));
      woken.push(given.queue.handlers.get('things.things')!({ collection: 'things.things', id: 'it' }));
      return soon;
    });
    await given.runner.start();
    await given.add('it');

    await given.runner.sweep();
    await Promise.all(woken);

    expect(given.runs).toEqual(['it', 'it']);
    expect((await given.stored()).nextAt).toBeNull();
  });

  it('asks to be woken at the time of a document that was written, if it runs such', async () => {
    const { document } = await given.add('it', start + minute);
    given.runner.notify(things, document);
    expect(given.queue.wakes).toEqual([]);

    given.on(given.settle);
    given.runner.notify(things, document);
    given.runner.notify(things, { ...document, nextAt: null });
    expect(given.queue.wakes).toEqual([[{ collection: 'things.things', id: 'it' }, start + minute]]);
  });

  it('gives way to people: while it rests, and when it closes, the others stay due', async () => {
    const rest = jest.spyOn(given.people, 'restFor').mockReturnValue(60_000);
    given.on(given.settle);
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await given.add(id);

    const swept = given.runner.sweep();
    while (rest.mock.calls.length < 4) await new Promise((next) => setImmediate(next));
    expect(given.runs).toEqual(['a', 'b', 'c', 'd']);
    await given.runner.close();
    await swept;

    expect(given.runs).toHaveLength(4);
    expect((await given.stored('f')).nextAt).toBe(start);
  });

  it('counts from when something fell due, not from when this process found it', async () => {
    const rest = jest.spyOn(given.people, 'restFor').mockReturnValue(0);
    given.on(given.settle);
    for (let i = 0; i < 630; i++) await given.add(`id-${i}`);
    given.clock.advance(minute);

    await given.runner.sweep();

    expect(new Set(rest.mock.calls.map(([waited]) => waited))).toEqual(new Set([minute]));
  });

  it('lets nothing that was woken later pass what a sweep has found', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    given.on(async (document) => {
      await gate;
      return given.settle(document);
    });
    for (let i = 0; i < 130; i++) await given.add(`id-${i}`);
    await given.add('z-later', start + minute);
    await given.runner.start();
    const swept = given.runner.sweep();
    while (given.runs.length < 4) await new Promise((next) => setImmediate(next));
    given.clock.advance(minute);
    const woken = given.queue.handlers.get('things.things')?.({ collection: 'things.things', id: 'z-later' });

    go();
    await Promise.all([swept, woken]);

    expect(given.runs).toHaveLength(131);
    expect(given.runs.at(-1)).toBe('z-later');
  });

  it('starts nothing after closing', async () => {
    given.on(given.settle);
    await given.add('it');
    await given.runner.close();
    await given.runner.sweep();

    expect(given.runs).toEqual([]);
  });
});
