import { Unavailable, eventTypeOf, type EventClass, type EventEnvelope } from '#libs/contracts';
import * as contracts from '#libs/contracts';
import type { DocumentStore, StoredDocument } from '#libs/ports/document-store/port';
import { EventBus, type BusMessage, type Subscription } from '#libs/ports/event-bus/port';
import { FollowUpQueue } from '#libs/ports/follow-up-queue/port';
import { Ids } from '#libs/ports/ids/port';
import { isPublicHoliday } from '#libs/facts';
import { Aggregates, Copies, DueRunner, PeopleFirst, Relay, type EventCause } from '#libs/runtime';
import { RequestConsumer } from '../../libs/services/matching/src/propose-for-request/request.consumer.js';
import { FollowClock } from '../../libs/services/matching/src/follow-clock/follow-clock.js';
import { ReconsiderMatches } from '../../libs/services/matching/src/propose-for-request/reconsider-matches.js';
import { QuestionConsumer } from '../../libs/services/matching/src/follow-question/question.consumer.js';
import { HoldConsumer as HearHolds } from '../../libs/services/matching/src/follow-hold/hold.consumer.js';
import {
  holdCopies,
  matchesAggregate,
  requestCopies,
} from '../../libs/services/matching/src/matching.collection.js';
import { HoldConsumer as HearMatches } from '../../libs/services/offers/src/hold/hold.consumer.js';
import { Holdings } from '../../libs/services/offers/src/hold/holdings.js';
import { PursueHold } from '../../libs/services/offers/src/hold/pursue-hold.js';
import { SlotHoldings } from '../../libs/services/offers/src/hold/slot-holdings.js';
import { TakeSet } from '../../libs/services/offers/src/hold/take-set.js';
import { WhatIsWanted } from '../../libs/services/offers/src/hold/what-is-wanted.js';
import {
  holdsAggregate,
  offersAggregate,
  organisationCopies,
  regionCopies,
} from '../../libs/services/offers/src/offers.collection.js';
import { FollowMatchesConsumer } from '../../libs/services/requests/src/follow-matches/follow-matches.consumer.js';
import { requestsAggregate } from '../../libs/services/requests/src/requests.collection.js';
import { TestClock } from '../support/clock.js';
import { MemoryStore } from './memory-store.js';

type Handler = (event: never, cause: EventCause) => Promise<unknown>;
type Heard = readonly [EventClass, Handler];

/** Lets whoever asks go on when its turn comes. */
export type Turn = (what: string) => Promise<void>;

class CountingIds extends Ids {
  private last = 0;
  next(): string {
    return `id-${++this.last}`;
  }
}

class NoQueue extends FollowUpQueue {
  async wake(): Promise<void> {}
  async handle(): Promise<void> {}
  async close(): Promise<void> {}
}

/** Delivers in order per consumer and key, when its turn comes; `goBack` says how many events it repeats after one. */
class TurnBus extends EventBus {
  readonly log: EventEnvelope[] = [];
  readonly failures: unknown[] = [];
  private readonly groups: { readonly topic: string; readonly handlers: ReadonlyMap<string, Handler> }[] = [];
  private readonly lanes = new Map<
    string,
    { events: EventEnvelope[]; running: boolean; next: number; reached: number }
  >();

  constructor(
    private readonly turn: Turn,
    private readonly goBack: () => number,
  ) {
    super();
  }

  hear(topic: string, heard: readonly Heard[]): void {
    this.groups.push({
      topic,
      handlers: new Map(heard.map(([of, handler]) => [eventTypeOf(of).type, handler])),
    });
  }

  async publish(messages: readonly BusMessage[]): Promise<void> {
    for (const { topic, value } of messages) {
      const envelope = JSON.parse(String(value)) as EventEnvelope;
      if (this.log.some(({ id }) => id === envelope.id)) continue;
      this.log.push(envelope);
      this.groups.forEach((group, i) => {
        if (group.topic === topic && group.handlers.has(envelope.type))
          this.enqueue(`${i}/${envelope.key}`, envelope, group.handlers, topic);
      });
    }
  }

  private enqueue(
    name: string,
    envelope: EventEnvelope,
    handlers: ReadonlyMap<string, Handler>,
    topic: string,
  ): void {
    const lane = this.lanes.get(name) ?? { events: [], running: false, next: 0, reached: 0 };
    this.lanes.set(name, lane);
    lane.events.push(envelope);
    if (lane.running) return;
    lane.running = true;
    const run = async () => {
      while (lane.next < lane.events.length) {
        const event = lane.events[lane.next] as EventEnvelope;
        await this.turn(`deliver ${event.type} ${event.key}`);
        await handlers.get(event.type)?.(event.data as never, causeOf(topic, event));
        const repeated = lane.next < lane.reached;
        lane.next += 1;
        if (repeated) continue;
        // Only from where it had not been: a bus that goes back at every event may never come to the end.
        lane.reached = lane.next;
        lane.next = Math.max(0, lane.next - this.goBack());
      }
      lane.running = false;
    };
    run().catch((error: unknown) => this.failures.push(error));
  }

