import type { OfferSlot, RequestNeed, Themes } from '../scoring/model.js';
import { buildRound, type Round, type RoundQuestion } from './build-round.js';
import { MarketStore } from './market-store.js';
import { PairScorer } from './pair-scorer.js';
import type { RegionPolicy } from './policy-table.js';
import { Ranking } from './ranking.js';
import { TermSearch } from './term-search.js';

export interface MarketQuestion {
  /** The day on which it is asked. */
  readonly today: number;
  readonly excludedOfferIds?: ReadonlySet<string>;
  readonly excludedSlotIds?: ReadonlySet<string>;
  /** What to take off the score of a slot, by its id, ≥ 0, × 10,000; absent = 0. */
  readonly prices?: ReadonlyMap<string, number>;
}

export interface FoundSlot {
  readonly slot: OfferSlot;
  /** Score with equity × 10,000, rounded. */
  readonly score: number;
  /** score − price: what the answer is ranked by. */
  readonly value: number;
}

/**
 * The market of a live process: offers and requests change one at a time, and every answer is that of a full scan by the
 * scorer. What is refused changes nothing.
 */
export class MarketIndex {
  private readonly store: MarketStore;
  private readonly scorer: PairScorer;
  private readonly search: TermSearch;

  constructor(themes: Themes) {
    this.store = new MarketStore(themes);
    this.scorer = new PairScorer(this.store.data, 'with-equity');
    this.search = new TermSearch(this.scorer, this.store.groups);
  }

  /**
   * The slots of an offer in place of those it has, if any: also the way to change places, load, rating or ceilings.
   * @throws MarketInvalid when a slot belongs to another offer, an id comes twice, or a value is no number
   */
  putOffer(offerId: string, slots: readonly OfferSlot[]): void {
    this.store.putOffer(offerId, slots);
    this.store.tidy();
  }

  /** False when there is no such offer. */
  removeOffer(offerId: string): boolean {
    const removed = this.store.removeOffer(offerId);
    this.store.tidy();
    return removed;
  }

  /**
   * A request, and what its region decides, in place of the one with its id.
   * @throws MarketInvalid when a value is no number
   * @throws WeightsInvalid
   */
  putRequest(request: RequestNeed, policy: RegionPolicy): void {
    this.store.putRequest(request, policy);
  }

  /** False when there is no such request. */
  removeRequest(requestId: string): boolean {
    return this.store.removeRequest(requestId);
  }

  /**
   * The best `k` slots for a request, best value first and equal values by slot id: the order of `propose` where nothing
   * has a price.
   * @throws MarketInvalid when there is no such request
   */
  best(requestId: string, k: number, question: MarketQuestion): FoundSlot[] {
    const { store } = this;
    const { excludedSlotIds, prices } = question;
    const ranking = new Ranking(
      k,
      (slot) => store.slotIdAt(slot),
      (id) => (excludedSlotIds?.has(id) ? undefined : (prices?.get(id) ?? 0)),
    );
    this.scorer.begin(store.requestRow(requestId), question.today);
    this.search.search(ranking, this.offerNumbers(question));
    return ranking.slots.map((slot, rank) => ({
      slot: store.slotAt(slot)!,
      score: ranking.scores[rank]!,
      value: ranking.values[rank]!,
    }));
  }

  /**
   * How many offers have a slot that fits.
   * @throws MarketInvalid when there is no such request
   */
  countFittingOffers(requestId: string, question: MarketQuestion): number {
    const { store } = this;
    const { excludedSlotIds } = question;
    this.scorer.begin(store.requestRow(requestId), question.today);
    return this.search.countOffers(
      this.offerNumbers(question),
      (slot) => !excludedSlotIds?.has(store.slotIdAt(slot)),
    );
  }

  /**
   * The market as it stands, for planning these requests: each group of each is a unit, in this order.
   * @throws MarketInvalid when there is no such request, one comes twice, or its bonus is no whole number ≥ 0
   */
  round(requestIds: readonly string[], question: RoundQuestion): Round {
    return buildRound(this.store, requestIds, question);
  }

  private offerNumbers({ excludedOfferIds = [] }: { excludedOfferIds?: Iterable<string> }): Set<number> {
    const numbers = new Set<number>();
    for (const id of excludedOfferIds) {
      const number = this.store.findOfferNumber(id);
      if (number !== undefined) numbers.add(number);
    }
    return numbers;
  }
}
