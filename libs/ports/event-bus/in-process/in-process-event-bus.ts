import { Unavailable } from '#libs/contracts';
import {
  EventBus,
  type BusMessage,
  type MessageHandler,
  type SubscribeOptions,
  type Subscription,
} from '#libs/ports/event-bus/port';
import type { SqliteFile } from '#libs/ports/sqlite';
import { EventLog } from './event-log.js';
import { GroupCursor } from './group-cursor.js';
import { TopicReader } from './topic-reader.js';

/** A durable log in the process's own file. Leaves the file open when it closes. */
export class InProcessEventBus extends EventBus {
  private readonly log: EventLog;
  private readonly cursors = new Map<string, GroupCursor>();
  private readonly readers = new Map<string, Set<TopicReader>>();
  private closed = false;

  constructor(file: SqliteFile) {
    super();
    this.log = new EventLog(file);
  }

  async publish(messages: readonly BusMessage[]): Promise<void> {
    this.refuseWhenClosed();
    if (messages.length === 0) return;
    const topics = new Set(messages.map(({ topic }) => topic));
    await this.log.append(messages);
    for (const topic of topics) this.readers.get(topic)?.forEach((reader) => reader.wake());
  }

  async subscribe({ group, topics }: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    this.refuseWhenClosed();
    const shares = unique(topics).map((topic) => {
      const cursor = this.cursorOf(group, topic);
      return { cursor, reader: cursor.reader, member: cursor.reader.join(handler) };
    });
    return {
      close: async () => {
        await Promise.all(shares.map(({ reader, member }) => reader.leave(member)));
        await Promise.all(shares.map(({ cursor }) => cursor.save()));
      },
    };
  }

  async follow(
    topics: readonly string[],
    handler: MessageHandler,
    unfinishedBy?: string,
  ): Promise<Subscription> {
    this.refuseWhenClosed();
    const end = this.log.end();
    const followers = unique(topics).map((topic) => {
      const reader = new TopicReader(this.log, {
        topic,
        start: unfinishedBy === undefined ? end : this.log.cursor(unfinishedBy, topic),
        onRejection: 'go on',
        onProgress: () => undefined,
      });
      this.add(topic, reader);
      reader.join(handler);
      return { topic, reader };
    });
    return {
      close: async () => {
        for (const { topic, reader } of followers) this.readers.get(topic)?.delete(reader);
        await Promise.all(followers.map(({ reader }) => reader.close()));
      },
    };
  }

  async lag({ group, topics }: SubscribeOptions): Promise<number> {
    const lags = unique(topics).map(
      (topic) =>
        this.cursors.get(cursorName(group, topic))?.reader.lag ??
        this.log.countAfter(topic, this.log.cursor(group, topic)),
    );
    return lags.reduce((sum, lag) => sum + lag, 0);
  }

  async close(): Promise<void> {
    this.closed = true;
    const readers = [...this.readers.values()].flatMap((each) => [...each]);
    await Promise.all(readers.map((reader) => reader.close()));
    await Promise.all([...this.cursors.values()].map((cursor) => cursor.save()));
  }

  /** One reader per group and topic, shared by all of the group's subscriptions, so that a key keeps its order. */
  private cursorOf(group: string, topic: string): GroupCursor {
    const name = cursorName(group, topic);
    let cursor = this.cursors.get(name);
    if (!cursor) {
      cursor = new GroupCursor(this.log, group, topic);
      this.cursors.set(name, cursor);
      this.add(topic, cursor.reader);
    }
    return cursor;
  }

  private add(topic: string, reader: TopicReader): void {
    const readers = this.readers.get(topic) ?? new Set();
    this.readers.set(topic, readers.add(reader));
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new Unavailable('the event bus');
  }
}

function cursorName(group: string, topic: string): string {
  return JSON.stringify([group, topic]);
}

function unique(topics: readonly string[]): string[] {
  return [...new Set(topics)];
}
