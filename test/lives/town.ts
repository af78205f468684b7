import * as contracts from '#libs/contracts';
import { eventTypeOf, type EventClass, type EventEnvelope } from '#libs/contracts';
import { FollowUpQueue } from '#libs/ports/follow-up-queue/port';
import { Ids } from '#libs/ports/ids/port';
import {
  Aggregates,
  KnownContacts,
  Copies,
  DueRunner,
  PeopleFirst,
  type Aggregate,
  type AggregateDeclaration,
  type EventCause,
  type ServiceReads,
} from '#libs/runtime';
import { AnswerQuestionController } from '../../libs/services/matching/src/answer-question/answer-question.controller.js';
import { WhoAnswers } from '../../libs/services/matching/src/answer-question/who-answers.js';
import { ApproveProposal } from '../../libs/services/matching/src/approve-proposal/approve-proposal.js';
import { AwaitHold } from '../../libs/services/matching/src/approve-proposal/await-hold.js';
import { BookSlot } from '../../libs/services/matching/src/book-slot/book-slot.js';
import { AnswerChange } from '../../libs/services/matching/src/change-appointment/answer-change.js';
import { ChangeAppointmentController } from '../../libs/services/matching/src/change-appointment/change-appointment.controller.js';
import { FindNewPlace } from '../../libs/services/matching/src/change-appointment/find-new-place.js';
import { FollowClock } from '../../libs/services/matching/src/follow-clock/follow-clock.js';
import { QuestionConsumer } from '../../libs/services/matching/src/follow-question/question.consumer.js';
import { HoldConsumer as HearHolds } from '../../libs/services/matching/src/follow-hold/hold.consumer.js';
import { OfferConsumer } from '../../libs/services/matching/src/follow-offer/offer.consumer.js';
import { ShowMatch } from '../../libs/services/matching/src/list-matches/show-match.js';
import { SchoolSide } from '../../libs/services/matching/src/make-match/school-side.js';
import { MarketPlace } from '../../libs/services/matching/src/market/market-place.js';
import { SideCalendars } from '../../libs/services/matching/src/market/side-calendars.js';
import { Propose } from '../../libs/services/matching/src/market/propose.js';
import {
  holdCopies,
  matchesAggregate,
  offerCopies,
  requestCopies,
  roundsAggregate,
} from '../../libs/services/matching/src/matching.collection.js';
import { ReconsiderMatches } from '../../libs/services/matching/src/propose-for-request/reconsider-matches.js';
import { RequestConsumer } from '../../libs/services/matching/src/propose-for-request/request.consumer.js';
import { RecordArranged } from '../../libs/services/matching/src/record-arranged/record-arranged.js';
import { RepeatMatch } from '../../libs/services/matching/src/repeat-match/repeat-match.js';
import { TellWhatHappenedController } from '../../libs/services/matching/src/tell-what-happened/tell-what-happened.controller.js';
import { BlockSlot } from '../../libs/services/offers/src/block-slot/block-slot.js';
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
import { FollowClock as FollowRequests } from '../../libs/services/requests/src/follow-clock/follow-clock.js';
import { FollowMatchesConsumer } from '../../libs/services/requests/src/follow-matches/follow-matches.consumer.js';
import { requestsAggregate } from '../../libs/services/requests/src/requests.collection.js';
import type { DocumentStore } from '#libs/ports/document-store/port';
import { TestClock } from '../support/clock.js';
import { AtOnce } from './at-once.js';
import { FrozenStore } from './frozen-store.js';
import * as places from './places.js';

type Handler = (event: never, cause: EventCause) => Promise<unknown>;
type Heard = readonly [EventClass, Handler];
/** For what takes no part in who gets which place. */
const nothing = {
  ...{ afterRelease: async () => undefined, afterUnblocking: async () => undefined },
  ...{ taken: async () => undefined, answered: async () => undefined, offerIsThere: async () => undefined },
  ...{ placeRefused: async () => undefined },
} as never;

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

/** Tells what was written: at once off the outbox, delivered when `rest` is asked for; of each key one event at a time. */
class Word {
  private waiting: { readonly topic: string; readonly envelope: EventEnvelope }[] = [];
  private readonly heard = new Map<string, Handler[]>();

  constructor(
    private readonly store: FrozenStore,
    private readonly overhear: (envelope: EventEnvelope) => void,
  ) {}

