import { infinitePrice } from '../plan/bid-book.js';
import type { PlaceCosts } from '../plan/plan-options.js';
import type { FlatMarket } from '../search/flat-market.js';
import type { CandidateSource } from '../search/candidate-source.js';
import { CeilingsLeft, type CeilingTable } from './ceilings.js';
import { costOfPlaces } from './place-costs.js';
import type { WholeRequests } from './whole-requests.js';

/** A market of units of which the units of one request stand or fall together, in one slot. */
export interface UnitMarket extends Pick<FlatMarket, 'slotCount' | 'capacity' | 'score'> {
  /** Places that the unit's whole request takes in this slot, ≥ its number of units; −1 where it does not fit. */
  placesNeeded(unit: number, slot: number): number;
}

export interface WholeTask {
  readonly market: UnitMarket;
  readonly source: CandidateSource;
  readonly requests: WholeRequests;
  readonly ceilings: CeilingTable;
  readonly placeCosts: PlaceCosts;
}

/** Who was given what. */
export interface Given {
  /** Slot of each request, −1 none. */
  readonly slots: Int32Array;
  /** Σ score × units of the requests served, less what the places cost; score units. */
  readonly value: number;
}

/** How many slots are looked at for one with room. */
const alternatives = 32;

/** Gives whole requests their slots one by one and knows what is left: places, and activities under ceilings. */
export class PlacesLeft implements Given {
  readonly slots: Int32Array;
  value = 0;
  private readonly left: Int32Array;
  private readonly ceilings: CeilingsLeft;
  private readonly question;
  private readonly found = { slots: new Int32Array(alternatives), values: new Int32Array(alternatives) };

  constructor(private readonly task: WholeTask) {
    const { market, source, requests, ceilings } = task;
    this.slots = new Int32Array(requests.count).fill(-1);
    this.left = market.capacity.slice(0, market.slotCount);
    this.ceilings = new CeilingsLeft(ceilings);
    const prices = this.left.map((places) => (places > 0 ? 0 : infinitePrice));
    this.question = { k: alternatives, above: 0, prices };
    source.reprice(prices);
  }

  unitsOf(request: number): number {
    const { from } = this.task.requests;
    return from[request + 1]! - from[request]!;
  }

  /** Does all of the request go into the slot now? */
  hasRoom(request: number, slot: number): boolean {
    const places = this.task.market.placesNeeded(this.task.requests.from[request]!, slot);
    return places >= 0 && places <= this.left[slot]! && this.ceilings.allows(slot);
  }

  /** The best slot with room for the request, −1 none. */
  bestFor(request: number): number {
    const count = this.task.source.top(this.task.requests.from[request]!, this.question, this.found, 0);
    for (let rank = 0; rank < count; rank++) {
      const slot = this.found.slots[rank]!;
      if (this.hasRoom(request, slot)) return slot;
    }
    return -1;
  }

  scoreOf(request: number, slot: number): number {
    return this.task.market.score(this.task.requests.from[request]!, slot);
  }

  /** Needs room; `value` falls by what the places cost. */
  give(request: number, slot: number): void {
    this.slots[request] = slot;
    const { market, requests, placeCosts } = this.task;
    const places = market.placesNeeded(requests.from[request]!, slot);
    const taken = market.capacity[slot]! - this.left[slot]!;
    const cost = costOfPlaces(placeCosts, slot, taken + places) - costOfPlaces(placeCosts, slot, taken);
    this.value += this.scoreOf(request, slot) * this.unitsOf(request) - cost;
    this.left[slot]! -= places;
    if (this.left[slot] === 0) this.question.prices[slot] = infinitePrice;
    this.ceilings.take(slot);
  }
}
