import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubscribeOptions } from '#libs/ports/event-bus/port';
import { SqliteFile } from '#libs/ports/sqlite';
import type { Ports } from '#libs/runtime';
import { directoryService } from '#libs/services/directory';
import { PlannerHere, matchingService } from '#libs/services/matching';
import { notificationsService } from '#libs/services/notifications';
import { offersService } from '#libs/services/offers';
import { requestsService } from '#libs/services/requests';
import type { Answered } from '../support/caller.js';
import { RunningClock } from '../support/clock.js';
import { aRequest, aWorld, anOffer, type PersonName, type World } from '../support/world.js';
import { Mortal, noting } from './around.js';

/** Stands still, so that two plays of one story tell the same times. */
class StillClock extends RunningClock {
  private at = Date.parse('2026-11-23T09:00:00+01:00');
  override now(): number {
    return this.at;
  }
  override advance(milliseconds: number): void {
    this.at += milliseconds;
  }
}

const collections = [
  directoryService({ publicUrl: () => '', secret: '' }),
  requestsService,
  offersService,
  matchingService(new PlannerHere()),
  notificationsService({ publicUrl: () => '', secret: 'faults' }),
].flatMap(({ aggregates }) => aggregates.map(({ collection }) => collection));

/** The process died while a test waited for it. */
class Died extends Error {}

type Around = (ports: Ports) => Ports;

/** A Leerbrug on a folder that outlives its process. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'leerbrug-story-'));
  readonly clock = new StillClock();
  private groups: SubscribeOptions[] = [];
  private running: World | undefined;
  private process = new Mortal();

  get world(): World {
    if (!this.running) throw new Error('nothing is running');
    return this.running;
  }

  async start(process = new Mortal(), around: Around = (ports) => ports): Promise<void> {
    this.process = process;
    this.groups = [];
    const note = noting(this.groups);
    this.running = await aWorld({
      data: this.folder,
      clock: this.clock,
      around: (ports) => note(process.around(around(ports))),
    });
    await this.settled();
  }

  async stop(): Promise<void> {
    await this.running?.close();
    this.running = undefined;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Every consumer starts again from the first event: none of the places they had reached was saved. */
  forgetCursors(): void {
    const file = SqliteFile.open(this.folder);
    file.writeNow((statements) => statements('delete from cursor').run());
    void file.close();
  }

  /** Waits until nothing is on its way; what falls due within half a minute is made to. @throws Died */
  async settled(): Promise<void> {
    const { embedded } = this.world;
    for (;;) {
      if (this.process.dead) throw new Died();
      for (const { relay, due } of embedded.services.values()) {
        await relay.sweep();
        await relay.idle();
        await due.sweep();
      }
      const lags = await Promise.all(this.groups.map((group) => embedded.ports.bus.lag(group)));
      const next = await this.nextThing();
      if (lags.every((lag) => lag === 0) && next === undefined) return;
      if (lags.every((lag) => lag === 0) && next !== undefined)
        this.clock.advance(Math.max(0, next - this.clock.now()));
      await new Promise(setImmediate);
    }
  }

  private async nextThing(): Promise<number | undefined> {
    const { store } = this.world.embedded.ports;
    const soon = this.clock.now() + 30_000;
    let next: number | undefined;
    for (const collection of collections) {
      for (const field of ['unsent', 'nextAt'] as const) {
        const [first] = await store.due(collection, field, soon, 1);
        const at = first?.[field];
        if (at != null && at < (next ?? Infinity)) next = at;
      }
    }
    return next;
  }

  /**
   * Does it under that key, again after each death, until it is acknowledged and everything has come to rest.
   * @throws when it is refused
   */
  async step(who: PersonName, path: string, body: object, key: string): Promise<Answered> {
    for (;;) {
      try {
        const answer = await this.world[who].post(path, body, { 'idempotency-key': key });
        await this.settled();
        if (answer.status < 300) return answer;
        if (answer.status < 500 && answer.status !== 422) throw new Error(`${path}: ${answer.body.code}`);
      } catch (error) {
        if (!this.process.dead) throw error;
      }
      if (this.process.dead) {
        await this.stop();
        await this.start();
      }
    }
  }

  /** All that is stored and was mailed, times and places in line apart. */
  async dump(): Promise<Record<string, unknown>> {
    const { file } = this.world.embedded;
    const names = file.statement("select name from collections where name not glob 'directory.*'").all();
    const stored = names.map(({ name }) => {
      const rows = file.statement(`select body from "${String(name)}" order by id`).all();
      const documents = rows.map(({ body }) => timeless(JSON.parse(String(body))));
      return [String(name), anonymous[String(name)]?.(documents) ?? documents];
    });
    const mails = file.statement('select recipient, mail from mailbox').all();
    const sent = mails.map(({ recipient, mail }) => {
      const { subject, messageId } = JSON.parse(String(mail)) as { subject: string; messageId: string };
      return `${messageId} ${String(recipient)} ${subject}`;
    });
    return { ...(Object.fromEntries(stored) as object), mails: sent.sort() };
  }
}

type Document = Record<string, unknown>;

