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

  /** Loads the libraries only now. @throws Unavailable */
  static async open(options: BullmqOptions, clock: Clock): Promise<BullmqFollowUpQueue> {
    const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    const common = { connectTimeout: connectWithinMs, lazyConnect: true };
    // Whoever wakes must not wait for a Redis that is away: the documents are swept anyway. Workers wait for it.
    const asking = new Redis(options.url, { ...common, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    const working = new Redis(options.url, { ...common, maxRetriesPerRequest: null });
    for (const connection of [asking, working])
      connection.on('error', (error: Error) => options.warn?.(error.message));
    try {
      await Promise.all([asking.connect(), working.connect()]);
    } catch (cause) {
      asking.disconnect();
      working.disconnect();
      throw new Unavailable('the follow-up queue', { cause });
    }
    return new BullmqFollowUpQueue(bullmq, { asking, working }, clock, options);
  }

  async wake({ collection, id }: FollowUp, at: number | null): Promise<void> {
    if (this.closing) return;
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
    this.workers.push(worker);
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
