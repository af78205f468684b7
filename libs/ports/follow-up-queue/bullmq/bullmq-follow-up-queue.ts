import { setTimeout as pause } from 'node:timers/promises';
import type * as Bullmq from 'bullmq';
import type { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { Unavailable } from '#libs/contracts';
import type { Clock } from '#libs/ports/clock/port';
import { FollowUpQueue, type FollowUp, type FollowUpHandler } from '#libs/ports/follow-up-queue/port';

export interface BullmqOptions {
  readonly url: string;
  /** What every key begins with, so that a Redis may be shared. Default `leerbrug`. */
  readonly prefix?: string;
  /** What the connections say. */
  readonly warn?: (what: string) => void;
}

interface Hint {
  readonly id: string;
}

const connectWithinMs = 3_000;
/** A worker that dies holds its hints so long. */
const LOCK_MS = 10_000;
const LOOK_FOR_DEAD_EVERY_MS = 5_000;
/** A hint is harmless: it may be taken up again as often as workers die over it. */
const TAKEN_UP_AGAIN = 10;
const AT_ONCE = 16;
/** After Redis was away. */
const RETRY_MS = 1_000;
const CLOSE_WITHIN_MS = 3_000;
/** What Redis says of a name or password: that does not pass by itself. */
const notLetIn = /^(WRONGPASS|NOAUTH|ERR invalid password)/;

/**
 * A queue per collection on Redis. A document has one hint at most; one that comes while its handler runs waits for it.
 * Jobs carry ids only.
 */
export class BullmqFollowUpQueue extends FollowUpQueue {
  private readonly queues = new Map<string, Queue<Hint>>();
  private readonly workers: Worker<Hint>[] = [];
  private readonly running = new Set<Promise<void>>();
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly bullmq: typeof Bullmq,
    private readonly connections: { readonly asking: Redis; readonly working: Redis },
    private readonly clock: Clock,
    private readonly options: BullmqOptions,
  ) {
    super();
  }

  /**
   * Loads the libraries only now. Where nobody answers it opens all the same, because it holds hints only, and goes on
   * trying. @throws Unavailable when Redis does not let us in
   */
  static async open(options: BullmqOptions, clock: Clock): Promise<BullmqFollowUpQueue> {
    const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    const common = { connectTimeout: connectWithinMs, lazyConnect: true };
    // Whoever wakes must not wait for a Redis that is away: the documents are swept anyway. Workers wait for it.
    const asking = new Redis(options.url, { ...common, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    const working = new Redis(options.url, { ...common, maxRetriesPerRequest: null });
    const refused: Error[] = [];
    for (const connection of [asking, working])
      connection.on('error', (error: Error) => {
        if (notLetIn.test(error.message)) refused.push(error);
        options.warn?.(error.message);
      });
    await Promise.allSettled([asking.connect(), working.connect()]);
    if (refused.length > 0) {
      asking.disconnect();
      working.disconnect();
      throw new Unavailable('the follow-up queue', { cause: refused[0] });
    }
    return new BullmqFollowUpQueue(bullmq, { asking, working }, clock, options);
  }

  async wake({ collection, id }: FollowUp, at: number | null): Promise<void> {
    if (this.closing) return;
    // A queue that is made meanwhile would wait for its connection, and so would whoever wakes.
    if (this.connections.asking.status !== 'ready') throw new Unavailable('the follow-up queue');
    const queue = this.queue(collection);
    const mark = encodeURIComponent(id);
    try {
      if (at === null) {
        const job = await queue.getDeduplicationJobId(mark);
        if (job) await queue.remove(job);
        return;
      }
      await queue.add(
        'wake',
        { id },
        {
          delay: Math.max(0, at - this.clock.now()),
          deduplication: { id: mark, replace: true, keepLastIfActive: true },
          removeOnComplete: true,
          removeOnFail: true,
        },
      );
    } catch (cause) {
      throw new Unavailable('the follow-up queue', { cause });
    }
  }

  async handle(collection: string, handler: FollowUpHandler): Promise<void> {
    // After a rejection the document still says when it falls due, and the sweep comes by.
    const settled = (id: string): Promise<void> => {
      const running = Promise.resolve()
        .then(() => handler({ collection, id }))
        .catch(() => undefined)
        .then(() => void this.running.delete(running));
      this.running.add(running);
      return running;
    };
    const { working } = this.connections;
    const work = () => {
      if (!this.closing) this.workers.push(this.worker(collection, settled));
    };
    // Not before: a worker whose own connection fails at first never tries again.
    if (working.status === 'ready') work();
    else working.once('ready', work);
  }

  close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  /** Handlers are waited for; a Redis that is away is not. */
  private async end(): Promise<void> {
    const closed = Promise.all(
      [...this.workers, ...this.queues.values()].map((each) => each.close().catch(() => undefined)),
    );
    await Promise.all(this.running);
    await Promise.race([closed, pause(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    this.connections.asking.disconnect();
    this.connections.working.disconnect();
  }

  private worker(collection: string, settled: (id: string) => Promise<void>): Worker<Hint> {
    const worker = new this.bullmq.Worker<Hint>(collection, ({ data }) => settled(data.id), {
      connection: this.connections.working,
      prefix: this.prefix,
      concurrency: AT_ONCE,
      lockDuration: LOCK_MS,
      stalledInterval: LOOK_FOR_DEAD_EVERY_MS,
      maxStalledCount: TAKEN_UP_AGAIN,
      runRetryDelay: RETRY_MS,
    });
    this.listen(worker);
    return worker;
  }

  private queue(collection: string): Queue<Hint> {
    const known = this.queues.get(collection);
    if (known) return known;
    const queue = new this.bullmq.Queue<Hint>(collection, {
      connection: this.connections.asking,
      prefix: this.prefix,
    });
    this.listen(queue);
    this.queues.set(collection, queue);
    return queue;
  }

  /** An error that nobody listens to would end the process. */
  private listen(emitter: Queue<Hint> | Worker<Hint>): void {
    (emitter as Worker<Hint>).on('error', (error) => this.options.warn?.(error.message));
  }

  private get prefix(): string {
    return this.options.prefix ?? 'leerbrug';
  }
}
