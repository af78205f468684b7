import type { BusMessage, MessageHandler } from '#libs/ports/event-bus/port';

const FIRST_RETRY_MS = 20;
const LAST_RETRY_MS = 1_000;

/** One message of a partition; `read` gives a copy that nobody shares, for every attempt anew. */
export interface WindowEntry {
  readonly offset: number;
  readonly key: string;
  readonly read: () => BusMessage;
}

interface Lane {
  readonly entries: WindowEntry[];
  busy: boolean;
  retryMs: number;
  timer?: NodeJS.Timeout;
}

export interface WindowOptions {
  readonly handler: MessageHandler;
  readonly onRejection: 'again' | 'go on';
  /** After every message that is finished. */
  readonly onProgress: () => void;
  /** Nothing starts before. */
  readonly after?: Promise<void>;
}

/**
 * What was read of one partition and is not finished: a lane per key, so that a slow or failing key holds up nobody
 * else. What may be committed is the prefix that is finished.
 */
export class PartitionWindow {
  private readonly lanes = new Map<string, Lane>();
  private readonly unfinished = new Set<number>();
  private readonly running = new Set<Promise<void>>();
  private next = -1;
  private held: boolean;
  private ended = false;

  constructor(private readonly options: WindowOptions) {
    this.held = options.after !== undefined;
    void options.after?.then(() => this.release());
  }

  get size(): number {
    return this.unfinished.size;
  }

  /** Everything before this offset is finished; −1 when nothing was read yet. */
  get position(): number {
    const [first] = this.unfinished;
    return first ?? this.next;
  }

  /** The offset after the last one that was read; −1 when nothing was. */
  get end(): number {
    return this.next;
  }

  /** Takes what is new among them: after a rebalance a consumer reads again from what was committed. */
  admit(entries: readonly WindowEntry[]): void {
    if (this.ended) return;
    for (const entry of entries) {
      if (entry.offset < this.next) continue;
      this.next = entry.offset + 1;
      this.unfinished.add(entry.offset);
      let lane = this.lanes.get(entry.key);
      if (!lane) this.lanes.set(entry.key, (lane = { entries: [], busy: false, retryMs: FIRST_RETRY_MS }));
      lane.entries.push(entry);
      this.step(entry.key, lane);
    }
  }

  /** Starts no handler until `release`. */
  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    for (const [key, lane] of this.lanes) this.step(key, lane);
  }

  /** Starts no handler any more; resolves when those that run have ended. */
  async close(): Promise<void> {
    this.ended = true;
    for (const { timer } of this.lanes.values()) clearTimeout(timer);
    await Promise.all(this.running);
  }

  private step(key: string, lane: Lane): void {
    const [entry] = lane.entries;
    if (!entry || lane.busy || this.held || this.ended) return;
    lane.busy = true;
    const running = this.deliver(entry).then((done) => {
      this.running.delete(running);
      if (done || this.options.onRejection === 'go on') this.finish(key, lane, entry.offset);
      else this.again(key, lane);
    });
    this.running.add(running);
  }

  private async deliver(entry: WindowEntry): Promise<boolean> {
    try {
      await this.options.handler(entry.read());
      return true;
    } catch {
      // A rejection means "again"; whoever handles has logged why.
      return false;
    }
  }

  private finish(key: string, lane: Lane, offset: number): void {
    this.unfinished.delete(offset);
    lane.entries.shift();
    lane.busy = false;
    lane.retryMs = FIRST_RETRY_MS;
    if (lane.entries.length === 0) this.lanes.delete(key);
    else this.step(key, lane);
    this.options.onProgress();
  }

  private again(key: string, lane: Lane): void {
    if (this.ended) return;
    lane.timer = setTimeout(() => {
      lane.busy = false;
      this.step(key, lane);
    }, lane.retryMs);
    lane.retryMs = Math.min(lane.retryMs * 2, LAST_RETRY_MS);
  }
}
