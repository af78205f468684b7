import type { FollowUp, FollowUpQueue } from '#libs/ports/follow-up-queue/port';

/** An empty queue, made for one case. */
interface QueueUnderTest {
  readonly queue: FollowUpQueue;
  /** Another worker of the same hints; the same object where there is one process only. */
  readonly other: FollowUpQueue;
  /** Epoch milliseconds, as the queue sees it. */
  now(): number;
  /** Lets that many milliseconds pass; hints that fell due meanwhile may still be on their way. */
  pass(ms: number): Promise<void>;
  end(): Promise<void>;
}

interface FollowUpQueueCase {
  readonly name: string;
  run(test: QueueUnderTest): Promise<void>;
}

const COLLECTION = 'suite.things';
const PATIENCE_MS = 10_000;
/** Time enough for what is called before a hint falls due, on a machine that is busy. */
const UNHURRIED_MS = 2_000;

/** Absence is shown by a later hint that did arrive. */
const followUpQueueCases: readonly FollowUpQueueCase[] = [
  {
    name: 'wakes once, not before its time',
    async run({ queue, now, pass }) {
      const due = new Map([
        ['a', now() + 200],
        ['b', now() + 500],
      ]);
      const { woken, early } = await recordAgainst(due, queue, now);
      for (const [id, at] of due) await queue.wake(thing(id), at);

      await pass(100);
      await pass(150);
      await until(() => woken.length > 0);
      await pass(300);
      await until(() => woken.length > 1);

      expect(woken).toEqual(['a', 'b']);
      expect(early).toEqual([]);
    },
  },
  {
    name: 'wakes at once what is due already',
    async run({ queue, now }) {
      const woken = await record(queue);

      await queue.wake(thing('past'), now() - 5_000);
      await queue.wake(thing('now'), now());

      await until(() => woken.length >= 2);
      expect(woken.toSorted()).toEqual(['now', 'past']);
    },
  },
  {
    name: 'moves the time with a second call, forth and back',
    async run({ queue, now, pass }) {
      const start = now();
      const due = new Map([
        ['later', start + UNHURRIED_MS + 400],
        ['sooner', start + UNHURRIED_MS + 200],
      ]);
      const { woken, early } = await recordAgainst(due, queue, now);
      await queue.wake(thing('later'), start + UNHURRIED_MS);
      await queue.wake(thing('sooner'), start + 60_000);
      await queue.wake(thing('later'), start + UNHURRIED_MS + 400);
      await queue.wake(thing('sooner'), start + UNHURRIED_MS + 200);

      await pass(UNHURRIED_MS + 250);
      await until(() => woken.length > 0);
      await pass(200);
      await until(() => woken.length > 1);

      expect(woken).toEqual(['sooner', 'later']);
      expect(early).toEqual([]);
    },
  },
  {
    name: 'takes a hint back',
    async run({ queue, now, pass }) {
      const woken = await record(queue);
      const start = now();
      await queue.wake(thing('taken back'), start + UNHURRIED_MS);
      await queue.wake(thing('kept'), start + UNHURRIED_MS + 200);
      await queue.wake(thing('taken back'), null);
      await queue.wake(thing('never there'), null);

      await pass(UNHURRIED_MS + 250);

      await until(() => woken.includes('kept'));
      expect(woken).toEqual(['kept']);
    },
  },
  {
    name: 'tells documents of one id in two collections apart',
    async run({ queue, now, pass }) {
      const woken = await record(queue);
      const others: FollowUp[] = [];
      await queue.handle('suite.others', async (followUp) => void others.push(followUp));
      await queue.wake(thing('a'), now() + 100);
      await queue.wake({ collection: 'suite.others', id: 'a' }, now() + 200);

      await pass(250);

      await until(() => woken.length + others.length >= 2);
      expect(woken).toEqual(['a']);
      expect(others).toEqual([{ collection: 'suite.others', id: 'a' }]);
    },
  },
  {
    name: 'keeps a hint until a handler is there',
    async run({ queue, now, pass }) {
      await queue.wake(thing('early'), now() + 50);
      await pass(100);

      const woken = await record(queue);

      await until(() => woken.length > 0);
      expect(woken).toEqual(['early']);
    },
  },
  {
    name: 'wakes one of two workers',
    async run({ queue, other, now, pass }) {
      const woken = [await record(queue), await record(other)];
      const ids = Array.from({ length: 20 }, (_, n) => `thing-${String(n).padStart(2, '0')}`);
      for (const id of ids) await queue.wake(thing(id), now() + 100);
      await queue.wake(thing('z-last'), now() + 300);

      await pass(400);

      await until(() => woken.flat().includes('z-last'));
      await until(() => woken.flat().length >= 21);
      expect(woken.flat().toSorted()).toEqual([...ids, 'z-last']);
    },
  },
  {
    name: 'goes on after a handler failed',
    async run({ queue, now }) {
      const woken: string[] = [];
      await queue.handle(COLLECTION, async ({ id }) => {
        woken.push(id);
        if (id === 'bad') throw new Error('no');
      });

      await queue.wake(thing('bad'), now());
      await until(() => woken.includes('bad'));
      await queue.wake(thing('good'), now());

      await until(() => woken.includes('good'));
      expect(woken).toEqual(['bad', 'good']);
    },
  },
  {
    name: 'wakes a document again that asks from within its handler',
    async run({ queue, now }) {
      const woken: string[] = [];
      await queue.handle(COLLECTION, async ({ id }) => {
        woken.push(id);
        if (woken.length < 3) await queue.wake(thing(id), now());
      });

      await queue.wake(thing('a'), now());

      await until(() => woken.length >= 3);
      expect(woken).toEqual(['a', 'a', 'a']);
    },
  },
  {
    name: 'waits for running handlers when it closes, and starts none afterwards',
    async run({ queue, now, pass }) {
      const log: string[] = [];
      let finish: () => void = () => undefined;
      const finished = new Promise<void>((resolve) => (finish = resolve));
      await queue.handle(COLLECTION, async ({ id }) => {
        log.push(`${id} begins`);
        await finished;
        log.push(`${id} ends`);
      });
      await queue.wake(thing('a'), now());
      await queue.wake(thing('b'), now() + UNHURRIED_MS);
      await until(() => log.length > 0);

      const closed = queue.close().then(() => log.push('closed'));
      await new Promise(setImmediate);
      finish();
      await closed;
      await queue.close();
      await pass(UNHURRIED_MS + 100);

      expect(log).toEqual(['a begins', 'a ends', 'closed']);
    },
  },
];

/** What every follow-up queue promises; `make` gives an empty one. */
export function describeFollowUpQueue(name: string, make: () => Promise<QueueUnderTest>): void {
  describe(`${name} as a follow-up queue`, () => {
    it.each(followUpQueueCases.map((each) => [each.name, each] as const))(
      '%s',
      async (_, { run }) => {
        const test = await make();
        try {
          await run(test);
        } finally {
          await test.end();
        }
      },
      30_000,
    );
  });
}

function thing(id: string): FollowUp {
  return { collection: COLLECTION, id };
}

async function record(queue: FollowUpQueue): Promise<string[]> {
  const woken: string[] = [];
  await queue.handle(COLLECTION, async ({ id }) => void woken.push(id));
  return woken;
}

/** Also who was woken before its time. */
async function recordAgainst(due: ReadonlyMap<string, number>, queue: FollowUpQueue, now: () => number) {
  const woken: string[] = [];
  const early: string[] = [];
  await queue.handle(COLLECTION, async ({ id }) => {
    woken.push(id);
    if (now() < (due.get(id) ?? Infinity)) early.push(id);
  });
  return { woken, early };
}

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${String(condition)}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
