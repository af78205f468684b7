import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  countFittingOffers,
  fits,
  propose,
  type Failure,
  type OfferSlot,
  type Proposals,
} from '#libs/matching-engine';
import { toOffsetIso, localDateOfDay, instantOf } from '#libs/facts';
import { MarketPlace } from './market-place.js';

/** Asks the engine about requests, on the market as it is now. */
@Injectable()
export class Propose {
  constructor(
    private readonly place: MarketPlace,
    private readonly clock: Clock,
  ) {}

  /** The best `k`; undefined while the request, its school or its region has not arrived here yet. */
  bestFor(requestId: string, k: number): Proposals | undefined {
    const { market } = this.place;
    const need = market.needOf(requestId);
    const request = market.request(requestId);
    if (!need || !request) return undefined;
    return propose(need, market.slotsFor(requestId), k, market.contextOf(request.regionId, this.clock.now()));
  }

  /** What else there is for a request whose slot is gone: its best three, as the API shows them. */
  alternativesFor(requestId: string) {
    return (this.bestFor(requestId, 3)?.items ?? []).map(proposalOf);
  }

  /** How many offers fit, and if none does, which conditions keep them out; undefined as `bestFor`. */
  countFor(requestId: string): { fitting: number; obstacles: readonly string[] } | undefined {
    const { market } = this.place;
    const need = market.needOf(requestId);
    const request = market.request(requestId);
    if (!need || !request) return undefined;
    const [slots, context] = [
      market.slotsFor(requestId),
      market.contextOf(request.regionId, this.clock.now()),
    ];
    const fitting = countFittingOffers(need, slots, context);
    const whyNone = fitting === 0 ? propose(need, slots, 0, context).whyNone : undefined;
    return { fitting, obstacles: (whyNone?.failures ?? []).map(({ condition }) => condition) };
  }

  /** Every hard condition that the pair fails now. The match's own place does not stand in its own way. */
  failuresOf(requestId: string, slot: OfferSlot): Failure[] | undefined {
    const { market } = this.place;
    const need = market.needOf(requestId);
    const request = market.request(requestId);
    return need && request
      ? fits(need, slot, market.contextOf(request.regionId, this.clock.now()))
      : undefined;
  }
}

/** The slot's start and end as ISO 8601 with offset. */
export function timeOfSlot({
  day,
  startMinute,
  endMinute,
}: Pick<OfferSlot, 'day' | 'startMinute' | 'endMinute'>) {
  const date = localDateOfDay(day);
  return { start: toOffsetIso(instantOf(date, startMinute)), end: toOffsetIso(instantOf(date, endMinute)) };
}

/** A proposal as the API shows it. */
export function proposalOf({ slot, score: value, explanation, warnings }: Proposals['items'][number]) {
  return {
    slotId: slot.slotId,
    offerId: slot.offerId,
    organisationId: slot.organisationId,
    ...timeOfSlot(slot),
    score: value,
    price: 0,
    warnings,
    explanation,
  };
}