  subscribe(): Promise<Subscription> {
    throw new Unavailable('subscribing');
  }
  follow(): Promise<Subscription> {
    throw new Unavailable('following');
  }
  async lag(): Promise<number> {
    return 0;
  }
  async close(): Promise<void> {}
}

function causeOf(topic: string, envelope: EventEnvelope): EventCause {
  const { key, seq, owners, time, actor, correlationId, id } = envelope;
  const source = `${topic}/${key}`;
  return { kind: 'event', source, key, seq, owners, time, actor, correlationId, causationId: id };
}

export type SmallMarket = ReturnType<typeof openMarket>;

/** What requests, offers and matching do with each other, with every wait of theirs in the hands of `turn`. */
export function openMarket(
  turn: Turn,
  options: {
    readonly now: number;
    readonly goBack: () => number;
    readonly written: (collection: string, document: StoredDocument) => void;
    readonly around?: (store: MemoryStore) => DocumentStore;
  },
) {
  const memory = new MemoryStore(turn, options.written);
  const store = options.around?.(memory) ?? memory;
  const clock = new TestClock(options.now);
  const bus = new TurnBus(turn, options.goBack);
  const failed = (error: unknown) => void bus.failures.push(error);
  const relay = new Relay(store, bus, clock, failed);
  const due = new DueRunner(
    'market',
    store,
    new NoQueue(),
    clock,
    async (_d, _doc, e) => failed(e),
    failed,
    new PeopleFirst(),
  );
  const ids = new CountingIds();
  const matches = new Aggregates(matchesAggregate, store, clock, ids, relay);
  const holds = new Aggregates(holdsAggregate, store, clock, ids, relay);
  const offers = new Aggregates(offersAggregate, store, clock, ids, relay);
  const requests = new Aggregates(requestsAggregate, store, clock, ids, relay);

  const sets = new TakeSet(offers, new SlotHoldings(store), new Holdings(store));
  const pursue = new PursueHold(holds, sets, clock, due);
  pursue.onModuleInit();
  const calendars = {
    of: () => ({ school: isPublicHoliday, partner: isPublicHoliday }),
    paceOf: () => ({ nudge: 3, attention: 5, release: 7 }),
  } as never;
  new FollowClock(matches, calendars, due, clock).onModuleInit();
  const questions = new QuestionConsumer(matches, calendars, clock);
  const delivered = async ({ match, asks }: contracts.MatchAsked, cause: EventCause) => {
    const at = new Date(clock.now()).toISOString();
    const { question } = match;
    for (const side of asks) await questions.delivered({ matchId: cause.key, question, side, at }, cause);
  };
  const known = [new Copies(organisationCopies, store), new Copies(regionCopies, store)] as const;
  const hearMatches = new HearMatches(holds, new WhatIsWanted(offers, ...known), pursue, clock);
  // What matching keeps in memory only to answer questions takes no part in who gets which place.
  const place = { market: { putHold: () => undefined }, putRequest: () => undefined } as never;
  const kept = { holds: new Copies(holdCopies, store), requests: new Copies(requestCopies, store) } as never;
  const nothing = async () => undefined;
  const others = { afterRelease: nothing, taken: nothing, answered: nothing, placeRefused: nothing } as never;
  const hearHolds = new HearHolds(matches, kept, place, others, others, clock);
  const reconsider = new ReconsiderMatches(matches, place, {} as never, clock);
  const hearRequests = new RequestConsumer(kept, place, {} as never, reconsider);
  const follow = new FollowMatchesConsumer(requests, clock);

  bus.hear('matching', [
    [contracts.MatchApproved, hearMatches.approved.bind(hearMatches)],
    [contracts.MatchAsked, hearMatches.asked.bind(hearMatches)],
    [contracts.MatchConfirmed, hearMatches.confirmed.bind(hearMatches)],
    [contracts.HoldWanted, hearMatches.holdWanted.bind(hearMatches)],
    [contracts.ChangeProposed, hearMatches.proposed.bind(hearMatches)],
    [contracts.ChangeDropped, hearMatches.dropped.bind(hearMatches)],
    [contracts.RestCancelled, hearMatches.restCancelled.bind(hearMatches)],
    [contracts.MatchEnded, hearMatches.ended.bind(hearMatches)],
    [contracts.HoldAnswered, hearMatches.answered.bind(hearMatches)],
  ]);
  bus.hear('matching', [
    [contracts.MatchApproved, follow.approved.bind(follow)],
    [contracts.MatchConfirmed, follow.confirmed.bind(follow)],
    [contracts.MatchRefused, follow.refused.bind(follow)],
    [contracts.MatchEnded, follow.ended.bind(follow)],
  ]);
  bus.hear('matching', [[contracts.MatchAsked, delivered]]);
  bus.hear('offers', [
    [contracts.HoldHeld, hearHolds.held.bind(hearHolds)],
    [contracts.HoldRefused, hearHolds.refused.bind(hearHolds)],
    [contracts.HoldOverdue, hearHolds.overdue.bind(hearHolds)],
    [contracts.HoldReleased, hearHolds.released.bind(hearHolds)],
  ]);
  bus.hear('requests', [[contracts.RequestWithdrawn, hearRequests.withdrawn.bind(hearRequests)]]);
  return { memory, clock, bus, relay, due, matches, requests };
}
