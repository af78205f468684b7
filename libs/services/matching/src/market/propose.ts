import { Injectable } from '@nestjs/common';
import type { RequestSnapshot } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  fits,
  meetsAll,
  ranked,
  whyNone,
  type Failure,
  type MatchingContext,
  type OfferSlot,
  type RankedSlot,
  type RequestNeed,
  type WhyNone,
} from '#libs/matching-engine';
import { priceOf } from '../domain/price.js';
import { costsFor, lessonsOf } from '../domain/sessions.js';
import { MarketPlace } from './market-place.js';
import { inSeveralSlots } from './propose-several.js';
import { hasBegun, timeOfSlot } from './time-of-slot.js';

/** One slot, or several of one offer: then the first stands for them. */
interface RankedSlots extends RankedSlot {
  readonly slots?: readonly OfferSlot[];
}

interface Reasons {
  readonly today: number;
  readonly answer: WhyNone;
}

interface Best {
  readonly items: readonly RankedSlots[];
  /** Present when, and only when, nothing fits. */
  readonly whyNone?: WhyNone;
}

/** Asks the engine about requests, on the market as it is now. */
@Injectable()
export class Propose {
  /** By slots, so that reasons go when the slots do. */
  private readonly reasons = new WeakMap<readonly OfferSlot[], WeakMap<RequestNeed, Reasons>>();

  constructor(
    private readonly place: MarketPlace,
    private readonly clock: Clock,
  ) {}

  /**
   * The best `k`, ranked by score less what the slot is worth to others; undefined while the request, its school or its
   * region has not arrived here yet.
   */
  bestFor(requestId: string, k: number): Best | undefined {
    const known = this.knownOf(requestId);
    if (!known) return undefined;
    const { need, context } = known;
    const { market } = this.place;
    const found = market.best(requestId, Math.max(1, k), this.clock.now());
    if (found.length > 0) return { items: found.slice(0, k).map(({ slot }) => ranked(need, slot, context)) };
    const items = this.severalFor(requestId, Math.max(1, k));
    if (items.length > 0) return { items: items.slice(0, k) };
    return { items: [], whyNone: this.whyNone(need, market.slotsFor(requestId), context) };
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
      items: (best?.items ?? []).flatMap((item) => this.shownAs(requestId, item) ?? []),
      whyNone: best?.whyNone,
    };
  }

  /** Whether the slot could be approved for it now, as far as is known here; not while `bestFor` is undefined. */
  fitsNow(requestId: string, slot: OfferSlot): boolean {
    const known = this.knownOf(requestId);
    return (
      known !== undefined &&
      !this.place.market.isExcluded(requestId, slot) &&
      !hasBegun(slot, this.clock.now()) &&
      meetsAll(known.need, slot, known.context)
    );
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
    const several = new Set(this.severalFor(requestId, 1000).map(({ slot }) => slot.offerId)).size;
    if (several > 0) return { fitting: several, obstacles: [] };
    const { failures } = this.whyNone(known.need, market.slotsFor(requestId), known.context);
    return { fitting, obstacles: failures.map(({ condition }) => condition) };
  }

  /** Every hard condition that a slot fails now for these groups of a request; undefined as `bestFor`. */
  failuresOf(requestId: string, groups: RequestSnapshot['groups'], slot: OfferSlot): Failure[] | undefined {
    const { market } = this.place;
    const request = market.request(requestId);
    const need = request && market.needFor(requestId, { ...request, groups });
    return need && fits(need, slot, market.contextOf(request.regionId, this.clock.now()));
  }

  /** Looks at every slot there is, so it is kept for as long as request, slots and day are the same. */
  private whyNone(need: RequestNeed, slots: readonly OfferSlot[], context: MatchingContext): WhyNone {
    const known = this.reasons.get(slots) ?? new WeakMap<RequestNeed, Reasons>();
    const kept = known.get(need);
    if (kept?.today === context.today) return kept.answer;
    const answer = whyNone(need, slots, context);
    this.reasons.set(slots, known.set(need, { today: context.today, answer }));
    return answer;
  }

  /** Several slots of one offer, for groups that do not fit in one; ranked and explained by their first. */
  private severalFor(requestId: string, k: number): RankedSlots[] {
    const known = this.knownOf(requestId);
    const request = this.place.market.request(requestId);
    if (!known || !request) return [];
    const { need, context } = known;
    const { groups, splitAllowed } = request;
    const found = inSeveralSlots(
      { need, groups, splitAllowed, context },
      this.place.market.offersFor(requestId),
      k,
    );
    return found.map(({ slots }) => ({
      ...ranked(need, slots[0] as OfferSlot, context),
      slots,
    }));
  }

  private shownAs(requestId: string, { slot, slots, score, explanation, warnings }: RankedSlots) {
    const { market } = this.place;
    const need = market.needOf(requestId);
    const offer = market.offer(slot.offerId);
    if (!need || !offer) return undefined;
    return {
      slotId: slot.slotId,
      ...(slots ? { slotIds: slots.map(({ slotId }) => slotId), times: slots.map(timeOfSlot) } : {}),
      offerId: slot.offerId,
      organisationId: slot.organisationId,
      ...timeOfSlot(slot),
      score,
      price: market.priceOf(slot.slotId, market.request(requestId)?.regionId ?? ''),
      costs: costsFor(need.groups, priceOf(offer, need.regionSharePercent), lessonsOf(offer)),
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
