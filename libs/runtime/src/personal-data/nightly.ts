import type { Clock } from '#libs/ports/clock/port';

const hour = 3_600_000;
const lookEvery = hour / 6;
const beginsAtUtc = 2 * hour;

/** Runs its work once a night, and once after a start. What it does must be safe to do again. */
export class Nightly {
  private lastNight = Number.NaN;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly work: (now: number) => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.look().catch(this.failed), lookEvery);
    this.timer.unref();
  }

  /** Works when this night's work is not done yet. */
  look(): Promise<void> {
    return (this.running = this.running.catch(() => undefined).then(() => this.workOnce()));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.running.catch(() => undefined);
  }

  private async workOnce(): Promise<void> {
    const now = this.clock.now();
    const night = Math.floor((now - beginsAtUtc) / (24 * hour));
    if (night === this.lastNight) return;
    await this.work(now);
    this.lastNight = night;
  }
}
