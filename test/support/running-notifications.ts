import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { eventTypeOf, type EventClass, type EventEnvelope } from '#libs/contracts';
import { SqliteDocumentStore } from '#libs/ports/document-store/sqlite';
import { InProcessEventBus } from '#libs/ports/event-bus/in-process';
import { EmbeddedFollowUpQueue } from '#libs/ports/follow-up-queue/embedded';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import { MailboxMailer } from '#libs/ports/mailer/mailbox';
import type { Mailer } from '#libs/ports/mailer/port';
import { SqliteFile } from '#libs/ports/sqlite';
import {
  PeopleFirst,
  generateSigningKeys,
  ServiceTokens,
  startService,
  visitor,
  type Actor,
} from '#libs/runtime';
import { notificationsService } from '#libs/services/notifications';
import { TestClock } from './clock.js';
import { until } from './until.js';

interface Told {
  readonly key: string;
  readonly seq: number;
  readonly actor?: string;
}

export interface StoredNotification {
  readonly id: string;
  readonly state: {
    readonly phase: string;
    readonly why: string | null;
    readonly recipient: string;
    readonly leader: string | null;
    readonly subject: { readonly template: string };
  };
}

export type RunningNotifications = Awaited<ReturnType<typeof runNotifications>>;

/**
 * The notifications service with the embedded adapters in memory. What it reads from other services comes from `owners`:
 * the answers by `<service><path>`; a service named in `away` cannot be reached.
 */
export async function runNotifications(
  wrap: (mailer: Mailer) => Mailer = (mailer) => mailer,
  { undoMs = 0 }: { undoMs?: number } = {},
) {
  const owners = new Map<string, unknown>();
  const away = new Set<string>();
  const server = createServer(({ url = '' }, response) => {
    if (away.has(url.split('/')[1] ?? '')) return void response.socket?.destroy();
    const answer = owners.get(url.slice(1));
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const file = SqliteFile.open(':memory:');
  const clock = new TestClock(Date.parse('2026-11-23T09:00:00+01:00'));
  const store = new SqliteDocumentStore(file);
  const bus = new InProcessEventBus(file);
  const queue = new EmbeddedFollowUpQueue(clock);
  const mailbox = new MailboxMailer(file, clock);
  const keys = await generateSigningKeys(['gateway', 'notifications']);
  const gatewayKeys = keys.get('gateway');
  if (!gatewayKeys) throw new Error('the keys were not made');
  const address = { publicUrl: 'https://leerbrug.test' };
  const definition = notificationsService({
    publicUrl: () => address.publicUrl,
    secret: 'a secret of the tests',
    undoMs,
  });
  const [declaration] = definition.aggregates;
  if (!declaration) throw new Error('notifications keeps nothing');
  const service = await startService(definition, {
    ports: { store, bus, queue, clock, ids: new TimeOrderedIds(), mailer: wrap(mailbox) },
    keys,
    peers: new Map(
      ['directory', 'requests', 'offers', 'matching', 'impact', 'audit'].map((name) => [
        name,
        `${base}/${name}`,
      ]),
    ),
    log: pino({ level: process.env['LOG'] ?? 'silent' }),
    people: new PeopleFirst(),
  });
  const people = new ServiceTokens('gateway', gatewayKeys, Date.now);

  async function send(path: string, as: Actor | 'visitor', { headers, ...sent }: RequestInit) {
    const token = await people.sign(as === 'visitor' ? visitor : as, 'notifications', JSON.stringify(as));
    const response = await fetch(`${service.url}${path}`, {
      ...sent,
      headers: { authorization: `Bearer ${token}`, ...(headers as Record<string, string>) },
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return {
      status: response.status,
      type,
      location: response.headers.get('location'),
      text,
      body: (/json/.test(type) ? JSON.parse(text) : {}) as never,
    };
  }

  return {
    owners,
    away,
    bus,
    address,
    store,
    service,
    clock,

    /** Publishes it as its service would; the same told twice is the same event. */
    async tell(event: object, { key, seq, actor = 'service:matching' }: Told): Promise<void> {
      const { type, version } = eventTypeOf(event.constructor as EventClass);
      const envelope: EventEnvelope = {
        id: `${key}-${seq}-${Math.random()}`,
        type,
        version,
        time: new Date(clock.now()).toISOString(),
        key,
        seq,
        correlationId: 'a-story',
        causationId: null,
        actor,
        owners: { regions: ['region'] },
        data: event,
      };
      await bus.publish([
        {
          topic: type.split('.')[0] ?? '',
          key,
          id: envelope.id,
          value: Buffer.from(JSON.stringify(envelope)),
        },
      ]);
    },
    /** Waits until every event is dealt with and whatever is due by now was tried. */
    async settled(): Promise<void> {
      const group = { group: 'notifications', topics: ['matching', 'requests', 'directory'] };
      await until(async () => (await bus.lag(group)) === 0, 'the consumer');
      await service.due.sweep();
    },
    /** Moves the clock there, and what falls due until then happens: follow-ups first, then the mails they ask for. */
    async at(moment: string): Promise<void> {
      clock.advance(Date.parse(moment) - clock.now());
      await this.settled();
      await this.settled();
    },
    /** Oldest first. */
    async mails() {
      return (await mailbox.deliveries({ limit: 1000 })).toReversed();
    },
    /** Every stored notification of these matches. */
    async stored(matchId: string): Promise<readonly StoredNotification[]> {
      const page = await store.find(declaration.collection, 'byMatch', { equals: matchId, limit: 1000 });
      return page.items as unknown as readonly StoredNotification[];
    },
    get: (path: string, as: Actor | 'visitor') => send(path, as, {}),
    /** With a new key, unless the headers have one. */
    post: (path: string, as: Actor | 'visitor', body?: unknown, headers: Record<string, string> = {}) =>
      send(path, as, {
        method: 'POST',
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          'idempotency-key': `${Math.random()}`,
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    send,
    async close(): Promise<void> {
      await service.close();
      await queue.close();
      await bus.close();
      await store.close();
      await file.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
