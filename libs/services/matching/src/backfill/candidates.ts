import { Injectable } from '@nestjs/common';
import { isUnserved, type RequestSnapshot } from '#libs/contracts';
import { localDateOfDay } from '#libs/facts';
import { fits, ranked, type OfferSlot } from '#libs/matching-engine';
import { Clock } from '#libs/ports/clock/port';
import type { Candidate } from '../domain/freed-place.js';
import { MarketPlace } from '../market/market-place.js';
import { hasBegun } from '../market/time-of-slot.js';

/** Which requests a place would serve that has come free. */
@Injectable()
export class Candidates {
  constructor(
    private readonly place: MarketPlace,
    private readonly clock: Clock,
  ) {}

  /** The slot while there is room in it and it lies ahead. */
  free(slotId: string): OfferSlot | undefined {
    const slot = this.place.market.slot(slotId);
    const isFree = slot && !slot.closed && slot.takenGroups < slot.capacityGroups;
    return isFree && !hasBegun(slot, this.clock.now()) ? slot : undefined;
  }

  /** The unserved requests of the partner's regions that it fits, lead time included. */
  of(slot: OfferSlot): Candidate[] {
    const candidates: Candidate[] = [];
    for (const { id, request } of this.place.market.requestsIn(slot.regionIds)) {
      const candidate = this.candidate(id, request, slot);
      if (candidate) candidates.push(candidate);
    }
    return candidates;
  }

  /** Whether it would still serve that request. */
  still({ requestId }: Candidate, slot: OfferSlot): boolean {
    const request = this.place.market.request(requestId);
    return request !== undefined && this.candidate(requestId, request, slot) !== undefined;
  }

  private candidate(id: string, request: RequestSnapshot, slot: OfferSlot): Candidate | undefined {
    const { market } = this.place;
    if (request.kind !== slot.kind || !isUnserved(request.state) || request.unconfirmed) return undefined;
    const date = localDateOfDay(slot.day);
    if (!request.windows.some(({ from, to }) => from <= date && date <= to)) return undefined;
    const groups = market.openGroupsOf(id);
    if (groups.length === 0) return undefined;
    if (market.isExcluded(id, slot)) return undefined;
    const need = market.needFor(id, market.wishFor(id, request, groups));
    if (!need) return undefined;
    const context = market.contextOf(request.regionId, this.clock.now());
    if (fits(need, slot, context).length > 0) return undefined;
    return { requestId: id, regionId: request.regionId, score: ranked(need, slot, context).score };
  }
}
