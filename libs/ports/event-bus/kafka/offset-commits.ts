import type { Consumer } from 'kafkajs';
import type { PartitionWindow } from './partition-window.js';

/** Progress is committed at most this often: what a crash repeats for it, the consumers recognise. */
const EVERY_MS = 250;
const AGAIN_AFTER_MS = 1_000;

/** Tells the broker how far a group is with the partitions of one member, by `topic/partition`. */
export class OffsetCommits {
  private readonly committed = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();
  private ended = false;

  constructor(
    private readonly consumer: Pick<Consumer, 'commitOffsets'>,
    private readonly windows: ReadonlyMap<string, PartitionWindow>,
  ) {}

  /** The offset last told. */
  of(place: string): number | undefined {
    return this.committed.get(place);
  }

  /** Somebody else has it now. */
  forget(place: string): void {
    this.committed.delete(place);
  }

  soon(milliseconds = EVERY_MS): void {
    this.timer ??= setTimeout(() => void this.now(), milliseconds);
  }

  now(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    return (this.running = this.running.then(() => this.commit()));
  }

  async last(): Promise<void> {
    this.ended = true;
    await this.now();
    clearTimeout(this.timer);
  }

  private async commit(): Promise<void> {
    const moved = [...this.windows].filter(
      ([place, { position }]) => position > (this.committed.get(place) ?? 0),
    );
    if (moved.length === 0) return;
    const offsets = moved.map(([place, { position }]) => {
      const at = place.lastIndexOf('/');
      return {
        topic: place.slice(0, at),
        partition: Number(place.slice(at + 1)),
        offset: String(position),
      };
    });
    try {
      await this.consumer.commitOffsets(offsets);
      // A partition that was given anew meanwhile begins where the broker says it does.
      moved.forEach(([place, window], n) => {
        if (this.windows.get(place) === window) this.committed.set(place, Number(offsets[n]?.offset));
      });
    } catch {
      // What was not committed is delivered again after a restart, which is promised anyway.
      if (!this.ended) this.soon(AGAIN_AFTER_MS);
    }
  }
}
