import { createHash } from 'node:crypto';
import type { Clock } from '#libs/ports/clock/port';
import {
  AlreadyTaken,
  StaleVersion,
  type Collection,
  type DocumentStore,
  type Query,
  type StoredDocument,
} from '#libs/ports/document-store/port';
import type { BusMessage } from '#libs/ports/event-bus/port';
import { everyAggregate } from '../personal-data/every-aggregate.js';

export const parkedWhys = ['unreadable', 'unknown-version', 'failed', 'behind', 'due-failed'] as const;
export type ParkedWhy = (typeof parkedWhys)[number];

export interface ParkedEvent extends StoredDocument {
  readonly service: string;
  /** `<topic>/<key>`; events of one lane wait behind each other. */
  readonly lane: string;
  /** Unreadable events block nothing. */
  readonly blocks: boolean;
  readonly why: ParkedWhy;
  /** Class of the error and rule broken; no values. */
  readonly reason: string;
  readonly topic: string;
  readonly key: string;
  readonly eventId: string;
  /** The event's bytes in base64; null when it had none or is a document that fell due. */
  readonly value: string | null;
  readonly parkedAt: string;
  /** Sorts by arrival. */
  readonly arrival: string;
  readonly state: 'parked' | 'dropped' | 'replayed';
  readonly closedReason: string | null;
}

export function parkedCollection(service: string): Collection<ParkedEvent> {
  return {
    name: `${service}.parked`,
    indexes: {
      byState: { by: ({ state }) => state, sort: ({ arrival }) => arrival },
      blocking: {
        by: ({ state, blocks, lane }) => (state === 'parked' && blocks ? ['*', lane] : null),
        sort: ({ arrival }) => arrival,
      },
    },
  };
}

export type ParkedEvents = ReturnType<typeof parkedEvents>;

/** Events (and documents that fell due) that a service could not handle, kept until an operator replays or drops them. */
export function parkedEvents(service: string, store: DocumentStore, clock: Clock) {
  const collection = parkedCollection(service);
  let arrivals = 0;

  const change = async (
    parked: ParkedEvent,
    state: 'dropped' | 'replayed',
    reason: string | null,
  ): Promise<void> => {
    await store.replace(collection, { ...parked, ver: parked.ver + 1, state, closedReason: reason });
  };

  return {
    async park(message: BusMessage, why: ParkedWhy, reason: string): Promise<ParkedEvent> {
      const lane = `${message.topic}/${message.key}`;
      const parked: ParkedEvent = {
        id: `${service}.${createHash('sha256')
          .update(`${lane}/${message.id}/${why === 'due-failed' ? clock.now() : ''}`)
          .digest('hex')
          .slice(0, 24)}`,
        ver: 1,
        nextAt: null,
        unsent: null,
        service,
        lane,
        blocks: why !== 'unreadable' && why !== 'due-failed',
        why,
        reason: reason.slice(0, 500),
        topic: message.topic,
        key: message.key,
        eventId: message.id,
        value: message.value === null ? null : Buffer.from(message.value).toString('base64'),
        parkedAt: new Date(clock.now()).toISOString(),
        arrival: `${String(clock.now()).padStart(15, '0')}-${String(arrivals++).padStart(9, '0')}`,
        state: 'parked',
        closedReason: null,
      };
      try {
        await store.insert(collection, parked);
      } catch (error) {
        if (!(error instanceof AlreadyTaken)) throw error;
      }
      return parked;
    },

    get: (id: string): Promise<ParkedEvent | undefined> => store.get(collection, id),

    async list(after: string | undefined, limit: number) {
      return store.find(collection, 'byState', { equals: 'parked', limit, ...(after ? { after } : {}) });
    },

    /** Lanes in which something waits. */
    async lanes(): Promise<Set<string>> {
      const lanes = new Set<string>();
      let after: string | null = null;
      do {
        const page: { items: readonly ParkedEvent[]; next: string | null } = await store.find(
          collection,
          'blocking',
          {
            equals: '*',
            limit: 1000,
            ...(after ? { after } : {}),
          },
        );
        for (const { lane } of page.items) lanes.add(lane);
        after = page.next;
      } while (after);
      return lanes;
    },

    async firstOf(lane: string): Promise<ParkedEvent | undefined> {
      return (await store.find(collection, 'blocking', { equals: lane, limit: 1 })).items[0];
    },

    /**
     * The bytes of what is no event of ours go: nobody can say whose name stands in them. Where they came from and what
     * was wrong with them stays.
     */
    async forgetStrangers(): Promise<void> {
      for (const state of ['parked', 'dropped', 'replayed'] as const) {
        for await (const parked of everyAggregate(
          (query) => store.find(collection, 'byState', query),
          state,
        )) {
          if (parked.why === 'unreadable' && parked.value !== null)
            await store.replace(collection, { ...parked, ver: parked.ver + 1, value: null });
        }
      }
    },

    /** Removes what was parked before that moment and is closed or no event of ours; what waits stays. */
    async removeBefore(moment: number): Promise<void> {
      const to = String(moment).padStart(15, '0');
      for (const state of ['parked', 'dropped', 'replayed'] as const) {
        const find = (query: Query) => store.find(collection, 'byState', { ...query, to });
        for await (const { id, ver, why } of everyAggregate(find, state)) {
          if (state !== 'parked' || why === 'unreadable') await store.remove(collection, id, ver);
        }
      }
    },

    drop: (parked: ParkedEvent, reason: string): Promise<void> => change(parked, 'dropped', reason),
    /** Another process may have been first: then it stands as that one left it. */
    async replayed(parked: ParkedEvent): Promise<void> {
      try {
        await change(parked, 'replayed', null);
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
      }
    },
  };
}
