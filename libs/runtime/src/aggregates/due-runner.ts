import TinyQueue from 'tinyqueue';
import type { Clock } from '#libs/ports/clock/port';
import { StaleVersion, type DocumentStore } from '#libs/ports/document-store/port';
import type { FollowUpQueue } from '#libs/ports/follow-up-queue/port';
import { isOutage } from './relay.js';
import type { Aggregate, AggregateDeclaration } from './aggregate.js';
import type { DueCause } from './cause.js';
import type { PeopleFirst } from './people-first.js';

const sweepEvery = 15_000;
const sweptAtOnce = 500;
/** More would only take the thread from people who wait for an answer. */
const runAtOnce = 4;
const retryAfterMinutes = [1, 5, 30];

/** Deals with what fell due of one document. Afterwards its `nextAt` must have moved. */
export type DueHandler<S> = (document: Aggregate<S>, cause: DueCause) => Promise<unknown>;

interface Registration {
  readonly declaration: AggregateDeclaration<unknown>;
  readonly handler: DueHandler<unknown>;
}

interface Waiting {
  /** When it fell due, epoch ms: a process that is always being restarted knows how long others have waited. */
  readonly since: number;
  readonly nth: number;
  readonly begin: () => void;
}

/** Told of a document whose due handler failed four times; its `nextAt` is empty from then on. */
export type GiveUp = (
  declaration: AggregateDeclaration<unknown>,
  document: Aggregate<unknown>,
  error: unknown,
) => Promise<void>;

/**
 * Runs what falls due. The documents' `nextAt` is the truth and is swept every 15 s; the queue only wakes us sooner.
 * A failing handler is tried again after 1, 5 and 30 minutes and then given up, so that one bad document never stops
 * the others.
 */
