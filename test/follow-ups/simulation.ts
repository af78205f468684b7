import pino from 'pino';
import type { EventEnvelope, QuestionDelivered, QuestionUndeliverable } from '#libs/contracts';
import type { DocumentStore } from '#libs/ports/document-store/port';
import type { FollowUp } from '#libs/ports/follow-up-queue/port';
import { SqliteDocumentStore } from '#libs/ports/document-store/sqlite';
import { InProcessEventBus } from '#libs/ports/event-bus/in-process';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import type { Mailer } from '#libs/ports/mailer/port';
import { SqliteFile } from '#libs/ports/sqlite';
import { PeopleFirst, ServiceReads, generateSigningKeys, startService } from '#libs/runtime';
import { notificationsService } from '#libs/services/notifications';
import { TestClock } from '../support/clock.js';
import { Agenda } from './agenda.js';
import { AgendaQueue } from './agenda-queue.js';
import type { Answer } from './owner-answers.js';
import { Owners, type OwnersBroken } from './owners.js';
import type { Chance } from './random.js';
import type { Region } from './region.js';

const listens = { group: 'notifications', topics: ['matching', 'requests', 'directory'] };
const owned = { group: 'owners', topics: ['notifications'] };

/** Twists what is stored; what is due at another moment then is woken at that moment by `wake`. */
export type Around = (store: DocumentStore, wake: (followUp: FollowUp, at: number) => void) => DocumentStore;

export interface Surroundings {
  readonly from: number;
  readonly region: Region;
  readonly chance: Chance;
  readonly mailer: Mailer;
  readonly undoMs?: number;
  readonly broken?: OwnersBroken;
  /** What stands between the notifications and their store. */
  readonly around?: Around;
}

export type Simulation = Awaited<ReturnType<typeof simulate>>;

/**
 * The notifications service as it is, with owners in memory, on a clock that hops from one moment at which anything
 * happens to the next. Reads of the owners stay in the process; events travel on the bus.
 */
export async function simulate(given: Surroundings) {
  const clock = new TestClock(given.from);
  const now = () => clock.now();
  const agenda = new Agenda();
  const owners = new Owners({
    region: given.region,
    agenda,
    now,
    chance: given.chance,
    broken: given.broken ?? {},
  });
  const file = SqliteFile.open(':memory:');
  const store = new SqliteDocumentStore(file);
  const bus = new InProcessEventBus(file);
  const queue = new AgendaQueue(agenda);
  const failures: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) });
  const service = await startService(
    notificationsService({
      publicUrl: () => 'https://leerbrug.test',
      secret: 'a secret of the tests',
      ...(given.undoMs === undefined ? {} : { undoMs: given.undoMs }),
    }),
    {
      ports: {
        ...{ bus, queue, clock, ids: new TimeOrderedIds(), mailer: given.mailer },
        store: given.around?.(store, (followUp, at) => queue.wakeAlso(followUp, at)) ?? store,
      },
      keys: await generateSigningKeys(['notifications']),
      peers: new Map(),
      log,
      people: new PeopleFirst(),
    },
  );
  const hear = (value: Uint8Array): void => {
    const { type, data } = JSON.parse(Buffer.from(value).toString()) as EventEnvelope;
    if (type === 'notifications.question-delivered') {
      const { matchId, question, side, at } = data as QuestionDelivered;
      owners.delivered(matchId, { question, side, at: Date.parse(at) });
    }
    if (type === 'notifications.question-undeliverable') {
      const { matchId, question, side, why } = data as QuestionUndeliverable;
      owners.undeliverable(matchId, { question, side, why });
    }
  };
  await bus.subscribe(owned, async ({ value }) => {
    try {
      if (value) hear(value);
    } catch (error) {
      // The bus would bring it again for ever.
      failures.push(String((error as Error).stack));
    }
  });

  async function isQuiet(): Promise<boolean> {
    if (owners.outgoing.length > 0) {
      const told = owners.outgoing;
      owners.outgoing = [];
      await bus.publish(told);
    }
    await queue.idle();
    await service.relay.idle();
    const isIdle = queue.isIdle && owners.outgoing.length === 0;
    return isIdle && (await bus.lag(listens)) + (await bus.lag(owned)) === 0;
  }

  /** Everything that is due by now has happened, and what came of it. */
  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      const busy = agenda.doUntil(clock.now());
      quiet = (await isQuiet()) && !busy ? quiet + 1 : 0;
      await new Promise(setImmediate);
    }
  }

  return {
    ...{ clock, now, agenda, owners, store, service, failures, settle },
    /** From now on reads of the owners are answered by it. */
    answer(with_: Answer): void {
      const reads = service.app.get(ServiceReads, { strict: false });
      reads.get = <T>(name: string, path: string) => Promise.resolve(with_(name, path) as T | undefined);
    },
    /** Hops from moment to moment until then. */
    async until(end: number): Promise<void> {
      await settle();
      while (agenda.next <= end) {
        clock.advance(Math.max(0, agenda.next - clock.now()));
        await settle();
      }
      clock.advance(Math.max(0, end - clock.now()));
      await settle();
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
