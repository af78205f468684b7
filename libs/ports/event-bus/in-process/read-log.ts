import type { BusMessage, ReadEvents } from '#libs/ports/event-bus/port';
import type { SqliteSnapshot } from '#libs/ports/sqlite';

export interface LoggedMessage extends BusMessage {
  readonly position: number;
}

/** The log of one topic, oldest first. */
export function* logOf(snapshot: SqliteSnapshot, topic: string): Generator<LoggedMessage> {
  if (!snapshot.has('log')) return;
  const text = 'select position, key, id, value from log where topic = ? order by position';
  for (const { position, key, id, value } of snapshot.rows(text, topic))
    yield {
      position: Number(position),
      topic,
      key: String(key),
      id: String(id),
      value: value instanceof Uint8Array ? value : null,
    };
}

/** How far each group is in a topic: the position of the last message it is done with. */
export function cursorsOf(snapshot: SqliteSnapshot, topic: string): Map<string, number> {
  if (!snapshot.has('cursor')) return new Map();
  const rows = snapshot.rows('select consumer, position from cursor where topic = ?', topic);
  return new Map([...rows].map(({ consumer, position }) => [String(consumer), Number(position)]));
}

export function readEventsOf(snapshot: SqliteSnapshot): ReadEvents {
  return async (topics, each) => {
    for (const topic of topics) for (const message of logOf(snapshot, topic)) each(message);
  };
}