export class DueRunner {
  private readonly registrations = new Map<string, Registration>();
  private readonly running = new Map<string, Promise<void>>();
  /** Those running that were woken once more. */
  private readonly again = new Set<string>();
  /** Those running of which nothing was written yet. */
  private readonly untouched = new Set<string>();
  /** Whoever has waited longest in front: what was made a moment ago does not pass what a sweep found before. */
  private readonly waiting = new TinyQueue<Waiting>([], (a, b) => a.since - b.since || a.nth - b.nth);
  private came = 0;
  private readonly resting = new Set<NodeJS.Timeout>();
  private free = runAtOnce;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly service: string,
    private readonly store: DocumentStore,
    private readonly queue: FollowUpQueue,
    private readonly clock: Clock,
    private readonly giveUp: GiveUp,
    private readonly failed: (error: unknown) => void,
    private readonly people: PeopleFirst,
  ) {}

  handle<S>(declaration: AggregateDeclaration<S>, handler: DueHandler<S>): void {
    this.registrations.set(declaration.name, {
      declaration: declaration,
      handler: handler as DueHandler<unknown>,
    });
  }

  async start(): Promise<void> {
    for (const name of this.registrations.keys()) {
      await this.queue.handle(name, async ({ id }) => this.look(name, id));
    }
    const tick = async () => {
      await this.sweep().catch(this.failed);
      if (!this.closed) this.timer = setTimeout(() => void tick(), sweepEvery);
    };
    this.timer = setTimeout(() => void tick(), 0);
  }

  notify<S>(declaration: AggregateDeclaration<S>, document: Aggregate<S>): void {
    this.untouched.delete(laneOf(declaration.name, document.id));
    if (document.nextAt === null || !this.registrations.has(declaration.name)) return;
    this.queue.wake({ collection: declaration.name, id: document.id }, document.nextAt).catch(this.failed);
  }

  /** Runs everything that is due by now, each document once: what an outage left due waits for the next sweep. */
  async sweep(): Promise<void> {
    for (const { declaration } of this.registrations.values()) {
      const looked = new Set<string>();
      for (;;) {
        const now = this.clock.now();
        const due = await this.store.due(declaration.collection, 'nextAt', now, looked.size + sweptAtOnce);
        const next = due.filter(({ id }) => !looked.has(id)).slice(0, sweptAtOnce);
        if (next.length === 0 || this.closed) break;
        for (const { id } of next) looked.add(id);
        await Promise.all(next.map(({ id, nextAt }) => this.look(declaration.name, id, nextAt as number)));
      }
    }
  }

  /** Makes a document that was given up due again, now. */
  async retry(name: string, id: string): Promise<void> {
    const declaration = this.registrations.get(name)?.declaration;
    if (!declaration) throw new Error(`${this.service} runs nothing that falls due of ${name}`);
    const current = await this.store.get(declaration.collection, id);
    if (!current) throw new Error(`${name} ${id} is gone`);
    const next = { ...current, ver: current.ver + 1, dueFailures: 0, nextAt: this.clock.now() };
    await this.store.replace(declaration.collection, next);
    await this.look(name, id);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    for (const timer of this.resting) {
      clearTimeout(timer);
      this.passOn();
    }
    await Promise.all(this.running.values());
  }

  private look(name: string, id: string, since = this.clock.now()): Promise<void> {
    const lane = laneOf(name, id);
    const running = this.running.get(lane);
    if (running) this.again.add(lane);
    if (running || this.closed) return running ?? Promise.resolve();
    const run = this.turn(() => this.run(name, id), since)
      .catch(this.failed)
      .then(() => {
        this.running.delete(lane);
        return this.again.delete(lane) ? this.look(name, id) : undefined;
      });
    this.running.set(lane, run);
    return run;
  }

  /** Waits until fewer than `runAtOnce` are running; its place rests afterwards while people wait for answers. */
  private async turn(work: () => Promise<void>, since: number): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((begin) => this.waiting.push({ since, nth: this.came++, begin }));
    try {
      if (!this.closed) await work();
    } finally {
      this.leavePlace(since);
    }
  }

  private leavePlace(since: number): void {
    const waited = this.clock.now() - (this.waiting.peek()?.since ?? since);
    const rest = this.closed ? 0 : this.people.restFor(waited);
    if (rest === 0) return this.passOn();
    const timer = setTimeout(() => {
      this.resting.delete(timer);
      this.passOn();
    }, rest);
    this.resting.add(timer);
  }

  private passOn(): void {
    const next = this.waiting.pop();
    if (next) next.begin();
    else this.free += 1;
  }

  private async run(name: string, id: string): Promise<void> {
    const { declaration, handler } = this.registrations.get(name) as Registration;
    const document = await this.store.get(declaration.collection, id);
    if (!document || document.nextAt === null || document.nextAt > this.clock.now()) return;
    const cause: DueCause = {
      kind: 'due',
      actor: `service:${this.service}`,
      correlationId: `due-${name}-${id}-${document.ver}`.slice(0, 120),
      causationId: null,
    };
    const lane = laneOf(name, id);
    this.untouched.add(lane);
    try {
      await handler(document, cause);
      if (this.untouched.has(lane) && (await this.isStill(declaration, document)))
        throw new Error(`${name}: the due handler left nextAt where it was`);
    } catch (error) {
      if (isOutage(error)) throw error;
      this.failed(error);
      await this.postpone(declaration, id, error);
    } finally {
      this.untouched.delete(lane);
    }
  }

  /** Another process may have dealt with it. */
  private async isStill(declaration: AggregateDeclaration<unknown>, { id, ver }: Aggregate<unknown>) {
    return (await this.store.get(declaration.collection, id))?.ver === ver;
  }

  private async postpone(
    declaration: AggregateDeclaration<unknown>,
    id: string,
    error: unknown,
  ): Promise<void> {
    for (;;) {
      const current = await this.store.get(declaration.collection, id);
      if (!current) return;
      const minutes = retryAfterMinutes[current.dueFailures];
      const next = {
        ...current,
        ver: current.ver + 1,
        dueFailures: current.dueFailures + 1,
        nextAt: minutes === undefined ? null : this.clock.now() + minutes * 60_000,
      };
      if (minutes === undefined) await this.giveUp(declaration, current, error);
      try {
        await this.store.replace(declaration.collection, next);
        this.notify(declaration, next);
        return;
      } catch (stale) {
        if (!(stale instanceof StaleVersion)) throw stale;
      }
    }
  }
}

const laneOf = (name: string, id: string): string => `${name}/${id}`;
