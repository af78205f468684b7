import { Unavailable, type EventEnvelope } from '#libs/contracts';
import type { Clock } from '#libs/ports/clock/port';
import { StaleVersion, type DocumentStore } from '#libs/ports/document-store/port';
import type { BusMessage, EventBus } from '#libs/ports/event-bus/port';
import type { Aggregate, AggregateDeclaration } from './aggregate.js';

const sweepEvery = 1_000;

type Declaration = AggregateDeclaration<unknown>;
type Document = Aggregate<unknown>;

/**
 * Brings events from outboxes to the bus: at once for a document just written, by a sweep for those whose process died.
 * A document's outbox is published in order and its entries are removed only after the bus has taken them; a crash in
 * between publishes again, and whoever listens drops the repetition by `seq`.
 */
export class Relay {
  private readonly declarations: Declaration[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Map<string, Document>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly store: DocumentStore,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly failed: (error: unknown) => void,
  ) {}

  carry<S>(declaration: AggregateDeclaration<S>): void {
    this.declarations.push(declaration);
  }

  start(): void {
    const tick = async () => {
      await this.sweep().catch(this.failed);
      if (!this.closed) this.timer = setTimeout(() => void tick(), sweepEvery);
    };
    this.timer = setTimeout(() => void tick(), 0);
  }

  notify<S>(declaration: AggregateDeclaration<S>, document: Aggregate<S>): void {
    if (document.outbox.length > 0) void this.forward(declaration, document);
  }

  /**
   * Publishes whatever has waited longer than its time; also what another process left behind. Waits for that alone:
   * under load something is always on its way, and the next sweep must come all the same.
   */
  async sweep(): Promise<void> {
    for (const declaration of this.declarations) {
      const left = await this.store.due(declaration.collection, 'unsent', this.clock.now(), 200);
      await Promise.all(left.map((document) => this.forward(declaration, document)));
    }
  }

  /** Resolves when nothing is on its way. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.idle();
  }

  private forward(declaration: Declaration, document: Document): Promise<void> {
    const lane = `${declaration.name}/${document.id}`;
    const running = this.running.get(lane);
    if (running) {
      this.again.set(lane, document);
      return running;
    }
    const run = this.publish(declaration, document)
      .catch(this.failed)
      .then(() => {
        this.running.delete(lane);
        const newer = this.again.get(lane);
        this.again.delete(lane);
        if (newer && !this.closed) void this.forward(declaration, newer);
      });
    this.running.set(lane, run);
    return run;
  }

  private async publish(declaration: Declaration, document: Document): Promise<void> {
    await this.bus.publish(document.outbox.map((envelope) => message(declaration.topic, envelope)));
    const published = new Set(document.outbox.map(({ id }) => id));
    let current: Document | undefined = document;
    while (current?.outbox.some(({ id }) => published.has(id))) {
      const outbox = current.outbox.filter(({ id }) => !published.has(id));
      const next: Document = {
        ...current,
        ver: current.ver + 1,
        outbox,
        unsent: outbox.length === 0 ? null : current.unsent,
      };
      try {
        await this.store.replace(declaration.collection, next);
        return;
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
        current = await this.store.get(declaration.collection, document.id);
      }
    }
  }
}

function message(topic: string, envelope: EventEnvelope): BusMessage {
  return { topic, key: envelope.key, id: envelope.id, value: Buffer.from(JSON.stringify(envelope)) };
}

/** An outage is expected and heals by the next sweep. */
export function isOutage(error: unknown): boolean {
  return error instanceof Unavailable;
}
