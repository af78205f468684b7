import pino from 'pino';
import { eventTypeOf, type EventClass, type EventEnvelope } from '#libs/contracts';
import { SqliteDocumentStore } from '#libs/ports/document-store/sqlite';
import { InProcessEventBus } from '#libs/ports/event-bus/in-process';
import { EmbeddedFollowUpQueue } from '#libs/ports/follow-up-queue/embedded';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import { MailboxMailer } from '#libs/ports/mailer/mailbox';
import { SqliteFile } from '#libs/ports/sqlite';
import {
  PeopleFirst,
  ServiceTokens,
  generateSigningKeys,
  startService,
  visitor,
  type Actor,
} from '#libs/runtime';
import { impactService } from '#libs/services/impact';
import { TestClock } from './clock.js';
import { until } from './until.js';

export type RunningImpact = Awaited<ReturnType<typeof runImpact>>;

/** The impact service with the embedded adapters in memory, on Monday 23 November 2026, called over HTTP. */
export async function runImpact() {
  const file = SqliteFile.open(':memory:');
  const clock = new TestClock(Date.parse('2026-11-23T09:00:00+01:00'));
  const store = new SqliteDocumentStore(file);
  const bus = new InProcessEventBus(file);
  const queue = new EmbeddedFollowUpQueue(clock);
  const keys = await generateSigningKeys(['gateway', 'impact']);
  const gatewayKeys = keys.get('gateway');
  if (!gatewayKeys) throw new Error('the keys were not made');
  const service = await startService(impactService, {
    ports: { store, bus, queue, clock, ids: new TimeOrderedIds(), mailer: new MailboxMailer(file, clock) },
    keys,
    peers: new Map(),
    log: pino({ level: process.env['LOG'] ?? 'silent' }),
    people: new PeopleFirst(),
  });
  const people = new ServiceTokens('gateway', gatewayKeys, Date.now);
  let told = 0;

  return {
    /** Publishes it as its service would, and waits until it is dealt with. */
    async tell(event: object, { key, seq = 1 }: { key: string; seq?: number }): Promise<void> {
      const { type, version } = eventTypeOf(event.constructor as EventClass);
      const topic = type.split('.')[0] as string;
      const envelope: EventEnvelope = {
        id: `event-${++told}`,
        type,
        version,
        time: new Date(clock.now()).toISOString(),
        key,
        seq,
        correlationId: 'a-story',
        causationId: null,
        actor: `service:${topic}`,
        owners: { regions: ['ijssel'] },
        data: event,
      };
      await bus.publish([{ topic, key, id: envelope.id, value: Buffer.from(JSON.stringify(envelope)) }]);
      const group = { group: 'impact', topics: ['directory', 'requests', 'matching'] };
      await until(async () => (await bus.lag(group)) === 0, 'the consumer');
    },
    async get(path: string, as: Actor | 'visitor') {
      const token = await people.sign(as === 'visitor' ? visitor : as, 'impact', JSON.stringify(as));
      const response = await fetch(`${service.url}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const type = response.headers.get('content-type') ?? '';
      const body: unknown = /json/.test(type) ? JSON.parse(bytes.toString()) : undefined;
      return { status: response.status, headers: response.headers, bytes, body: body as any };
    },
    async close(): Promise<void> {
      await service.close();
      await queue.close();
      await bus.close();
      await store.close();
      await file.close();
    },
  };
}
