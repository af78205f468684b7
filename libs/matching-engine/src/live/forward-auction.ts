import { type LiveMarket } from './live-market.js';

/**
 * Forward auction for a request that looks for a place, and then for whoever is outbid in turn: each bids for its best slot
 * up to where its second best, or staying out, is as good, plus ε; until one takes a free place or finds nothing worth its
 * price. Prices only rise.
 */
export class ForwardAuction {
  private slot = -1;
  private best = 0;
  private second = 0;

  constructor(private readonly live: LiveMarket) {}

  /** `request` waits. */
  bid(request: number): void {
    const { book, epsilon } = this.live;
    for (let bidder = request; bidder >= 0;) {
      this.look(bidder);
      const { slot } = this;
      if (slot < 0) return;
      const amount = book.prices[slot]! + this.best - this.second + epsilon;
      const outbid = this.makeRoom(slot);
      book.enter(bidder, slot, amount, this.live.worth(bidder, slot));
      this.live.settlePrice(slot);
      bidder = outbid;
    }
  }

  private look(request: number): void {
    const { live } = this;
    const { candidates, records, book } = live;
    this.readCandidates(request);
    const floor = records.floorOf(request);
    // Exactly the best two, ties included, so that a restored assignment goes on in the same way.
    if (floor > 0 && (this.best <= floor || this.second < floor)) {
      candidates.refill(request, live.source, book.prices);
      this.readCandidates(request);
    }
    const shown = records.shownTo(request);
    if (shown >= 0) this.compareShown(shown, live.worth(request, shown) - book.prices[shown]!);
  }

  private readCandidates(request: number): void {
    const { records, book } = this.live;
    const { edges, words } = this.live.candidates;
    const { prices } = book;
    this.slot = -1;
    this.best = this.second = 0;
    let edge = words * request;
    for (const end = edge + 2 * records.candidatesOf(request); edge < end; edge += 2)
      this.compare(edges[edge]!, edges[edge + 1]! - prices[edges[edge]!]!);
  }

  private compare(slot: number, value: number): void {
    if (value > this.best || (value === this.best && slot < this.slot)) {
      this.second = this.best;
      this.best = value;
      this.slot = slot;
    } else if (value > this.second) this.second = value;
  }

  /** What was shown stands among the candidates without its bonus, or not at all. */
  private compareShown(shown: number, value: number): void {
    if (shown === this.slot) this.best = value;
    else this.compare(shown, value);
  }

  /** Returns who had to go, −1 when a free place was as cheap. */
  private makeRoom(slot: number): number {
    const { book, records, market } = this.live;
    const taken = book.counts[slot]!;
    const lowest = book.lowest(slot);
    const free = taken < market.capacity[slot]!;
    if (lowest < 0 || (free && book.costOf(slot, taken) <= records.bidOf(lowest))) return -1;
    book.leave(lowest);
    return lowest;
  }
}