  hear(heard: readonly Heard[]): void {
    for (const [of, handler] of heard) {
      const { type } = eventTypeOf(of);
      this.heard.set(type, [...(this.heard.get(type) ?? []), handler]);
    }
  }

  notify<S>({ collection, topic }: AggregateDeclaration<S>, document: Aggregate<S>): void {
    if (document.outbox.length === 0) return;
    for (const envelope of document.outbox) this.waiting.push({ topic, envelope });
    this.store.put(collection, { ...document, outbox: [], unsent: null });
  }

  async rest(): Promise<void> {
    while (this.waiting.length > 0) {
      const keys = new Set<string>();
      const now = this.waiting.filter(({ envelope: { key } }) => !keys.has(key) && keys.add(key));
      this.waiting = this.waiting.filter((each) => !now.includes(each));
      await Promise.all(now.map((each) => this.deliver(each)));
    }
  }

  private async deliver({ topic, envelope }: (typeof this.waiting)[number]): Promise<void> {
    const { key, seq, owners, time, actor, correlationId, id } = envelope;
    const traced = { actor, correlationId, causationId: id };
    const cause = { kind: 'event' as const, source: `${topic}/${key}`, key, seq, owners, time, ...traced };
    this.overhear(envelope);
    for (const handler of this.heard.get(envelope.type) ?? []) await handler(envelope.data as never, cause);
  }
}

export type Town = ReturnType<typeof openTown>;

/** Requests, offers and matching as they are, on one store in memory, with a clock that stands still. */
export function openTown(around: (store: FrozenStore) => DocumentStore = (store) => store) {
  const memory = new FrozenStore();
  const store = around(memory);
  const clock = new TestClock(places.startsAt);
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const due = new DueRunner(
    'town',
    store,
    new NoQueue(),
    clock,
    async (_d, _doc, error) => failed(error),
    failed,
    new PeopleFirst(),
  );
  const word = new Word(memory, (envelope) => place.hear(envelope));
  const aggregates = <S>(declared: AggregateDeclaration<S>) =>
    new Aggregates(declared, store, clock, ids, word);
  const ids = new CountingIds();
  const matches = aggregates(matchesAggregate);
  const holds = aggregates(holdsAggregate);
  const offers = aggregates(offersAggregate);
  const requests = aggregates(requestsAggregate);

  const place = new MarketPlace(nothing, nothing, matches, nothing, nothing, nothing);
  const kept = {
    holds: new Copies(holdCopies, store),
    requests: new Copies(requestCopies, store),
    offers: new Copies(offerCopies, store),
  } as never;
  const propose = new Propose(place, clock);
  const show = new ShowMatch(matches);
  const who = new WhoAnswers(show, clock);
  const school = new SchoolSide(place);
  const contacts = new KnownContacts(everybodyBrokers);
  const find = new FindNewPlace(place, clock);
  const answer = new AnswerChange(new AwaitHold(nothing, matches));
  const slots = new SlotHoldings(store);
  const pursue = new PursueHold(holds, new TakeSet(offers, slots, new Holdings(store)), clock, due);
  const known = [new Copies(organisationCopies, store), new Copies(regionCopies, store)] as const;
  const hearMatches = new HearMatches(holds, new WhatIsWanted(offers, ...known), pursue, clock);
  const hearHolds = new HearHolds(matches, kept, place, nothing, nothing, clock);
  const reconsider = new ReconsiderMatches(matches, place, propose, clock);
  const hearRequests = new RequestConsumer(kept, place, nothing, reconsider);
  const hearOffers = new OfferConsumer(kept, place, reconsider, nothing, nothing);
  const follow = new FollowMatchesConsumer(requests, clock);
  const calendars = new SideCalendars(place, clock);
  const questions = new QuestionConsumer(matches, calendars, clock);
  const post = new AtOnce(questions, clock);
  const timed = [
    pursue,
    new FollowClock(matches, calendars, due, clock),
    new FollowRequests(requests, due, clock),
  ];
  for (const each of timed) each.onModuleInit();

  word.hear([
    [contracts.MatchApproved, hearMatches.approved.bind(hearMatches)],
    [contracts.MatchOptioned, hearMatches.optioned.bind(hearMatches)],
    [contracts.MatchAsked, hearMatches.asked.bind(hearMatches)],
    [contracts.MatchConfirmed, hearMatches.confirmed.bind(hearMatches)],
    [contracts.HoldWanted, hearMatches.holdWanted.bind(hearMatches)],
    [contracts.ChangeProposed, hearMatches.proposed.bind(hearMatches)],
    [contracts.ChangeDropped, hearMatches.dropped.bind(hearMatches)],
    [contracts.RestCancelled, hearMatches.restCancelled.bind(hearMatches)],
    [contracts.MatchEnded, hearMatches.ended.bind(hearMatches)],
    [contracts.HoldAnswered, hearMatches.answered.bind(hearMatches)],
    [contracts.MatchApproved, follow.approved.bind(follow)],
    [contracts.MatchConfirmed, follow.confirmed.bind(follow)],
    [contracts.MatchRefused, follow.refused.bind(follow)],
    [contracts.MatchEnded, follow.ended.bind(follow)],
    [contracts.MatchHeld, follow.held.bind(follow)],
    [contracts.MatchAsked, post.asked.bind(post)],
    [contracts.ChangeProposed, post.changeProposed.bind(post)],
    [contracts.HoldHeld, hearHolds.held.bind(hearHolds)],
    [contracts.HoldRefused, hearHolds.refused.bind(hearHolds)],
    [contracts.HoldOverdue, hearHolds.overdue.bind(hearHolds)],
    [contracts.HoldReleased, hearHolds.released.bind(hearHolds)],
    [contracts.RequestChanged, hearRequests.changed.bind(hearRequests)],
    [contracts.RequestWithdrawn, hearRequests.withdrawn.bind(hearRequests)],
    [contracts.OfferChanged, hearOffers.changed.bind(hearOffers)],
    [contracts.OfferWithdrawn, hearOffers.withdrawn.bind(hearOffers)],
  ]);
  setOut(memory, place);
  return {
    ...{ memory, clock, failures, due, matches, offers, requests },
    rest: () => word.rest(),
    approve: new ApproveProposal(matches, place, propose, clock),
    book: new BookSlot(matches, aggregates(roundsAggregate), place, school, contacts, clock),
    arrange: new RecordArranged(matches, place, school, contacts, clock),
    repeat: new RepeatMatch(matches, show, place, school, clock),
    answers: new AnswerQuestionController(matches, show, who, find, answer, clock),
    changes: new ChangeAppointmentController(matches, who, find, answer, contacts),
    afterwards: new TellWhatHappenedController(matches, show, who, clock),
    block: new BlockSlot(offers, slots),
  };
}

