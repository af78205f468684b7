export interface Watched {
  /** How many messages were finished since the start. */
  readonly finished: () => number;
  /** How many are left to finish. Rejects while the broker does not answer. */
  readonly left: () => Promise<number>;
  /** Resolves when everything else that handlers need answers. */
  readonly answers: () => Promise<unknown>;
}

const LOOK_EVERY_MS = 5_000;

/**
 * Tells when nothing was finished for a minute although there is something to do and every server answers: what then
 * hangs is in this process, and only another start helps.
 */
export class Watchdog {
  private timer: NodeJS.Timeout | undefined;
  private last = -1;
  private since = 0;
  private closed = false;

  constructor(
    private readonly watched: Watched,
    private readonly stuck: () => void,
    private readonly patienceMs = 60_000,
  ) {
    this.lookLater();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private lookLater(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      void this.look().then(() => this.lookLater());
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const finished = this.watched.finished();
    try {
      const idle = (await this.watched.left()) === 0;
      if (idle || finished !== this.last) return this.begin(finished);
      await this.watched.answers();
    } catch {
      // An outage is waited for.
      return this.begin(finished);
    }
    if (performance.now() - this.since < this.patienceMs || this.closed) return;
    this.close();
    this.stuck();
  }

  private begin(finished: number): void {
    this.last = finished;
    this.since = performance.now();
  }
}
