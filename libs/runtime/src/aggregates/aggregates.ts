import { eventTypeOf, type EventClass, type EventEnvelope } from '#libs/contracts';
import type { Clock } from '#libs/ports/clock/port';
import {
  AlreadyTaken,
  StaleVersion,
  type DocumentStore,
  type Page,
  type Query,
} from '#libs/ports/document-store/port';
import type { Ids } from '#libs/ports/ids/port';
import type { Aggregate, AggregateDeclaration } from './aggregate.js';
import type { Cause } from './cause.js';
import { refuse } from './change.errors.js';

/** What a decision makes of a state: the new state and what is to be told. */
export interface Decision<S> {
  readonly state: S;
  /** Instances of event classes, in the order they happened. */
  readonly events?: readonly object[];
}

export interface Outcome<S> {
  readonly document: Aggregate<S>;
  /** The cause had its effect already: nothing was decided now. */
  readonly repeated: boolean;
  /** The HTTP status the command was first answered with. */
  readonly status: number;
}

/** Woken with every document that was written. */
export interface Written {
  notify<S>(declaration: AggregateDeclaration<S>, document: Aggregate<S>): void;
}

const rememberedCommands = 32;

/**
 * The aggregates of one collection. Every change is one compare-and-swap of one document, in which state, events,
 * seen-marks, command keys and `nextAt` are stored together; a repeated cause changes nothing.
 */
export class Aggregates<S> {
  constructor(
    private readonly declaration: AggregateDeclaration<S>,
    private readonly store: DocumentStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly written: Written,
  ) {}

  async get(id: string): Promise<Aggregate<S> | undefined> {
    return this.store.get(this.declaration.collection, id);
  }

  find(index: string, query: Query): Promise<Page<Aggregate<S>>> {
    return this.store.find(this.declaration.collection, index, query);
  }

  count(index: string, query: Omit<Query, 'limit' | 'after' | 'order'>): Promise<number> {
    return this.store.count(this.declaration.collection, index, query);
  }

  /**
   * Stores a new aggregate under an id derived from its cause, so that a repetition finds the first one.
   * @throws Refusal `command.key-reused` when the id was made by a command with another body.
   */
  async create(id: string, cause: Cause, decision: Decision<S>, status = 201): Promise<Outcome<S>> {
    const now = this.clock.now();
    const empty: Aggregate<S> = {
      id,
      ver: 0,
      rev: 0,
      seq: 0,
      outbox: [],
      seen: {},
      keys: [],
      nextAt: null,
      unsent: null,
      dueFailures: 0,
      createdAt: new Date(now).toISOString(),
      state: decision.state,
    };
    const document = this.next(empty, decision, cause, status, now);
    try {
      await this.store.insert(this.declaration.collection, document);
    } catch (error) {
      if (!(error instanceof AlreadyTaken)) throw error;
      const first = await this.store.get(this.declaration.collection, id);
      if (!first) throw error;
      return this.earlier(first, cause) ?? { document: first, repeated: true, status };
    }
    this.written.notify(this.declaration, document);
    return { document, repeated: false, status };
  }

  /**
   * Loads, decides and stores, and does so again when somebody else was first. `decide` is pure and may run several
   * times; `null` means that nothing changes. Whoever has just read the document gives it instead of its id: it is read
   * again only when it has changed since.
   * @throws Refusal whatever `decide` throws; `aggregate.missing`, `command.stale`, `command.key-reused`.
   */
  async change(
    of: string | Aggregate<S>,
    cause: Cause,
    decide: (state: S, document: Aggregate<S>) => Decision<S> | null,
    status = 200,
  ): Promise<Outcome<S>> {
    const id = typeof of === 'string' ? of : of.id;
    for (let known = typeof of === 'string' ? undefined : of; ; known = undefined) {
      const current = known ?? (await this.store.get(this.declaration.collection, id));
      if (!current) throw refuse('aggregate.missing');
      const earlier = this.earlier(current, cause);
      if (earlier) return earlier;
      if (cause.kind === 'command' && cause.ifRev !== undefined && cause.ifRev !== current.rev)
        throw refuse('command.stale');
      const decision = decide(current.state, current);
      if (!decision && cause.kind === 'due') {
        if (known) continue;
        return { document: current, repeated: false, status };
      }
      const document = this.next(
        current,
        decision ?? { state: current.state },
        cause,
        status,
        this.clock.now(),
      );
      try {
        await this.store.replace(this.declaration.collection, document);
      } catch (error) {
        if (error instanceof StaleVersion) continue;
        throw error;
      }
      this.written.notify(this.declaration, document);
      return { document, repeated: false, status };
    }
  }

  private earlier(current: Aggregate<S>, cause: Cause): Outcome<S> | undefined {
    if (cause.kind === 'event' && (current.seen[cause.source] ?? 0) >= cause.seq) {
      return { document: current, repeated: true, status: 200 };
    }
    if (cause.kind !== 'command' || cause.key === null) return undefined;
    const remembered = current.keys.find(({ key }) => key === cause.key);
    if (!remembered) return undefined;
    if (remembered.bodyHash !== cause.bodyHash) throw refuse('command.key-reused');
    return { document: current, repeated: true, status: remembered.status };
  }

  private next(
    current: Aggregate<S>,
    decision: Decision<S>,
    cause: Cause,
    status: number,
    now: number,
  ): Aggregate<S> {
    const events = decision.events ?? [];
    const outbox = [
      ...current.outbox,
      ...events.map((event, i) => this.envelope(event, current, decision.state, i, cause, now)),
    ];
    const visible = (state: S) => this.declaration.visible?.(state) ?? state;
    const looksTheSame =
      current.ver > 0 && JSON.stringify(visible(current.state)) === JSON.stringify(visible(decision.state));
    return {
      ...current,
      ver: current.ver + 1,
      rev: looksTheSame ? current.rev : current.rev + 1,
      seq: current.seq + events.length,
      outbox,
      unsent: outbox.length === 0 ? null : (current.unsent ?? now + 500),
      seen: cause.kind === 'event' ? { ...current.seen, [cause.source]: cause.seq } : current.seen,
      keys: remember(current, cause, status),
      nextAt: this.declaration.nextAt?.(decision.state) ?? null,
      dueFailures: 0,
      state: decision.state,
    };
  }

  private envelope(
    event: object,
    current: Aggregate<S>,
    state: S,
    position: number,
    cause: Cause,
    now: number,
  ): EventEnvelope {
    const { type, version } = eventTypeOf(event.constructor as EventClass);
    return {
      id: this.ids.next(),
      type,
      version,
      time: new Date(now).toISOString(),
      key: current.id,
      seq: current.seq + position + 1,
      correlationId: cause.correlationId,
      causationId: cause.causationId,
      actor: cause.actor,
      owners: this.declaration.owners(state),
      data: event,
    };
  }
}

function remember<S>(current: Aggregate<S>, cause: Cause, status: number): Aggregate<S>['keys'] {
  if (cause.kind !== 'command' || cause.key === null) return current.keys;
  return [...current.keys, { key: cause.key, bodyHash: cause.bodyHash, status }].slice(-rememberedCommands);
}
