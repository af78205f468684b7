import { Unavailable, type EventClass, type EventEnvelope } from '#libs/contracts';
import type { BusMessage } from '#libs/ports/event-bus/port';
import type { EventCause } from '../aggregates/cause.js';
import type { ParkedEvent, ParkedEvents, ParkedWhy } from './parked-events.js';
import { parse } from './parse.js';

export interface EventHandler {
  readonly of: EventClass;
  readonly call: (event: object, cause: EventCause) => Promise<unknown>;
}

export interface BoundaryObserver {
  handled(type: string, milliseconds: number): void;
  parked(parked: ParkedEvent): void;
  waiting(type: string, error: unknown): void;
}

const tries = 3;
const longestWait = 5_000;

/**
 * Stands between any bus and the handlers of a service: parses, validates, tries, waits, parks. It never rejects for a
 * bad event, so nothing a publisher writes can stop a consumer.
 */
export class ConsumerBoundary {
  private readonly lanes = new Set<string>();
  private readonly busy = new Map<string, Promise<unknown>>();
  private readonly classes: ReadonlyMap<string, EventClass>;
  private closing = false;

  constructor(
    private readonly handlers: ReadonlyMap<string, EventHandler>,
    private readonly parkedEvents: ParkedEvents,
    private readonly observer: BoundaryObserver,
    private readonly pause: (milliseconds: number) => Promise<void>,
  ) {
    this.classes = new Map([...handlers].map(([type, { of }]) => [type, of]));
  }

  /** Reads which lanes have parked events: before the first message, and before the first of keys that others had. */
  async load(): Promise<void> {
    for (const lane of await this.parkedEvents.lanes()) this.lanes.add(lane);
  }

  /** What was parked because its version was unknown, and is known to this build, is handled now, and what waits behind it. */
  async replayWhatIsKnownNow(): Promise<void> {
    for (const lane of this.lanes) {
      if (this.closing) return;
      await this.alone(lane, async () => {
        const first = await this.parkedEvents.firstOf(lane);
        if (first?.why !== 'unknown-version') return;
        if (parse(toMessage(first).value, this.classes).kind === 'unknown-version') return;
        // What fails stays parked and keeps its lane, where the operator sees it.
        await this.replayLane(lane).catch((error: unknown) => this.observer.waiting('replay', error));
      });
    }
  }

  /** Waiting for a database that is away ends with a rejection: the bus delivers again after the next start. */
  close(): void {
    this.closing = true;
  }

  /** Rejects only while closing or when not even parking is possible. */
  async receive(message: BusMessage): Promise<void> {
    const lane = `${message.topic}/${message.key}`;
    if (!this.lanes.has(lane) && !this.busy.has(lane)) return this.handleOrPark(message, lane);
    await this.alone(lane, async () => {
      if (this.lanes.has(lane)) await this.catchUp(lane);
      return this.lanes.has(lane) ? this.parkBehind(message) : this.handleOrPark(message, lane);
    });
  }

  /** Another process may have replayed or dropped what blocked this lane: then nothing has to wait any more. */
  private async catchUp(lane: string): Promise<void> {
    const first = await this.parkedEvents.firstOf(lane);
    if (!first) this.lanes.delete(lane);
    else if (first.why === 'behind') await this.replayLane(lane).catch(() => undefined);
  }

  /** Handles a parked event and all that wait behind it. @throws the handler's error when the first fails again. */
  async replay(parked: ParkedEvent): Promise<void> {
    await this.alone(parked.lane, async () => {
      if (parked.blocks) return this.replayLane(parked.lane);
      await this.handle(toMessage(parked));
      await this.parkedEvents.replayed(parked);
    });
  }

  /** Drops a parked event for good; what waits behind it is handled now. */
  async drop(parked: ParkedEvent, reason: string): Promise<void> {
    await this.alone(parked.lane, async () => {
      await this.parkedEvents.drop(parked, reason);
      // The drop is done either way: what fails again stays parked and keeps its lane, where the operator sees it.
      if (parked.blocks) await this.replayLane(parked.lane).catch(() => undefined);
    });
  }

