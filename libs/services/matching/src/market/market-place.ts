import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  GroupChanged,
  HoldHeld,
  HoldReleased,
  OfferPublished,
  OrganisationChanged,
  ProposalRejected,
  RegionChanged,
  RequestPosted,
  RoundPlanned,
  SchoolLocationChanged,
  eventTypeOf,
  type EventEnvelope,
  type MatchSnapshot,
  type RequestSnapshot,
} from '#libs/contracts';
import { EventBus, type BusMessage, type Subscription } from '#libs/ports/event-bus/port';
import { Aggregates, Copies, InjectAggregates, InjectCopies, type Aggregate } from '#libs/runtime';
import type { Match } from '../domain/match.js';
import { snapshotOf } from '../domain/match.js';
import type { Round } from '../domain/round.js';
import {
  matchesAggregate,
  priceCopies,
  rejectionsAggregate,
  roundsAggregate,
  type Rejection,
} from '../matching.collection.js';
import { pricesIdOf } from '../plan-round/round-pages.js';
import { Arrivals } from './arrivals.js';
import { KeptCopies } from './kept-copies.js';
import { Market } from './market.js';

const topics = ['directory', 'requests', 'offers', 'matching'];
const group = 'matching';

/**
 * Keeps this process's market up to date: what is stored is loaded at start; what happens afterwards is followed, and
 * what has happened that no process of the service has stored yet. The consumers tell it too: before they go on, what
 * they heard counts here.
 */
@Injectable()
export class MarketPlace implements OnModuleInit, OnModuleDestroy {
  readonly market = new Market();
  private readonly expected = new Arrivals();
  private following: Subscription | undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly kept: KeptCopies,
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    @InjectAggregates(rejectionsAggregate) private readonly rejections: Aggregates<Rejection>,
    @InjectAggregates(roundsAggregate) private readonly rounds: Aggregates<Round>,
    @InjectCopies(priceCopies) private readonly prices: Copies<Readonly<Record<string, number>>>,
  ) {}

  async onModuleInit(): Promise<void> {
    const hear = async ({ value }: BusMessage) => {
      if (!value) return;
      const envelope = JSON.parse(Buffer.from(value).toString('utf8')) as EventEnvelope;
      this.hear(envelope);
      if (envelope.type === roundPlanned) await this.learnPrices(await this.rounds.get(envelope.key));
    };
    this.following = await this.bus.follow(topics, hear, group);
    const { market } = this;
    for await (const copy of this.kept.locations.all()) market.putLocation(copy.id, copy.seq, copy.data);
    for await (const copy of this.kept.organisations.all())
      market.putOrganisation(copy.id, copy.seq, copy.data);
    for await (const copy of this.kept.regions.all()) market.putRegion(copy.id, copy.seq, copy.data);
    for await (const copy of this.kept.groups.all()) market.putGroup(copy.id, copy.seq, copy.data);
    // What bears on an offer's slots and on a school's requests before these: else each would be weighed again for every one.
    for await (const copy of this.kept.holds.all()) market.putHold(copy.id, copy.seq, copy.data.slots);
    for await (const match of every(this.matches, 'byOwner'))
      market.putMatch(match.id, match.seq, snapshotOf(match.state));
    for await (const { state } of every(this.rejections, 'all')) market.putRejection(state);
    for await (const copy of this.kept.requests.all()) market.putRequest(copy.id, copy.seq, copy.data);
    for await (const copy of this.kept.offers.all()) market.putOffer(copy.id, copy.seq, copy.data);
    for await (const round of every(this.rounds, 'byOwner')) await this.learnPrices(round);
  }

  async onModuleDestroy(): Promise<void> {
    await this.following?.close();
  }

  /** The prices of a round's plan, if it has one; the newest plan of a region counts. */
  private async learnPrices(round: Aggregate<Round> | undefined): Promise<void> {
    if (round?.state.plan?.phase !== 'planned') return;
    const { regionId, plan } = round.state;
    const prices = await this.prices.get(pricesIdOf(round.id, plan.run));
    if (prices) this.market.putPrices(regionId, Date.parse(plan.askedAt), prices);
  }

  putRequest(id: string, seq: number, data: RequestSnapshot): void {
    this.market.putRequest(id, seq, data);
    this.expected.arrived(id);
  }

  /** Resolves when that request is known here, at the latest after so many milliseconds. */
  async comes(requestId: string, milliseconds: number): Promise<void> {
    if (!this.market.request(requestId)) await this.expected.wait(requestId, milliseconds);
  }

  /** Takes in what was rejected of that request through another process, whose event may not be here yet. */
  async learnRejections(requestId: string): Promise<void> {
    const { items } = await this.rejections.find('byRequest', { equals: requestId, limit: 1000 });
    for (const { state } of items) this.market.putRejection(state);
  }

  /** Applies one event; what does not concern the market is passed over. */
  hear({ type, key, seq, data }: EventEnvelope): void {
    appliers.get(type)?.(this.market, key, seq, data);
    if (type === requestPosted) this.expected.arrived(key);
    const { match } = data as { match?: MatchSnapshot };
    if (type.startsWith('matching.') && match) this.market.putMatch(key, seq, match);
  }
}

const roundPlanned = eventTypeOf(RoundPlanned).type;
const requestPosted = eventTypeOf(RequestPosted).type;

type Apply = (market: Market, key: string, seq: number, data: object) => void;

const offer: Apply = (market, key, seq, data) => market.putOffer(key, seq, (data as OfferPublished).offer);
const request: Apply = (market, key, seq, data) =>
  market.putRequest(key, seq, (data as RequestPosted).request);

const appliers = new Map<string, Apply>([
  [
    eventTypeOf(SchoolLocationChanged).type,
    (market, key, seq, data) => market.putLocation(key, seq, data as SchoolLocationChanged),
  ],
  [
    eventTypeOf(OrganisationChanged).type,
    (market, key, seq, data) => market.putOrganisation(key, seq, data as OrganisationChanged),
  ],
  [
    eventTypeOf(RegionChanged).type,
    (market, key, seq, data) => market.putRegion(key, seq, data as RegionChanged),
  ],
  ['offers.offer-published', offer],
  ['offers.offer-changed', offer],
  ['offers.offer-withdrawn', offer],
  ['requests.request-posted', request],
  ['requests.request-changed', request],
  ['requests.request-unmet', request],
  ['requests.request-withdrawn', request],
  [
    eventTypeOf(HoldHeld).type,
    (market, key, seq, data) => market.putHold(key, seq, (data as HoldHeld).slots),
  ],
  [
    eventTypeOf(HoldReleased).type,
    (market, key, seq, data) => market.putHold(key, seq, (data as HoldReleased).left),
  ],
  [
    eventTypeOf(GroupChanged).type,
    (market, key, seq, data) => market.putGroup(key, seq, data as GroupChanged),
  ],
  [
    eventTypeOf(ProposalRejected).type,
    (market, _key, _seq, data) => market.putRejection(data as ProposalRejected),
  ],
]);

async function* every<S>(aggregates: Aggregates<S>, index: string): AsyncGenerator<Aggregate<S>> {
  let after: string | null = null;
  do {
    const page: { items: readonly Aggregate<S>[]; next: string | null } = await aggregates.find(index, {
      equals: '*',
      limit: 1000,
      ...(after ? { after } : {}),
    });
    yield* page.items;
    after = page.next;
  } while (after);
}
