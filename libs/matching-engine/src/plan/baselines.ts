import { type FlatMarket } from '../search/flat-market.js';
import { type CandidateSource } from '../search/candidate-source.js';
import { infinitePrice } from './bid-book.js';

/** Slots filled up between two times the source reads all prices. */
const repriceAfter = 4096;

type Market = Pick<FlatMarket, 'requestCount' | 'slotCount' | 'capacity'>;

/** What a plan is compared with: no prices, no proof. */
export interface Baseline {
  /** Slot of each request, −1 none. */
  readonly assignment: Int32Array;
  /** Sum of the scores, score units. */
  readonly value: number;
}

/** Requests in the order of their numbers; each takes its best slot that still has a place. */
export function firstComeFirstServed(market: Market, source: CandidateSource): Baseline {
  const free = new FreePlaces(market, source);
  for (let request = 0; request < market.requestCount; request++) if (free.best(request)) free.take(request);
  return free.given();
}

/** The best pair of all first, then the best of what is left, and so on; equal scores by request, then by slot. */
export function greedy(market: Market, source: CandidateSource): Baseline {
  const free = new FreePlaces(market, source);
  const waiting: number[][] = [];
  for (let request = 0; request < market.requestCount; request++)
    if (free.best(request)) (waiting[free.score] ??= []).push(request);
  for (let score = waiting.length - 1; score > 0; score--) {
    // A slot may have filled up since: then the request waits for the turn of its next best score.
    for (const request of waiting[score]?.sort((a, b) => a - b) ?? []) {
      if (!free.best(request)) continue;
      if (free.score === score) free.take(request);
      else (waiting[free.score] ??= []).push(request);
    }
    waiting[score] = [];
  }
  return free.given();
}

class FreePlaces {
  score = 0;
  private slot = -1;
  private value = 0;
  private filled = 0;
  private readonly left: Int32Array;
  private readonly assignment: Int32Array;
  private readonly prices: Int32Array;
  private readonly question: { k: number; above: number; prices: Int32Array };
  private readonly found = { slots: new Int32Array(1), values: new Int32Array(1) };

  constructor(
    market: Market,
    private readonly source: CandidateSource,
  ) {
    this.left = market.capacity.slice(0, market.slotCount);
    this.assignment = new Int32Array(market.requestCount).fill(-1);
    this.prices = this.left.map((places) => (places > 0 ? 0 : infinitePrice));
    this.question = { k: 1, above: 0, prices: this.prices };
    source.reprice(this.prices);
  }

  best(request: number): boolean {
    if (this.source.top(request, this.question, this.found, 0) === 0) return false;
    this.slot = this.found.slots[0]!;
    this.score = this.found.values[0]!;
    return true;
  }

  /** Gives the request what `best` found last. */
  take(request: number): void {
    this.assignment[request] = this.slot;
    this.value += this.score;
    if (--this.left[this.slot]! > 0) return;
    this.prices[this.slot] = infinitePrice;
    if (++this.filled % repriceAfter === 0) this.source.reprice(this.prices);
  }

  given(): Baseline {
    return { assignment: this.assignment, value: this.value };
  }
}
