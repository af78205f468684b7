import type { BusMessage } from '#libs/ports/event-bus/port';

export interface RecentEvent {
  readonly position: number;
  readonly message: BusMessage;
}

/** How many are kept; who is further behind reads the log itself. */
const KEPT = 256;

/**
 * The newest events of one topic, so that a group that keeps up need not read from the file what was written a moment
 * ago. Knows from where on it is complete.
 */
export class RecentEvents {
  private events: RecentEvent[] = [];

  /** Everything of the topic behind `completeFrom` is added here. */
  constructor(private completeFrom: number) {}

  add(event: RecentEvent): void {
    this.events.push(event);
    if (this.events.length <= 2 * KEPT) return;
    this.completeFrom = this.events[KEPT - 1]?.position ?? this.completeFrom;
    this.events = this.events.slice(KEPT);
  }

  /** The first `limit` behind that position; undefined when some of them are no longer kept. */
  after(position: number, limit: number): readonly RecentEvent[] | undefined {
    if (position < this.completeFrom) return undefined;
    let start = this.events.length;
    while (start > 0 && (this.events[start - 1] as RecentEvent).position > position) start -= 1;
    return this.events.slice(start, start + limit);
  }
}
