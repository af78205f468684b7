import type { Collection, DocumentStore, StoredDocument } from '#libs/ports/document-store/port';
import type { BusMessage, MessageHandler, SubscribeOptions } from '#libs/ports/event-bus/port';
import type { Mail } from '#libs/ports/mailer/port';
import type { Ports } from '#libs/runtime';
import { withoutSeen, wrapped } from './around.js';
import type { Calendar, Hold, Notification, Stored } from './documents.js';

type Document = StoredDocument & { readonly ver: number };
type Write = (collection: Collection<Document>, document: Document) => Promise<void>;

const later = (milliseconds: number, what: () => Promise<unknown>) =>
  void setTimeout(() => void what().catch(() => undefined), milliseconds);

const isWrite = (method: string) => method === 'insert' || method === 'replace';
const argumentsOf = (args: unknown[]) => args as Parameters<Write>;

/** A store each of whose writes goes through `write`. */
function withWrites(
  ports: Ports,
  write: (call: {
    method: string;
    name: string;
    collection: Collection<Document>;
    document: Document;
    go: (...instead: unknown[]) => Promise<unknown>;
    store: DocumentStore;
  }) => unknown,
): Ports {
  const store = wrapped(ports.store, (method, args, go) => {
    if (!isWrite(method)) return go();
    const [collection, document] = argumentsOf(args);
    return write({ method, name: collection.name, collection, document, go, store: ports.store });
  });
  return { ...ports, store };
}

const entriesOf = (document: unknown) =>
  Object.values((document as Calendar).slots).flatMap(({ entries }) => entries);

/**
 * Bugs that the harness must catch: each spoils the ports of a process that is otherwise as it is delivered. None of them
 * can be switched on outside `test/faults`.
 */
export const planted = {
  'the relay forgets before the bus took it': (ports: Ports): Ports => ({
    ...ports,
    bus: wrapped(ports.bus, (method, _args, go) => {
      if (method !== 'publish') return go();
      later(100, go);
      return Promise.resolve();
    }),
  }),

  'seen-marks apart from state': withoutSeen,

  'a blind hold': (ports: Ports): Ports =>
    withWrites(ports, async ({ method, name, collection, document, go, store }) => {
      if (name !== 'offers.calendars' || method !== 'replace') return go();
      // Somebody else may have written in between: it does not look.
      const current = await store.get(collection, document.id);
      await new Promise((resolve) => setTimeout(resolve, 60));
      const newest = (await store.get(collection, document.id)) ?? current;
      return go(collection, { ...document, ver: (newest?.ver ?? 0) + 1 });
    }),

  'the cursor moves before the handler': (ports: Ports): Ports => ({
    ...ports,
    bus: wrapped(ports.bus, (method, args, go) => {
      if (method !== 'subscribe') return go();
      const [options, handler] = args as [SubscribeOptions, MessageHandler];
      return go(options, (message: BusMessage) => {
        later(100, async () => handler(message));
        return Promise.resolve();
      });
    }),
  }),

  'acknowledged before commit': (ports: Ports): Ports =>
    withWrites(ports, ({ method, name, go }) => {
      if (name !== 'requests.requests' || method !== 'insert') return go();
      later(30, go);
      return Promise.resolve();
    }),

  'a hold freed by the clock': (ports: Ports): Ports =>
    withWrites(ports, async ({ name, collection, document, go, store }) => {
      await go();
      if (name !== 'offers.calendars') return;
      const keys = new Set(entriesOf(document).map(({ key }) => key));
      later(3_000, async () => {
        const now = await store.get(collection, document.id);
        if (!now) return;
        const { slots } = now as unknown as Calendar;
        const freed = Object.entries(slots).map(([id, slot]) => [
          id,
          { ...slot, entries: slot.entries.filter(({ key }) => !keys.has(key)) },
        ]);
        await store.replace(collection, {
          ...now,
          ver: now.ver + 1,
          slots: Object.fromEntries(freed),
        } as Document);
      });
    }),

  'a hold is not given back after a refusal': (ports: Ports): Ports => {
    const held = new Set<string>();
    return withWrites(ports, async ({ name, collection, document, go, store }) => {
      if (name === 'offers.holds')
        for (const { phase, question } of (document as unknown as Hold).state.sets)
          if (phase === 'held' || phase === 'giving-back') held.add(`${document.id}#${question}`);
      if (name !== 'offers.demands') return go();
      const before = await store.get(collection, document.id);
      const keys = (each: unknown) =>
        ((each as { entries?: { key: string }[] } | undefined)?.entries ?? []).map(({ key }) => key);
      const kept = new Set(keys(document));
      const given = keys(before).filter((key) => !kept.has(key));
      return given.some((key) => !held.has(key)) ? undefined : go();
    });
  },

  'the queue is the only truth': (ports: Ports): Ports => ({
    ...ports,
    store: wrapped(ports.store, (method, args, go) =>
      method === 'due' && args[1] === 'nextAt' ? Promise.resolve([]) : go(),
    ),
  }),

  'a mail is sent before its document': (ports: Ports): Ports => {
    const sent = new Set<string>();
    const spoiled = withWrites(ports, async ({ method, name, document, go }) => {
      if (name !== 'notifications.notifications' || method !== 'insert') return go();
      const { state } = document as unknown as Notification;
      if (state.phase === 'waiting') {
        const to = { name: 'Tess', email: 'teacher@leerbrug.test' };
        const mail = { messageId: state.messageId, to, subject: 'Vraag', text: 'Vraag', attachments: [] };
        await ports.mailer.send(mail as unknown as Mail);
        sent.add(state.messageId);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      return go();
    });
    return {
      ...spoiled,
      mailer: wrapped(ports.mailer, (method, args, go) => {
        const [mail] = args as [Mail?];
        return method === 'send' && mail && sent.has(mail.messageId) ? Promise.resolve() : go();
      }),
    };
  },

  'a GET that changes something': (ports: Ports): Ports => {
    const writtenAt = new Map<string, number>();
    return {
      ...ports,
      store: wrapped(ports.store, async (method, args, go) => {
        const [collection, about] = args as [Collection<Document>, Document | string];
        if (isWrite(method)) writtenAt.set((about as Document).id, performance.now());
        const found = (await go()) as (Document & Stored<object>) | undefined;
        if (method !== 'get' || collection.name !== 'requests.requests' || !found) return found;
        // Whoever reads in order to write would do so at once.
        if (performance.now() - (writtenAt.get(found.id) ?? 0) < 2_000) return found;
        const looked = { ...found, ver: found.ver + 1, state: { ...found.state, looked: found.ver } };
        await ports.store.replace(collection, looked).catch(() => undefined);
        return looked;
      }),
    };
  },
} as const;

export type Planted = keyof typeof planted;
export const everyPlanted = Object.keys(planted) as Planted[];