/** What is named by chance differs from run to run: told apart by what it says. */
const anonymous: Readonly<Record<string, (documents: Document[]) => unknown[]>> = {
  // The directory is made anew at every start.
  'audit.entries': (entries) =>
    entries
      .filter(({ source }) => !String(source).startsWith('directory/'))
      .map(({ action, actor, source, seq, fields }) => JSON.stringify({ action, actor, source, seq, fields }))
      .sort(),
  // A mail that had to be written again has links of its own; nobody ever saw those before.
  'notifications.action-links': (links) => [
    ...new Set(links.map(({ state }) => JSON.stringify(linkOf(state as Document))).sort()),
  ],
  // Waiting for somebody who could not be reached is a revision too.
  'notifications.notifications': (made) => made.map(({ rev: _, ...told }) => told),
};

const linkOf = ({ matchId, subject, question, side, recipient }: Document) => ({
  matchId,
  subject,
  question,
  side,
  recipient,
});

const unstable = [
  'ver',
  'at',
  'nextAt',
  'until',
  'sentAt',
  'answerBy',
  'postedAt',
  'createdAt',
  'tries',
  'waits',
  'madeAt',
  'dueAt',
  'deliveredAt',
  'nudgeAt',
  'attentionAt',
  'releaseAt',
  'attentionSince',
];

function timeless(document: Document): Document {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) => {
      if (unstable.includes(key)) return undefined;
      // The same story told after an outage: whose order is kept per source only.
      return key === 'seen' ? sortedKeys(value as Record<string, number>) : value;
    }),
  ) as Document;
}

const sortedKeys = (map: Record<string, number>) =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));

const day = (date: number) => `2027-01-${date}`;
const slot = (date: number) => ({
  start: `${day(date)}T08:30:00+01:00`,
  end: `${day(date)}T12:00:00+01:00`,
  groups: 1,
});

/** An offer with slots on four days, published. Gives the ids of its slots. */
async function offered(stage: Stage): Promise<string[]> {
  const slots = [12, 14, 19, 21].map(slot);
  const offer = await stage.step('partner', '/api/offers', anOffer({ slots }), 'offer');
  const published = await stage.step('partner', `/api/offers/${offer.body.id}/publish`, {}, 'publish');
  return published.body.slots.map(({ id }: { id: string }) => id);
}

/** A request of that name, and its match on that slot, asked of both. */
async function asked(stage: Stage, name: string, slotId: string) {
  const groups = [{ sector: 'po', grades: ['7'], pupils: 20, name }];
  const request = await stage.step('teacher', '/api/requests', aRequest({ groups }), `post ${name}`);
  const approval = { requestId: request.body.id, slotId };
  const match = await stage.step('coordinator', '/api/matches', approval, `approve ${name}`);
  return { requestId: request.body.id as string, match: `/api/matches/${match.body.id}` };
}

/** From request to a confirmed appointment that is called off again. */
export async function shortStory(stage: Stage): Promise<void> {
  const [first] = await offered(stage);
  const { match } = await asked(stage, 'a', first as string);
  await stage.step('partner', `${match}/accept`, { start: `${day(12)}T09:00:00+01:00` }, 'yes');
  await stage.step('teacher', `${match}/accept`, {}, 'yes too');
  await stage.step('teacher', `${match}/cancel`, { reason: 'De klas is op kamp.' }, 'cancel');
}

/** Every way a match can go: confirmed, countered, declined, cancelled, withdrawn, released. */
export async function fullStory(stage: Stage): Promise<void> {
  const [first, second, third, fourth] = (await offered(stage)) as [string, string, string, string];
  const yes = (date: number, hour: string) => ({ start: `${day(date)}T${hour}:00+01:00` });

  const kept = await asked(stage, 'kept', first);
  await stage.step('partner', `${kept.match}/accept`, yes(12, '09:00'), 'kept 1');
  await stage.step('teacher', `${kept.match}/counter`, yes(12, '10:00'), 'kept 2');
  await stage.step('partner', `${kept.match}/accept`, {}, 'kept 3');

  const cancelled = await asked(stage, 'cancelled', second);
  await stage.step('teacher', `${cancelled.match}/accept`, yes(14, '09:00'), 'cancelled 1');
  await stage.step('partner', `${cancelled.match}/accept`, {}, 'cancelled 2');
  await stage.step('partner', `${cancelled.match}/cancel`, { reason: 'Ziek.' }, 'cancelled 3');

  const declined = await asked(stage, 'declined', second);
  await stage.step('partner', `${declined.match}/decline`, { reason: 'Geen tijd.' }, 'declined');

  const withdrawn = await asked(stage, 'withdrawn', third);
  const request = `/api/requests/${withdrawn.requestId}`;
  await stage.step('teacher', `${request}/withdraw`, { reason: 'Niet nodig.' }, 'withdrawn');

  await asked(stage, 'released', fourth);
  // A reminder, the coordinator, and then the end: each in its turn.
  for (let days = 0; days < 24; days += 4) {
    stage.clock.advance(4 * 24 * 60 * 60_000);
    await stage.settled();
  }
}

/** Plays it in a process of its own, and again in the next where one dies. Gives what is there at the end. */
export async function played(
  story: (stage: Stage) => Promise<void>,
  process = new Mortal(),
  around?: Around,
): Promise<Record<string, unknown>> {
  const stage = new Stage();
  try {
    await stage.start(process, around);
    await story(stage);
    return await stage.dump();
  } finally {
    await stage.end();
  }
}
