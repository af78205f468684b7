import pino from 'pino';
import { directoryService, DirectorySeed } from '#libs/services/directory';
import { SystemClock } from '#libs/ports/clock/system';
import { SqliteDocumentStore } from '#libs/ports/document-store/sqlite';
import type { DocumentStore } from '#libs/ports/document-store/port';
import { InProcessEventBus } from '#libs/ports/event-bus/in-process';
import { EmbeddedFollowUpQueue } from '#libs/ports/follow-up-queue/embedded';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import { MailboxMailer } from '#libs/ports/mailer/mailbox';
import { SqliteFile } from '#libs/ports/sqlite';
import {
  PeopleFirst,
  generateSigningKeys,
  ServiceTokens,
  startService,
  visitor,
  type Actor,
} from '#libs/runtime';
import { until } from './until.js';

export interface Reply<T> {
  readonly status: number;
  readonly etag: string | null;
  readonly body: T;
}

interface Sent {
  readonly as: Actor | 'visitor' | 'service';
  readonly key?: string | null;
  readonly ifMatch?: string;
}

interface Told {
  readonly type: string;
  readonly key: string;
  readonly seq: number;
  readonly data: Record<string, unknown>;
}

export type RunningDirectory = Awaited<ReturnType<typeof runDirectory>>;

export const operator: Actor = { id: 'an-operator', roles: [{ role: 'operator', regionIds: [] }] };

export function coordinatorOf(...regionIds: string[]): Actor {
  return { id: 'a-coordinator', roles: [{ role: 'coordinator', regionIds }] };
}

/** The directory with the embedded adapters, in memory unless a folder is given, called over HTTP as the gateway does. */
export async function runDirectory(folder = ':memory:', wrap = (store: DocumentStore) => store) {
  const file = SqliteFile.open(folder);
  const clock = new SystemClock();
  const keys = await generateSigningKeys(['gateway', 'directory', 'matching']);
  const [gatewayKeys, matchingKeys] = [keys.get('gateway'), keys.get('matching')];
  if (!gatewayKeys || !matchingKeys) throw new Error('the keys were not made');
  const bus = new InProcessEventBus(file);
  const store = wrap(new SqliteDocumentStore(file));
  const queue = new EmbeddedFollowUpQueue(clock);
  const mailer = new MailboxMailer(file, clock);
  const told: Told[] = [];
  // A group that never listened lags behind by everything ever published.
  const everPublished = () => bus.lag({ group: 'nobody', topics: ['directory'] });
  const before = await everPublished();
  await bus.follow(['directory'], async ({ value }) => {
    if (value) told.push(JSON.parse(Buffer.from(value).toString()) as Told);
  });
  const service = await startService(
    directoryService({ publicUrl: () => 'http://localhost', secret: 'a secret of tests' }),
    {
      ports: { store, bus, queue, clock, ids: new TimeOrderedIds(), mailer },
      keys,
      peers: new Map(),
      log: pino({ level: process.env['LOG'] ?? 'silent' }),
      people: new PeopleFirst(),
    },
  );
  const people = new ServiceTokens('gateway', gatewayKeys, () => clock.now());
  const services = new ServiceTokens('matching', matchingKeys, () => clock.now());
  let keyNumber = 0;

  const send = async <T>(method: string, path: string, sent: Sent, body?: unknown): Promise<Reply<T>> => {
    const { as, key = `key-${++keyNumber}` } = sent;
    const token =
      as === 'service'
        ? await services.signAsService('directory')
        : await people.sign(as === 'visitor' ? visitor : as, 'directory', JSON.stringify(as));
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' && key !== null ? { 'idempotency-key': key } : {}),
        ...(sent.ifMatch ? { 'if-match': sent.ifMatch } : {}),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: (text === '' ? undefined : JSON.parse(text)) as T,
    };
  };

  return {
    seed: service.app.get(DirectorySeed, { strict: false }),
    store,
    bus,
    service,
    mailer,
    /** Events on the bus so far, once all that was written has left. */
    async told(): Promise<readonly Told[]> {
      await service.relay.idle();
      const published = (await everPublished()) - before;
      await until(async () => told.length >= published, 'every event to arrive');
      return told;
    },
    get: <T>(path: string, as: Sent['as'] = operator) => send<T>('GET', path, { as }),
    post: <T>(path: string, sent: Sent, body: unknown) => send<T>('POST', path, sent, body),
    remove: <T>(path: string, as: Sent['as'] = operator) => send<T>('DELETE', path, { as }),
    patch: <T>(path: string, sent: Sent, body: unknown) => send<T>('PATCH', path, sent, body),
    async close() {
      await service.close();
      await queue.close();
      await bus.close();
      await store.close();
      await file.close();
    },
  };
}
