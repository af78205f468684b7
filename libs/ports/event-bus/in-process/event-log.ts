import type { BusMessage } from '#libs/ports/event-bus/port';
import type { SqliteFile } from '#libs/ports/sqlite';
import { RecentEvents } from './recent-events.js';

export interface LogEntry {
  readonly position: number;
  readonly key: string;
  /** Where it is at hand. */
  readonly message?: BusMessage;
}

/**
 * The events of all topics in the order of their commits, and where each group is. Positions are never used twice. One
 * log appends to a file at a time; others may read it.
 */
export class EventLog {
  private readonly recent = new Map<string, RecentEvents>();
  private readonly opened: number;

  constructor(private readonly file: SqliteFile) {
    file.writeNow((statements) => {
      statements(
        `create table if not exists log (position integer primary key autoincrement,
         topic text not null, key text not null, id text not null, value blob, unique (topic, id))`,
      ).run();
      statements('create index if not exists log_topic on log (topic, position)').run();
      statements(
        `create table if not exists cursor (consumer text, topic text, position integer not null,
         primary key (consumer, topic)) without rowid`,
      ).run();
    });
    this.opened = this.end();
  }

  /** All in one commit; an id that the topic has already is passed over. */
  async append(messages: readonly BusMessage[]): Promise<void> {
    const text =
      'insert into log (topic, key, id, value) values (?, ?, ?, ?) on conflict (topic, id) do nothing';
    // The write comes later and the bytes are the caller's, who may use them again meanwhile.
    const own = messages.map((message) => ({ ...message, value: copyOf(message.value) }));
    const appended = await this.file.write((statements) =>
      own.flatMap((message) => {
        const { topic, key, id, value } = message;
        const { changes, lastInsertRowid } = statements(text).run(topic, key, id, value);
        return changes === 0 ? [] : [{ position: Number(lastInsertRowid), message }];
      }),
    );
    for (const event of appended) this.recentOf(event.message.topic).add(event);
  }

  /** The next entries of the topic behind that position. */
  after(topic: string, position: number, limit: number): LogEntry[] {
    const recent = this.recentOf(topic).after(position, limit);
    if (recent) return recent.map(({ position, message }) => ({ position, key: message.key, message }));
    const text = 'select position, key from log where topic = ? and position > ? order by position limit ?';
    return this.file
      .statement(text)
      .all(topic, position, limit)
      .map((row) => ({ position: Number(row['position']), key: String(row['key']) }));
  }

  /** A message of its own each time: no two deliveries share one. */
  read({ position, message }: LogEntry): BusMessage {
    if (message) return { ...message, value: copyOf(message.value) };
    const row = this.file.statement('select topic, key, id, value from log where position = ?').get(position);
    if (!row) throw new Error(`the log has no event at ${position}`);
    const { topic, key, id, value } = row;
    return {
      topic: String(topic),
      key: String(key),
      id: String(id),
      value: value instanceof Uint8Array ? value : null,
    };
  }

  countAfter(topic: string, position: number): number {
    const text = 'select count(*) as n from log where topic = ? and position > ?';
    return Number(this.file.statement(text).get(topic, position)?.['n']);
  }

  end(): number {
    return Number(this.file.statement('select coalesce(max(position), 0) as n from log').get()?.['n']);
  }

  cursor(group: string, topic: string): number {
    const text = 'select position from cursor where consumer = ? and topic = ?';
    return Number(this.file.statement(text).get(group, topic)?.['position'] ?? 0);
  }

  saveCursor(group: string, topic: string, position: number): Promise<void> {
    const text = 'insert or replace into cursor (consumer, topic, position) values (?, ?, ?)';
    return this.file.write((statements) => void statements(text).run(group, topic, position));
  }

  private recentOf(topic: string): RecentEvents {
    let recent = this.recent.get(topic);
    if (!recent) this.recent.set(topic, (recent = new RecentEvents(this.opened)));
    return recent;
  }
}

function copyOf(value: Uint8Array | null): Uint8Array | null {
  return value && Uint8Array.from(value);
}
