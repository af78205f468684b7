import { infinitePrice } from '../plan/bid-book.js';
import { type Plan } from '../plan/plan.js';
import { type FlatMarket } from '../search/flat-market.js';
import { type CandidateSource } from '../search/candidate-source.js';
import {
  checkSnapshot,
  emptySnapshot,
  snapshotOfPlan,
  type AssignmentSnapshot,
  type LiveOptions,
} from './assignment-snapshot.js';
import { ChangeRefused } from './change-refused.js';
import { ForwardAuction } from './forward-auction.js';
import { LiveMarket } from './live-market.js';
import { absent, waiting } from './request-records.js';
import { provenPlan } from './proven-plan.js';
import { ReverseAuction } from './reverse-auction.js';

/** Changes after which the source reads all prices again: those that have risen let it stop sooner. */
const repriceAfter = 4096;

/**
 * A plan that lives: prices and bids stay in memory, and every change is worked in at once. After each change capacities and
 * hard conditions hold, no request gains more than ε by another slot at its price (counting the keep bonus of what it was
 * shown), none that waits finds a slot worth more than ε above its price, and a slot with a free place asks no more than that
 * place costs: so the assignment is within ε per assigned request of the best. One that started from a plan made with a
 * larger ε is as good as that plan where nothing has changed since.
 *
 * The market is the caller's and may grow: a request or slot is appended there first, then added here by its number. Its
 * capacities are written here. What a market says of a request or slot must never change: a changed one comes under a new
 * number.
 * Methods that change something throw ChangeRefused when it makes no sense, and then change nothing.
 */
export class Assignment {
  private readonly live: LiveMarket;
  private readonly forward: ForwardAuction;
  private readonly reverse: ReverseAuction;
  private changes = 0;
  private readonly prepared = { requests: 0, slots: 0 };

  private constructor(market: FlatMarket, source: CandidateSource, snapshot: AssignmentSnapshot) {
    checkSnapshot(market, snapshot);
    this.live = new LiveMarket(market, source, snapshot);
    this.forward = new ForwardAuction(this.live);
    this.reverse = new ReverseAuction(this.live);
    const { book, records, requests } = this.live;
    book.prices.set(snapshot.prices);
    for (let request = 0; request < snapshot.slots.length; request++) {
      const slot = snapshot.slots[request]!;
      records.setShown(request, snapshot.shown[request]!);
      if (slot === absent) continue;
      requests.add(request);
      if (slot === waiting) records.setSlot(request, waiting);
      else book.enter(request, slot, snapshot.bids[request]!, this.live.worth(request, slot));
    }
    source.reprice(book.prices);
  }

  /** All slots open, no requests yet. @throws SnapshotInvalid for options out of range */
  static empty(market: FlatMarket, source: CandidateSource, options: LiveOptions = {}): Assignment {
    return new Assignment(market, source, emptySnapshot(market, options));
  }

  /** From a finished plan of this market, with the same place costs. @throws SnapshotInvalid when it is not one */
  static fromPlan(
    market: FlatMarket,
    source: CandidateSource,
    plan: Plan,
    options: LiveOptions = {},
  ): Assignment {
    return new Assignment(market, source, snapshotOfPlan(plan, options));
  }

  /** Goes on exactly where the snapshot was taken. @throws SnapshotInvalid when it does not belong to this market */
  static restore(market: FlatMarket, source: CandidateSource, snapshot: AssignmentSnapshot): Assignment {
    return new Assignment(market, source, snapshot);
  }

  snapshot(): AssignmentSnapshot {
    const { book, records, market, epsilon, keepBonus } = this.begin();
    return {
      epsilon,
      keepBonus,
      placeCosts: book.placeCosts(market.slotCount),
      slots: records.column(records.slotOf, market.requestCount),
      bids: records.column(records.bidOf, market.requestCount),
      shown: records.column(records.shownTo, market.requestCount),
      prices: book.prices.slice(0, market.slotCount),
    };
  }

  /** The assignment as a plan, with a certificate from a pricing pass over all requests; scores count without keep bonus. */
  plan(): Plan {
    return provenPlan(this.begin());
  }

  /** A source that was built anew for the same market takes over. */
  useSource(source: CandidateSource): void {
    this.live.source = source;
    source.reprice(this.live.book.prices);
  }

  /** −1 when it waits or takes no part. */
  slotOf(request: number): number {
    return Math.max(waiting, this.live.records.slotOf(request) ?? absent);
  }

  takesPart(request: number): boolean {
    return (this.live.records.slotOf(request) ?? absent) !== absent;
  }

  /** Score units; `infinitePrice` where there is nothing to have. */
  priceOf(slot: number): number {
    return this.live.book.prices[slot] ?? infinitePrice;
  }

  addRequest(request: number): void {
    const { records, market, requests } = this.begin();
    if (!isNumberIn(request, market.requestCount)) throw new ChangeRefused('request-unknown', request);
    if (records.slotOf(request) !== absent) throw new ChangeRefused('request-present', request);
    records.setSlot(request, waiting);
    requests.add(request);
    this.forward.bid(request);
  }

