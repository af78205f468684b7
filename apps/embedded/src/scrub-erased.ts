import { setTimeout as pause } from 'node:timers/promises';
import type { EventBus, Subscription } from '#libs/ports/event-bus/port';
import type { SqliteFile } from '#libs/ports/sqlite';

const lookAgainAfter = 100;
const topic = 'directory';
const erased = Buffer.from('"directory.person-erased"');

/** Once every service has let go of an erased person, nothing of them is left on the disk either. */
export class ScrubErased {
  private subscription: Subscription | undefined;
  private closed = false;
  private wanted = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly file: SqliteFile,
    private readonly services: readonly string[],
    private readonly failed: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    this.subscription = await this.bus.follow([topic], async ({ value }) => {
      if (value && Buffer.from(value).includes(erased)) this.scrubSoon();
    });
    // One that a crash came in between of.
    this.scrubSoon();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.subscription?.close();
    await this.running;
  }

  private scrubSoon(): void {
    this.wanted = true;
    this.running ??= this.scrub()
      .catch(this.failed)
      .finally(() => {
        this.running = undefined;
        if (this.wanted && !this.closed) this.scrubSoon();
      });
  }

  private async scrub(): Promise<void> {
    while (!this.closed) {
      this.wanted = false;
      const behind = await Promise.all(
        this.services.map((group) => this.bus.lag({ group, topics: [topic] })),
      );
      if (behind.every((lag) => lag === 0) && this.file.scrub()) return;
      await pause(lookAgainAfter);
    }
  }
}
