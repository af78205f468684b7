import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  fits,
  ranked,
  whyNone,
  type Failure,
  type OfferSlot,
  type Proposals,
  type RankedSlot,
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

  /**
   * The best `k`, ranked by score less what the slot is worth to others; undefined while the request, its school or its
   * region has not arrived here yet.
   */
  bestFor(requestId: string, k: number): Proposals | undefined {
    const known = this.knownOf(requestId);
    if (!known) return undefined;
    const { need, context } = known;
    const { market } = this.place;
    const found = market.best(requestId, Math.max(1, k), this.clock.now());
    if (found.length === 0) return { items: [], whyNone: whyNone(need, market.slotsFor(requestId), context) };
    return { items: found.slice(0, k).map(({ slot }) => ranked(need, slot, context)) };
  }

  /** What else there is for a request whose slot is gone: its best three, as the API shows them. */
  alternativesFor(requestId: string) {
    return this.shown(requestId, 3).items;
  }

  /** The best `k` as the API shows them, and why there is none; no items while `bestFor` is undefined. */
  shown(requestId: string, k: number) {
    const best = this.bestFor(requestId, k);
    return {
      state: best ? ('ready' as const) : ('pending' as const),
      items: (best?.items ?? []).map((item) => this.shownAs(requestId, item)),
      whyNone: best?.whyNone,
    };
  }

  /** One slot as the API shows it, whether it fits or not; undefined as `bestFor`. */
  asProposal(requestId: string, slot: OfferSlot) {
    const known = this.knownOf(requestId);
    return known && this.shownAs(requestId, ranked(known.need, slot, known.context));
  }

  /** How many offers fit, and if none does, which conditions keep them out; undefined as `bestFor`. */
  countFor(requestId: string): { fitting: number; obstacles: readonly string[] } | undefined {
    const known = this.knownOf(requestId);
    if (!known) return undefined;
    const { market } = this.place;
    const fitting = market.countFitting(requestId, this.clock.now());
    if (fitting > 0) return { fitting, obstacles: [] };
    const { failures } = whyNone(known.need, market.slotsFor(requestId), known.context);
    return { fitting, obstacles: failures.map(({ condition }) => condition) };
  }

  /** Every hard condition that the pair fails now. The match's own place does not stand in its own way. */
  failuresOf(requestId: string, slot: OfferSlot): Failure[] | undefined {
    const known = this.knownOf(requestId);
    return known && fits(known.need, slot, known.context);
  }

  private shownAs(requestId: string, { slot, score, explanation, warnings }: RankedSlot) {
    const { market } = this.place;
    return {
      slotId: slot.slotId,
      offerId: slot.offerId,
      organisationId: slot.organisationId,
      ...timeOfSlot(slot),
      score,
      price: market.priceOf(slot.slotId, market.request(requestId)?.regionId ?? ''),
      warnings,
      explanation,
    };
  }

  private knownOf(requestId: string) {
    const { market } = this.place;
    const need = market.needOf(requestId);
    const request = market.request(requestId);
    return need && request
      ? { need, context: market.contextOf(request.regionId, this.clock.now()) }
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