  private async replayLane(lane: string): Promise<void> {
    for (;;) {
      const first = await this.parkedEvents.firstOf(lane);
      if (!first) break;
      await this.handle(toMessage(first));
      await this.parkedEvents.replayed(first);
    }
    this.lanes.delete(lane);
  }

  private async alone(lane: string, work: () => Promise<void>): Promise<void> {
    const mine = (this.busy.get(lane) ?? Promise.resolve()).catch(() => undefined).then(work);
    this.busy.set(lane, mine);
    try {
      await mine;
    } finally {
      if (this.busy.get(lane) === mine) this.busy.delete(lane);
    }
  }

  private async handleOrPark(message: BusMessage, lane: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.handle(message);
        return;
      } catch (error) {
        if (error instanceof UnreadableEvent) return this.park(message, error.why, error.message);
        // Only while closing: it is the bus that tries again, after the next start.
        if (error instanceof Unavailable) throw error;
        if (attempt >= tries) {
          this.lanes.add(lane);
          return this.park(
            message,
            'failed',
            `${(error as Error).name}: ${(error as { code?: string }).code ?? 'no code'}`,
          );
        }
        await this.pause(20 * attempt);
      }
    }
  }

  private parkBehind(message: BusMessage): Promise<void> {
    const parsed = parse(message.value, this.classes);
    if (parsed.kind === 'skipped') return Promise.resolve();
    return this.park(
      message,
      parsed.kind === 'unreadable' ? 'unreadable' : 'behind',
      'an earlier event of its key is parked',
    );
  }

  private async park(message: BusMessage, why: ParkedWhy, reason: string): Promise<void> {
    if (why === 'unknown-version') this.lanes.add(`${message.topic}/${message.key}`);
    for (let wait = 100; ; wait = Math.min(wait * 2, longestWait)) {
      try {
        this.observer.parked(await this.parkedEvents.park(message, why, reason));
        return;
      } catch (error) {
        if (!(error instanceof Unavailable) || this.closing) throw error;
        this.observer.waiting('parking', error);
        await this.pause(wait);
      }
    }
  }

  /** Calls the handler; while a dependency is away it waits and tries again. */
  private async handle(message: BusMessage): Promise<void> {
    const parsed = parse(message.value, this.classes);
    if (parsed.kind === 'skipped') return;
    if (parsed.kind !== 'event') throw new UnreadableEvent(parsed.kind, parsed.why);
    const { envelope, data } = parsed;
    const handler = this.handlers.get(envelope.type) as EventHandler;
    const cause = causeOf(message.topic, envelope);
    for (let wait = 100; ; wait = Math.min(wait * 2, longestWait)) {
      const began = performance.now();
      try {
        await handler.call(data, cause);
        this.observer.handled(envelope.type, performance.now() - began);
        return;
      } catch (error) {
        if (!(error instanceof Unavailable) || this.closing) throw error;
        this.observer.waiting(envelope.type, error);
        await this.pause(wait);
      }
    }
  }
}

class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(
    readonly why: 'unreadable' | 'unknown-version',
    message: string,
  ) {
    super(message);
  }
}

function causeOf(topic: string, envelope: EventEnvelope): EventCause {
  return {
    kind: 'event',
    source: `${topic}/${envelope.key}`,
    key: envelope.key,
    seq: envelope.seq,
    owners: envelope.owners,
    time: envelope.time,
    actor: envelope.actor,
    correlationId: envelope.correlationId,
    causationId: envelope.id,
  };
}

function toMessage(parked: ParkedEvent): BusMessage {
  return {
    topic: parked.topic,
    key: parked.key,
    id: parked.eventId,
    value: parked.value === null ? null : Buffer.from(parked.value, 'base64'),
  };
}