/** A directory in which every id is a coordinator's. */
const everybodyBrokers = {
  get: async () => ({ roles: [{ role: 'coordinator', regionIds: [places.regionId] }] }),
} as unknown as ServiceReads;

const aggregate = { ver: 1, rev: 1, seq: 1, outbox: [], seen: {}, keys: [], nextAt: null, unsent: null };
const stored = { ...aggregate, dueFailures: 0, createdAt: '' };

/** What everybody knows on the first morning. */
function setOut(memory: FrozenStore, { market }: MarketPlace): void {
  market.putRegion(places.regionId, 1, places.region);
  market.putOrganisation(places.organisationId, 1, places.organisation);
  memory.put(regionCopies, { ...stored, id: places.regionId, data: places.region });
  memory.put(organisationCopies, { ...stored, id: places.organisationId, data: places.organisation });
  for (const id of places.schools) market.putLocation(id, 1, places.school);
  for (const id of places.groups) market.putGroup(id, 1, places.group(id));
  for (const offer of places.offers) {
    const data = places.offerSnapshot(offer);
    market.putOffer(offer.id, 1, data);
    const state = { ...data, contactId: 'jan', summary: '', goals: [], bookUrl: null, visit: {} };
    const own = { ...state, regionIds: [places.regionId], madeBy: 'jan' };
    memory.put(offersAggregate.collection, { ...stored, id: offer.id, state: own });
  }
  for (const request of places.requests) {
    const data = places.requestSnapshot(request);
    market.putRequest(request.id, 1, data);
    memory.put(requestCopies, { ...stored, id: request.id, data });
    const unread = { note: '', withdrawnBecause: null, matches: [], assigneeId: null, internalNote: '' };
    const state = { ...data, ...unread, question: null, halfWay: false };
    memory.put(requestsAggregate.collection, { ...stored, id: request.id, nextAt: null, state });
  }
}
