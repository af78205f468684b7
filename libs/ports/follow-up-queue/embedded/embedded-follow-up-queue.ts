import TinyQueue from 'tinyqueue';
import type { Clock } from '#libs/ports/clock/port';
import { FollowUpQueue, type FollowUp, type FollowUpHandler } from '#libs/ports/follow-up-queue/port';

/** Node runs a timer with a longer delay at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

interface Hint {
  readonly followUp: FollowUp;
  readonly at: number;
}

interface Turn {
  readonly name: string;
  readonly at: number;
}

/** One timer for the earliest hint, in this process. A hint without a handler waits for one. */
export class EmbeddedFollowUpQueue extends FollowUpQueue {
  private readonly hints = new Map<string, Hint>();
  /** Earliest first. A hint that was moved or taken back leaves its old turn behind, which is passed over. */
  private turns = newTurns();
  private readonly handlers = new Map<string, FollowUpHandler[]>();
  private readonly running = new Set<Promise<void>>();
  private timer?: NodeJS.Timeout;
  private timerAt = Infinity;
  private closed = false;

  constructor(private readonly clock: Clock) {
    super();
  }

  async wake(followUp: FollowUp, at: number | null): Promise<void> {
    if (this.closed) return;
    const name = JSON.stringify([followUp.collection, followUp.id]);
    if (at === null) {
      this.hints.delete(name);
      return;
    }
    this.hints.set(name, { followUp, at });
    if (!this.handlers.has(followUp.collection)) return;
    this.turns.push({ name, at });
    if (this.turns.length > 2 * this.hints.size + 1_000) this.lineUp();
    this.arm(at);
  }

  async handle(collection: string, handler: FollowUpHandler): Promise<void> {
    this.handlers.set(collection, [...(this.handlers.get(collection) ?? []), handler]);
    this.recheck();
  }

  /** To be called when the clock jumps: what is due by now is woken. */
  recheck(): void {
    this.lineUp();
    this.disarm();
    this.arm(this.clock.now());
  }

  async close(): Promise<void> {
    this.closed = true;
    this.disarm();
    await Promise.all(this.running);
  }

  private arm(at: number): void {
    if (this.closed || at >= this.timerAt) return;
    this.disarm();
    this.timerAt = at;
    const delay = Math.min(Math.max(at - this.clock.now(), 0), LONGEST_DELAY_MS);
    this.timer = setTimeout(() => this.wakeDue(), delay);
    // A hint is no reason to keep a process alive that has nothing else to do.
    this.timer.unref();
  }

  private disarm(): void {
    clearTimeout(this.timer);
    this.timerAt = Infinity;
  }

  private wakeDue(): void {
    this.timerAt = Infinity;
    const now = this.clock.now();
    for (let next = this.turns.peek(); next && next.at <= now; next = this.turns.peek()) {
      this.turns.pop();
      const hint = this.hints.get(next.name);
      const handlers = hint?.at === next.at && this.handlers.get(hint.followUp.collection);
      if (!handlers) continue;
      this.hints.delete(next.name);
      this.run(handlers, hint.followUp);
    }
    const next = this.turns.peek();
    if (next) this.arm(next.at);
  }

  /** Everything that has a handler, and nothing that was moved or taken back. */
  private lineUp(): void {
    this.turns = newTurns(
      [...this.hints].flatMap(([name, { followUp, at }]) =>
        this.handlers.has(followUp.collection) ? [{ name, at }] : [],
      ),
    );
  }

  /** Of several workers the next in turn. */
  private run(handlers: FollowUpHandler[], followUp: FollowUp): void {
    const handler = handlers.shift();
    if (!handler) return;
    handlers.push(handler);
    const running = this.settled(handler, followUp).then(() => void this.running.delete(running));
    this.running.add(running);
  }

  private async settled(handler: FollowUpHandler, followUp: FollowUp): Promise<void> {
    try {
      await handler(followUp);
    } catch {
      // The document still says when it falls due, and the sweep comes by.
    }
  }
}

const newTurns = (turns: Turn[] = []) => new TinyQueue<Turn>(turns, (a, b) => a.at - b.at);
