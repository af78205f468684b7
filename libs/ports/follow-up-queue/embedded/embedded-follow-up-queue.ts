import type { Clock } from '#libs/ports/clock/port';
import { FollowUpQueue, type FollowUp, type FollowUpHandler } from '#libs/ports/follow-up-queue/port';

/** Node runs a timer with a longer delay at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

interface Hint {
  readonly followUp: FollowUp;
  readonly at: number;
}

/**
 * One timer for the earliest hint, in this process. A hint without a handler waits for one. Finding the earliest reads all
 * hints, but only when the timer fires (100,000 hints: about 4 ms); `wake` itself is a look into a map.
 */
export class EmbeddedFollowUpQueue extends FollowUpQueue {
  private readonly hints = new Map<string, Hint>();
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
    if (this.handlers.has(followUp.collection)) this.arm(at);
  }

  async handle(collection: string, handler: FollowUpHandler): Promise<void> {
    this.handlers.set(collection, [...(this.handlers.get(collection) ?? []), handler]);
    this.recheck();
  }

  /** To be called when the clock jumps: what is due by now is woken. */
  recheck(): void {
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
    let earliest = Infinity;
    for (const [name, { followUp, at }] of this.hints) {
      const handlers = this.handlers.get(followUp.collection);
      if (!handlers) continue;
      if (at > now) {
        earliest = Math.min(earliest, at);
        continue;
      }
      this.hints.delete(name);
      this.run(handlers, followUp);
    }
    if (earliest < Infinity) this.arm(earliest);
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
