import type { EventLog } from './event-log.js';
import { TopicReader } from './topic-reader.js';

/** Progress is written at most this often: what a crash repeats for it, the consumers recognise. */
const SAVE_EVERY_MS = 25;

/** A group's reader of one topic, and its place in it on disk. */
export class GroupCursor {
  readonly reader: TopicReader;
  private saved: number;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly log: EventLog,
    private readonly group: string,
    private readonly topic: string,
  ) {
    this.saved = log.cursor(group, topic);
    this.reader = new TopicReader(log, {
      topic,
      start: this.saved,
      onRejection: 'again',
      onProgress: () => {
        this.timer ??= setTimeout(() => void this.save(), SAVE_EVERY_MS);
      },
    });
  }

  async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const position = this.reader.cursor;
    if (position === this.saved) return;
    try {
      await this.log.saveCursor(this.group, this.topic, position);
      this.saved = position;
    } catch {
      // A place that was not written repeats events after a restart, which is promised anyway; the next progress tries again.
    }
  }
}
