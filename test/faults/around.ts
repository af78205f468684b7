import { Unavailable, type EventEnvelope } from '#libs/contracts';
import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import type { BusMessage, MessageHandler, SubscribeOptions } from '#libs/ports/event-bus/port';
import type { Ports } from '#libs/runtime';
import type { AnyDocument } from './documents.js';

/** What a wrapper does around one call of a port; `go` makes the call, with other arguments if given. */
type Around = (method: string, args: unknown[], go: (...instead: unknown[]) => Promise<unknown>) => unknown;

/** The same port, each of its calls passed through `around`. */
export function wrapped<T extends object>(port: T, around: Around): T {
  return new Proxy(port, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name, target);
      if (typeof own !== 'function') return own;
      return (...args: unknown[]) =>
        around(String(name), args, (...instead) => own.apply(target, instead.length > 0 ? instead : args));
    },
  });
}

/** One thing that a process did to the world outside it. */
export interface Act {
  readonly op: 'insert' | 'replace' | 'publish' | 'send';
  /** The collection, or the topic. */
  readonly on: string;
  readonly document: StoredDocument & AnyDocument;
  readonly events: readonly EventEnvelope[];
}

const killed = () => new Unavailable('a process that was killed');

/** A process that ends right after a certain act: whatever it tries afterwards has no effect and no answer. */
export class Mortal {
  dead = false;

  constructor(private readonly lastAct: (act: Act) => boolean = () => false) {}

  around(ports: Ports): Ports {
    const guarded = <T extends object>(
      port: T,
      acted: (method: string, args: unknown[]) => Act | undefined,
    ): T =>
      wrapped(port, async (method, args, go) => {
        if (method === 'close') return go();
        if (this.dead) throw killed();
        const result = await go();
        const act = acted(method, args);
        if (act && !this.dead && this.lastAct(act)) this.dead = true;
        if (this.dead && act) throw killed();
        return result;
      });
    const nothing = { id: '', ver: 0, nextAt: null, unsent: null };
    return {
      ...ports,
      store: guarded(ports.store, (method, args) => {
        if (method !== 'insert' && method !== 'replace') return undefined;
        const [{ name }, document] = args as [Collection<StoredDocument>, StoredDocument];
        return { op: method, on: name, document, events: [] };
      }),
      bus: guarded(ports.bus, (method, [messages]) =>
        method === 'publish' ? published(messages as BusMessage[]) : undefined,
      ),
      mailer: wrapped(ports.mailer, async (method, args, go) => {
        if (method !== 'send') return go();
        if (this.dead) throw killed();
        await go();
        this.dead ||= this.lastAct({ op: 'send', on: 'mail', document: nothing, events: [] });
        if (this.dead) throw killed();
        return undefined;
      }),
    };
  }
}

function published(messages: readonly BusMessage[]): Act {
  const events = messages.map(({ value }) => JSON.parse(String(Buffer.from(value ?? '{}'))) as EventEnvelope);
  return {
    op: 'publish',
    on: messages[0]?.topic ?? '',
    document: { id: '', ver: 0, nextAt: null, unsent: null },
    events,
  };
}

/** Notes who subscribes to what, so that a test can ask how far each is. */
export function noting(groups: SubscribeOptions[]) {
  return (ports: Ports): Ports => ({
    ...ports,
    bus: wrapped(ports.bus, (method, args, go) => {
      if (method === 'subscribe') groups.push(args[0] as SubscribeOptions);
      return go();
    }),
  });
}

/** Every event reaches every consumer twice. */
export function twice(ports: Ports): Ports {
  return {
    ...ports,
    bus: wrapped(ports.bus, (method, args, go) => {
      if (method !== 'subscribe') return go();
      const [options, handler] = args as [SubscribeOptions, MessageHandler];
      return go(options, async (message: BusMessage) => {
        await handler(message);
        await handler(message);
      });
    }),
  };
}

/** Planted bug: the relay is told that the bus has its events before the bus has them; a crash in between loses them. */
export function forgetfulBus(process: Mortal) {
  return (ports: Ports): Ports => ({
    ...ports,
    bus: wrapped(ports.bus, async (method, _args, go) => {
      if (method !== 'publish') return go();
      setTimeout(() => void (process.dead || go().catch(() => undefined)), 20);
      return undefined;
    }),
  });
}

/** Planted bug: what was heard already is not stored with the state. */
export function withoutSeen(ports: Ports): Ports {
  return {
    ...ports,
    store: wrapped(ports.store, (method, args, go) => {
      const [collection, document] = args as [unknown, object?];
      const strips = (method === 'insert' || method === 'replace') && document && 'seen' in document;
      return strips ? go(collection, { ...document, seen: {} }) : go();
    }),
  };
}