  withdrawRequest(request: number): void {
    this.begin();
    const slot = this.slotOfPresent(request);
    this.takeOut(request);
    if (slot !== waiting) this.reverse.fill(slot);
  }

  /** Opens a slot that is new, or closed, with the places the market says it has. */
  addSlot(slot: number): void {
    const { book } = this.begin();
    this.checkSlot(slot);
    if (book.prices[slot] !== infinitePrice) throw new ChangeRefused('slot-open', slot);
    this.reverse.fill(slot);
  }

  /** Its requests bid again; the market's capacity is 0 then. */
  removeSlot(slot: number): void {
    this.begin();
    this.checkOpen(slot);
    this.changeCapacity(slot, 0);
  }

  /** Writes the market's capacity: places that may still be given, those taken by `freeze` not among them. */
  setCapacity(slot: number, places: number): void {
    this.begin();
    this.checkSlot(slot);
    if (!isNumberIn(places, infinitePrice)) throw new ChangeRefused('capacity-invalid', slot);
    this.changeCapacity(slot, places);
  }

  /**
   * A confirmed match: the request has its slot, or another one given to it (whether it fits or not), for good. Both leave
   * the market, the slot with one place.
   */
  freeze(request: number, slot?: number): void {
    const { book, market } = this.begin();
    const own = this.slotOfPresent(request);
    const given = slot ?? own;
    if (given === waiting) throw new ChangeRefused('request-unassigned', request);
    this.checkOpen(given);
    this.takeOut(request);
    if (own !== waiting && own !== given) this.reverse.fill(own);
    book.forgetPlace(given);
    this.changeCapacity(given, market.capacity[given]! - 1);
  }

  /** The request's proposal has been seen: that slot counts the keep bonus more for it from now on, and no earlier one does. */
  markShown(request: number): void {
    const { records } = this.begin();
    const slot = this.slotOfPresent(request);
    if (slot === waiting) throw new ChangeRefused('request-unassigned', request);
    records.setShown(request, slot);
    records.setWorth(request, this.live.worth(request, slot));
  }

  /**
   * Works ahead: candidates of up to so many requests and askers of as many slots that nobody needed yet, so that changes to
   * come need not wait for them. Changes nothing else. False when there is nothing left to find.
   */
  prepare(count: number): boolean {
    const { book, records, candidates, market, source } = this.begin();
    const [requests, slots] = [this.prepared.requests, this.prepared.slots];
    this.prepared.requests = Math.min(market.requestCount, requests + count);
    this.prepared.slots = Math.min(market.slotCount, slots + count);
    for (let request = requests; request < this.prepared.requests; request++)
      if (records.slotOf(request) !== absent && !candidates.knows(request))
        candidates.refill(request, source, book.prices);
    for (let slot = slots; slot < this.prepared.slots; slot++)
      if (book.prices[slot] !== infinitePrice) this.reverse.askers.of(slot);
    return this.prepared.requests < market.requestCount || this.prepared.slots < market.slotCount;
  }

  private begin(): LiveMarket {
    const { live } = this;
    live.grow();
    if (++this.changes % repriceAfter === 0) live.source.reprice(live.book.prices);
    return live;
  }

  private takeOut(request: number): void {
    const { book, records, requests, candidates } = this.live;
    if (records.slotOf(request) !== waiting) book.leave(request);
    records.setSlot(request, absent);
    requests.remove(request);
    candidates.forget(request);
  }

  private changeCapacity(slot: number, places: number): void {
    const { book, records, market } = this.live;
    market.capacity[slot] = places;
    const evicted = [];
    for (let taken = book.counts[slot]!; taken > 0; taken--) {
      const lowest = book.lowest(slot);
      // Once a place is confirmed out of turn, those left may cost more than they are worth to who is in them.
      if (taken <= places && records.bidOf(lowest) >= book.costOf(slot, taken - 1)) break;
      book.leave(lowest);
      evicted.push(lowest);
    }
    this.reverse.fill(slot);
    for (const request of evicted) this.forward.bid(request);
  }

  private slotOfPresent(request: number): number {
    const { records, market } = this.live;
    if (!isNumberIn(request, market.requestCount)) throw new ChangeRefused('request-unknown', request);
    const slot = records.slotOf(request);
    if (slot === absent) throw new ChangeRefused('request-absent', request);
    return slot;
  }

  private checkSlot(slot: number): void {
    if (!isNumberIn(slot, this.live.market.slotCount)) throw new ChangeRefused('slot-unknown', slot);
  }

  private checkOpen(slot: number): void {
    this.checkSlot(slot);
    if (this.priceOf(slot) === infinitePrice) throw new ChangeRefused('slot-closed', slot);
  }
}

function isNumberIn(number: number, count: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < count;
}
