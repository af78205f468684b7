import type { EventClass } from '#libs/contracts';
import type { Parsed } from './parsed.js';

interface Read {
  readonly type: string;
  readonly eventClass: EventClass;
  readonly parsed: Parsed;
}

const most = 512;

/**
 * The events this process read last, by their text: several groups of one process read the same event one after the
 * other, and checking it is the dearest part of that. What is given out is frozen, since it is shared.
 */
export class ParsedRecently {
  private readonly reads = new Map<string, Read>();

  /** As a group that knows these classes sees it; undefined when it was not read lately. */
  get(text: string, known: ReadonlyMap<string, EventClass>): Parsed | undefined {
    const read = this.reads.get(text);
    if (!read) return undefined;
    const eventClass = known.get(read.type);
    if (!eventClass) return { kind: 'skipped' };
    return eventClass === read.eventClass ? read.parsed : undefined;
  }

  put(text: string, type: string, eventClass: EventClass, parsed: Parsed): void {
    const oldest = this.reads.size >= most ? this.reads.keys().next().value : undefined;
    if (oldest !== undefined) this.reads.delete(oldest);
    this.reads.set(text, { type, eventClass, parsed: frozen(parsed) });
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}
