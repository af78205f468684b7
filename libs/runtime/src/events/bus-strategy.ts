import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';

import { eventTypeOf, type EventClass } from '#libs/contracts';
import type { EventBus, Subscription } from '#libs/ports/event-bus/port';
import type { EventCause } from '../aggregates/cause.js';
import { ConsumerBoundary, type BoundaryObserver, type EventHandler } from './consumer-boundary.js';
import { BUS } from './on-event.js';
import type { ParkedEvents } from './parked-events.js';
import type { Turns } from './turns.js';

/**
 * Our transport for Nest: takes the handlers that `@OnEvent` registered and feeds them from any `EventBus` through the
 * consumer boundary. Nest's own event path does not wait for handlers, so it is not used.
 */
export class BusStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = BUS;
  override readonly propagatesEventHandlerErrors = true;
  private boundary: ConsumerBoundary | undefined;
  private subscription: Subscription | undefined;

  constructor(
    private readonly service: string,
    private readonly bus: EventBus,
    private readonly parked: ParkedEvents,
    private readonly observer: BoundaryObserver,
    private readonly turns: Turns | undefined,
  ) {
    super();
  }

  /** Calls back with the error when a handler cannot work: a start that fails is better than an event that is lost. */
  listen(callback: (error?: unknown) => void): void {
    this.open().then(() => callback(), callback);
  }

  async close(): Promise<void> {
    this.boundary?.close();
    await this.subscription?.close();
  }

  /** Present once listening. */
  get parking(): ConsumerBoundary {
    if (!this.boundary) throw new Error('The consumer does not listen yet');
    return this.boundary;
  }

  get topics(): readonly string[] {
    return [...new Set([...this.messageHandlers.keys()].map((type) => type.split('.')[0] as string))].sort();
  }

  on(): never {
    throw new Error('The bus has no connection events of its own');
  }

  unwrap<T>(): T {
    return this.bus as T;
  }

  private async open(): Promise<void> {
    const handlers = new Map<string, EventHandler>();
    for (const [type, handler] of this.messageHandlers) {
      const of = (handler.extras as { of?: EventClass } | undefined)?.of;
      if (!of) throw new Error(`The handler of ${type} was not made by @OnEvent`);
      if (handler.next) throw new Error(`${this.service} has two handlers of ${type}`);
      if (eventTypeOf(of).type !== type) throw new Error(`${of.name} is not ${type}`);
      handlers.set(type, { of, call: (event, cause) => run(handler, event, cause) });
    }
    const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const boundary = new ConsumerBoundary(handlers, this.parked, this.observer, pause);
    await boundary.load();
    this.boundary = boundary;
    if (handlers.size === 0) return;
    this.subscription = await this.bus.subscribe(
      { group: this.service, topics: this.topics, assigned: () => boundary.load() },
      async (message) => {
        await this.turns?.next();
        await boundary.receive(message);
      },
    );
    // Not waited for: a handler may ask a service that starts after this one.
    boundary
      .replayWhatIsKnownNow()
      .catch((error: unknown) => this.observer.waiting('what an older build parked', error));
  }
}

async function run(
  handler: (data: object, context: EventCause) => unknown,
  event: object,
  cause: EventCause,
): Promise<unknown> {
  const result = await handler(event, cause);
  return isObservable(result) ? lastValueFrom(result, { defaultValue: undefined }) : result;
}
