import { type LiveMarket } from './live-market.js';
import { BestOffers } from './best-offers.js';
import { absent, waiting } from './request-records.js';
import { SlotAskers } from './slot-askers.js';

/**
 * Reverse auction (D. P. Bertsekas, D. A. Castañon and H. Tsaknakis, "Reverse auction and the solution of inequality
 * constrained assignment problems", SIAM Journal on Optimization 3, 1993) for a slot with a free place whose price is above
 * what that place costs: whoever gains most by coming gets it at the price at which the next best would gain nothing, and
 * the place left behind is next; until nobody gains more than ε. Prices only fall.
 */
export class ReverseAuction {
  private candidates = new Int32Array(1024);
  private scores = new Int32Array(1024);
  /** What each candidate could pay here and be as well off as now. */
  private offers = new Int32Array(1024);
  private count = 0;
  private readonly bestOffers = new BestOffers();
  private readonly left: number[] = [];
  readonly askers: SlotAskers;

  constructor(private readonly live: LiveMarket) {
    this.askers = new SlotAskers(live);
  }

  fill(slot: number): void {
    this.left.push(slot);
    for (let next = this.left.pop(); next !== undefined; next = this.left.pop()) {
      const { book, market } = this.live;
      const taken = book.counts[next]!;
      const open = taken < market.capacity[next]! && book.prices[next]! > book.costOf(next, taken);
      if (open) this.fillOne(next);
      else this.live.settlePrice(next);
    }
  }

  private fillOne(slot: number): void {
    const { book, market } = this.live;
    const asked = book.prices[slot]!;
    this.look(slot, asked);
    while (book.counts[slot]! < market.capacity[slot]!) if (!this.giveOne(slot, asked)) break;
    this.live.settlePrice(slot);
    this.tell(slot);
  }

  /** Reads everybody to whom a price between what the slot asks and what it will ask can matter. */
  private look(slot: number, asked: number): void {
    const { live, bestOffers } = this;
    const { records, book, market, epsilon, keepBonus } = live;
    const { prices } = book;
    const { pairs, count } = this.askers.of(slot);
    if (count > this.candidates.length) {
      this.candidates = new Int32Array(2 * count);
      this.scores = new Int32Array(2 * count);
      this.offers = new Int32Array(2 * count);
    }
    const free = market.capacity[slot]! - book.counts[slot]!;
    const cost = book.costOf(slot, book.counts[slot]!);
    bestOffers.begin(free + 1);
    this.count = 0;
    for (let at = 0; at < 2 * count; at += 2) {
      const request = pairs[at]!;
      const score = pairs[at + 1]!;
      // Nobody offers more than that, and the price will not fall below what one more than there are places offer.
      if (score + keepBonus + epsilon <= Math.min(asked, Math.max(cost, bestOffers.least - epsilon))) break;
      const from = records.slotOf(request);
      if (from === absent) continue;
      const worth = records.shownTo(request) === slot ? score + keepBonus : score;
      const offer = from < 0 ? worth : worth - (records.worthOf(request) - prices[from]!);
      if (from !== slot) bestOffers.add(offer);
      this.candidates[this.count] = request;
      this.scores[this.count] = score;
      this.offers[this.count++] = offer;
    }
  }

  /** `asked`: the price as it was, which satisfied everybody and must not rise. */
  private giveOne(slot: number, asked: number): boolean {
    const { candidates, offers } = this;
    const { book, records, epsilon } = this.live;
    const cost = book.costOf(slot, book.counts[slot]!);
    if (asked <= cost) return false;
    let best = -1;
    let bestWaiting = -1;
    let second = cost;
    for (let at = 0; at < this.count; at++) {
      const from = records.slotOf(candidates[at]!);
      if (from === slot) continue;
      if (from === waiting && this.isBefore(at, bestWaiting)) bestWaiting = at;
      if (this.isBefore(at, best)) {
        if (best >= 0) second = Math.max(second, offers[best]!);
        best = at;
      } else second = Math.max(second, offers[at]!);
    }
    if (best >= 0 && offers[best]! > cost + epsilon)
      this.move(best, slot, Math.min(asked, Math.max(cost, second - epsilon)));
    else if (bestWaiting >= 0 && offers[bestWaiting]! > cost) this.move(bestWaiting, slot, cost);
    else return false;
    return true;
  }

  private isBefore(at: number, other: number): boolean {
    if (other < 0) return true;
    const more = this.offers[at]! - this.offers[other]!;
    return more > 0 || (more === 0 && this.candidates[at]! < this.candidates[other]!);
  }

  private move(at: number, slot: number, bid: number): void {
    const { book, records } = this.live;
    const request = this.candidates[at]!;
    const from = records.slotOf(request);
    if (from >= 0) {
      book.leave(request);
      this.left.push(from);
    }
    book.enter(request, slot, bid, this.live.worth(request, slot));
  }

  /**
   * What a lower price means elsewhere: nobody may hold out in another slot for more than makes that one as good as this,
   * and those who know their candidates must know of this one.
   */
  private tell(slot: number): void {
    const { candidates, offers, scores } = this;
    const { records, epsilon, candidates: lists } = this.live;
    const { prices } = this.live.book;
    const price = prices[slot]!;
    for (let at = 0; at < this.count; at++) {
      const request = candidates[at]!;
      if (scores[at]! - price > records.floorOf(request)) lists.tell(request, slot, scores[at]!, prices);
      const from = records.slotOf(request);
      if (from < 0 || from === slot) continue;
      const most = prices[from]! + Math.max(0, price + epsilon - offers[at]!);
      if (records.bidOf(request) > most) records.setBid(request, most);
    }
  }
}
