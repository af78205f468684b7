import { IsString } from 'class-validator';
import { Event, event, type EventEnvelope } from '#libs/contracts';
import { SqliteDocumentStore } from '#libs/ports/document-store/sqlite';
import type { DocumentStore } from '#libs/ports/document-store/port';
import { InProcessEventBus } from '#libs/ports/event-bus/in-process';
import type { BusMessage } from '#libs/ports/event-bus/port';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import { SqliteFile } from '#libs/ports/sqlite';
import { TestClock } from '../../../test/support/clock.js';
import { declareAggregate, type Aggregate } from '../src/aggregates/aggregate.js';
import { Aggregates, type Written } from '../src/aggregates/aggregates.js';
import type { CommandCause, DueCause, EventCause } from '../src/aggregates/cause.js';

@Event('things.thing-renamed')
export class ThingRenamed {
  @IsString() name: string;
}

export interface Thing {
  readonly name: string;
  /** Nobody sees it. */
  readonly inside: number;
  readonly due: number | null;
}

export const things = declareAggregate<Thing>({
  name: 'things.things',
  owners: () => ({ regions: ['a-region'] }),
  nextAt: ({ due }) => due,
  visible: ({ name }) => name,
  seen: 'few-sources',
  indexes: { byName: { by: ({ name }) => name } },
});

export const start = Date.parse('2026-11-23T09:00:00+01:00');

export const aThing = (changes: Partial<Thing> = {}): Thing => ({
  name: 'one',
  inside: 0,
  due: null,
  ...changes,
});

/** Gives the thing that name and tells it. */
export const renamed = (name: string) => (thing: Thing) => ({
  state: { ...thing, name },
  events: [event(ThingRenamed, { name })],
});

/** The embedded adapters in memory; `notify` hears of every write. */
export function aWorkbench(
  around: (store: DocumentStore) => DocumentStore = (store) => store,
  notify: Written['notify'] = () => undefined,
) {
  const file = SqliteFile.open(':memory:');
  const clock = new TestClock(start);
  const store = around(new SqliteDocumentStore(file));
  const bus = new InProcessEventBus(file);
  const aggregates = new Aggregates(things, store, clock, new TimeOrderedIds(), { notify });
  return {
    clock,
    store,
    bus,
    aggregates,
    async stored(id = 'it'): Promise<Aggregate<Thing>> {
      const found = await aggregates.get(id);
      if (!found) throw new Error(`there is no ${id}`);
      return found;
    },
    async close(): Promise<void> {
      await bus.close();
      await store.close();
      await file.close();
    },
  };
}

const traced = { actor: 'a-person', correlationId: 'a-story', causationId: null };

export const aCommand = (changes: Partial<CommandCause> = {}): CommandCause => ({
  ...traced,
  kind: 'command',
  key: null,
  bodyHash: 'a-body',
  ...changes,
});

export const anEvent = (seq: number, changes: Partial<EventCause> = {}): EventCause => ({
  ...traced,
  kind: 'event',
  source: 'others/other',
  key: 'other',
  seq,
  owners: { regions: [] },
  time: '2026-11-23T08:00:00.000Z',
  ...changes,
});

export const aDue: DueCause = { ...traced, kind: 'due' };

export function anEnvelope(changes: Partial<Record<keyof EventEnvelope, unknown>> = {}) {
  return {
    id: 'event-1',
    type: 'things.thing-renamed',
    version: 1,
    time: '2026-11-23T08:00:00.000Z',
    key: 'it',
    seq: 1,
    correlationId: 'a-story',
    causationId: null,
    actor: 'a-person',
    owners: { regions: [] },
    data: { name: 'one' },
    ...changes,
  };
}

/** What travels on the bus: that text, or that value as JSON. */
export function aMessage(value: unknown, changes: Partial<BusMessage> = {}): BusMessage {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    topic: 'things',
    key: 'it',
    id: 'event-1',
    value: value === null ? null : Buffer.from(text),
    ...changes,
  };
}
