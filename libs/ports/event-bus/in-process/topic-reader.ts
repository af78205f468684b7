import type { BusMessage, MessageHandler } from '#libs/ports/event-bus/port';
import type { EventLog, LogEntry } from './event-log.js';
import { FinishedPrefix } from './finished-prefix.js';

/** A key that fails holds back at most this many events of its topic behind it, and a crash repeats at most as many. */
const WINDOW = 512;
/** Handlers started in one turn of the event loop; more would keep sockets waiting. */
const STARTED_PER_TURN = 64;
const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 1_000;

/** A handler that takes its share of a reader's events. */
export interface Member {
  readonly handler: MessageHandler;
  readonly running: Set<Promise<boolean>>;
}

/** The events of one key that wait, the first of them perhaps running; one at a time. */
interface Lane {
  readonly entries: LogEntry[];
  busy: boolean;
  retryMs: number;
  timer?: NodeJS.Timeout;
}

export interface ReaderOptions {
  readonly topic: string;
  /** Delivery starts behind this position. */
  readonly start: number;
  readonly onRejection: 'again' | 'go on';
  /** Called when the finished prefix may have grown. */
  readonly onProgress: () => void;
}

/** Walks one topic for one group (or one follower): keys beside each other, the events of a key one after the other. */
export class TopicReader {
  private readonly members: Member[] = [];
  private readonly lanes = new Map<string, Lane>();
  private readonly prefix: FinishedPrefix;
  private scheduled = false;
  private more = true;
  private closed = false;
  private readTimer?: NodeJS.Timeout;

  constructor(
    private readonly log: EventLog,
    private readonly options: ReaderOptions,
  ) {
    this.prefix = new FinishedPrefix(options.start);
  }

  /** Where the group may go on after a restart. */
  get cursor(): number {
    return this.prefix.end;
  }

  get lag(): number {
    return this.log.countAfter(this.options.topic, this.prefix.lastBegun) + this.prefix.unfinishedCount;
  }

  join(handler: MessageHandler): Member {
    const member: Member = { handler, running: new Set() };
    this.members.push(member);
    setImmediate(() => {
      for (const [key, lane] of this.lanes) this.step(key, lane);
    });
    this.wake();
    return member;
  }

  /** Resolves when the member's last running handler has ended; the others go on with its share. */
  async leave(member: Member): Promise<void> {
    const at = this.members.indexOf(member);
    if (at >= 0) this.members.splice(at, 1);
    await Promise.all(member.running);
  }

  /** There may be something new. Never reads on the caller's stack. */
  wake(): void {
    if (this.scheduled || this.closed) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.readOn();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.readTimer);
    for (const { timer } of this.lanes.values()) clearTimeout(timer);
    await Promise.all(this.members.flatMap(({ running }) => [...running]));
  }

  private readOn(): void {
    if (this.closed || this.members.length === 0) return;
    const room = Math.min(WINDOW - this.prefix.width, STARTED_PER_TURN);
    this.more = true;
    if (room <= 0) return;
    try {
      const entries = this.log.after(this.options.topic, this.prefix.lastBegun, room);
      this.more = entries.length === room;
      for (const entry of entries) this.begin(entry);
    } catch {
      // The file cannot be read just now. Nothing is lost by coming back: the log still has it.
      this.readTimer = setTimeout(() => this.wake(), LAST_RETRY_MS);
      return;
    }
    if (this.more) this.wake();
  }

  private begin(entry: LogEntry): void {
    const { position, key } = entry;
    this.prefix.begin(position);
    let lane = this.lanes.get(key);
    if (!lane) this.lanes.set(key, (lane = { entries: [], busy: false, retryMs: FIRST_RETRY_MS }));
    lane.entries.push(entry);
    this.step(key, lane);
  }

  private step(key: string, lane: Lane): void {
    const [entry] = lane.entries;
    const member = this.members[hash(key) % this.members.length];
    if (!entry || lane.busy || !member || this.closed) return;
    lane.busy = true;
    const running = this.deliver(entry, member.handler);
    member.running.add(running);
    void running.then((done) => {
      member.running.delete(running);
      if (done || this.options.onRejection === 'go on') this.finish(key, lane, entry.position);
      else this.again(key, lane);
    });
  }

  private async deliver(entry: LogEntry, handler: MessageHandler): Promise<boolean> {
    try {
      const message: BusMessage = this.log.read(entry);
      await handler(message);
      return true;
    } catch {
      // A rejection means "again"; whoever handles has logged why.
      return false;
    }
  }

  private finish(key: string, lane: Lane, position: number): void {
    this.prefix.finish(position);
    lane.entries.shift();
    lane.busy = false;
    lane.retryMs = FIRST_RETRY_MS;
    if (lane.entries.length === 0) this.lanes.delete(key);
    else this.step(key, lane);
    if (this.more) this.wake();
    this.options.onProgress();
  }

  private again(key: string, lane: Lane): void {
    if (this.closed) return;
    lane.timer = setTimeout(() => {
      lane.busy = false;
      this.step(key, lane);
    }, lane.retryMs);
    lane.retryMs = Math.min(lane.retryMs * 2, LAST_RETRY_MS);
  }
}

function hash(key: string): number {
  let sum = 0;
  for (let at = 0; at < key.length; at += 1) sum = (sum * 31 + key.charCodeAt(at)) >>> 0;
  return sum;
}
