import { Injectable } from '@nestjs/common';
import type { HeldSlot, OfferSnapshot } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, type Aggregate, type Cause } from '#libs/runtime';
import { snapshotOf, type Match } from '../domain/match.js';
import { OfferWaitingList } from '../join-waiting-list/offer-waiting-list.js';
import { MarketPlace } from '../market/market-place.js';
import { matchesAggregate } from '../matching.collection.js';
import { ConsiderRequest } from '../propose-for-request/consider-request.js';
import { FreedPlaces } from './freed-places.js';

const newsForMs = 24 * 60 * 60_000;
const fellThrough: readonly Match['state'][] = ['declined', 'cancelled', 'released', 'no-show'];

/** What becomes of a place that comes free, and of the request that loses it. */
@Injectable()
export class Backfill {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly place: MarketPlace,
    private readonly waiting: OfferWaitingList,
    private readonly places: FreedPlaces,
    private readonly consider: ConsiderRequest,
    private readonly clock: Clock,
  ) {}

  /** A match gave these back: to the waiting list, then as proposals; and what it was for is considered anew. */
  async afterRelease(matchId: string, slots: readonly HeldSlot[], cause: Cause): Promise<void> {
    const match = await this.matches.get(matchId);
    // The release may be heard before the end of the match is: what fell through must not be proposed again.
    if (match) this.place.market.putMatch(match.id, match.seq, snapshotOf(match.state));
    await this.placesFreed(new Set(slots.map(({ slotId }) => slotId)), cause);
    const requestId = match && fellThrough.includes(match.state.state) ? match.state.requestId : undefined;
    if (requestId && this.isNews(cause)) await this.consider.again(requestId, cause);
  }

  /** The partner gives out places again that it had kept for others. */
  async afterUnblocking(
    before: OfferSnapshot | undefined,
    { blocked }: OfferSnapshot,
    cause: Cause,
  ): Promise<void> {
    const now = new Map(blocked.map(({ slotId, groups }) => [slotId, groups]));
    const freed = (before?.blocked ?? []).filter(({ slotId, groups }) => (now.get(slotId) ?? 0) < groups);
    await this.placesFreed(new Set(freed.map(({ slotId }) => slotId)), cause);
  }

  /** An offer that is new may be what a request was given up for. */
  async afterPublishing({ organisationId, kind }: OfferSnapshot, cause: Cause): Promise<void> {
    if (!this.isNews(cause)) return;
    const { market } = this.place;
    const regionIds = market.organisation(organisationId)?.regionIds ?? [];
    for (const { id, request } of market.requestsIn(regionIds))
      if (request.state === 'unmet' && request.kind === kind) await this.consider.again(id, cause);
  }

  async taken(slots: readonly HeldSlot[], cause: Cause): Promise<void> {
    for (const { slotId } of slots) await this.places.taken(slotId, cause);
  }

  /** What `offers` said of the place of an option; somebody may have waited for it. */
  async answered(option: Aggregate<Match>, isHeld: boolean, cause: Cause): Promise<void> {
    const { origin, optionWorkingDays } = option.state;
    if (origin !== 'booked' || optionWorkingDays === null) return;
    await (isHeld ? this.waiting.secured(option, cause) : this.waiting.refused(option, cause));
  }

  private async placesFreed(slotIds: ReadonlySet<string>, cause: Cause): Promise<void> {
    for (const slotId of slotIds) {
      if ((await this.waiting.offerNext(slotId, cause)) || !this.isNews(cause)) continue;
      for (const { requestId } of await this.places.free(slotId, cause))
        await this.consider.again(requestId, cause);
    }
  }

  /** What is told again long afterwards frees nothing now: the proposals of today know what is free. */
  private isNews(cause: Cause): boolean {
    return cause.kind !== 'event' || this.clock.now() - Date.parse(cause.time) < newsForMs;
  }
}
