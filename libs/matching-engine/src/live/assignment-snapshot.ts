import { infinitePrice } from '../plan/bid-book.js';
import { type Plan } from '../plan/plan.js';
import { type PlaceCosts } from '../plan/plan-options.js';
import { type FlatMarket } from '../search/flat-market.js';
import { absent, waiting } from './request-records.js';

/** How a live assignment weighs changes; all whole numbers of score units. */
export interface LiveOptions {
  /** ε of every bid, 1 … 2^20: smaller is better and slower. Default 5. */
  readonly epsilon?: number;
  /** How much more a slot counts for the request it was shown to, 0 … 2^20. Default 0. */
  readonly keepBonus?: number;
  /** What places cost, as the plan counted it; default nothing. */
  readonly placeCosts?: PlaceCosts;
}

/** All that a live assignment knows beside its market (the capacities stand there): plain data, a copy. */
export interface AssignmentSnapshot extends Required<Omit<LiveOptions, 'placeCosts'>> {
  readonly placeCosts: PlaceCosts | undefined;
  /** Per request: its slot, −1 it waits, −2 it takes no part (withdrawn, confirmed, not added yet). */
  readonly slots: Int32Array;
  /** Per request with a slot: what it bids for its place. */
  readonly bids: Int32Array;
  /** Per request: the slot that was shown as its proposal, −1 none. */
  readonly shown: Int32Array;
  /** Per slot: score units; `infinitePrice` where there is nothing to have. */
  readonly prices: Int32Array;
}

/** A snapshot that is not one, or not of this market as it is now. */
export class SnapshotInvalid extends Error {
  readonly code = 'matching-engine.snapshot-invalid';

  constructor(readonly rule: string) {
    super(`the snapshot does not hold: ${rule}`);
    this.name = 'SnapshotInvalid';
  }
}

/** A finished plan as a snapshot. The plan does not tell bids; its prices are the lowest they can be. */
export function snapshotOfPlan(plan: Plan, options: LiveOptions): AssignmentSnapshot {
  const { assignment, prices } = plan;
  return {
    ...withDefaults(options),
    slots: assignment.slice(),
    bids: assignment.map((slot) => (slot < 0 ? 0 : prices[slot]!)),
    shown: new Int32Array(assignment.length).fill(-1),
    prices: prices.slice(),
  };
}

/** Every slot is open and nobody has asked yet. */
export function emptySnapshot({ capacity, slotCount }: FlatMarket, options: LiveOptions): AssignmentSnapshot {
  const nobody = new Int32Array(0);
  const settings = withDefaults(options);
  const prices = Int32Array.from(capacity.subarray(0, slotCount), (places, slot) =>
    places > 0 ? (settings.placeCosts?.first[slot] ?? 0) : infinitePrice,
  );
  return { ...settings, slots: nobody, bids: nobody, shown: nobody, prices };
}

/** @throws SnapshotInvalid */
export function checkSnapshot(market: FlatMarket, snapshot: AssignmentSnapshot): void {
  const { slots, bids, shown, prices, epsilon, keepBonus, placeCosts } = snapshot;
  const { slotCount, requestCount, capacity } = market;
  const refuse = (rule: string): never => {
    throw new SnapshotInvalid(rule);
  };
  if (!(Number.isInteger(epsilon) && epsilon >= 1 && epsilon <= largest))
    refuse(`epsilon must be a whole number from 1 to ${largest}`);
  if (!(Number.isInteger(keepBonus) && keepBonus >= 0 && keepBonus <= largest))
    refuse(`the keep bonus must be a whole number from 0 to ${largest}`);
  for (const costs of placeCosts ? [placeCosts.first, placeCosts.step] : [])
    if (costs.length !== slotCount || !costs.every((cost) => cost >= 0 && cost <= largest))
      refuse(`place costs must be from 0 to ${largest}, one for each slot`);
  if (slots.length > requestCount || bids.length !== slots.length || shown.length !== slots.length)
    refuse('it has more requests than the market, or not the same number everywhere');
  if (prices.length > slotCount) refuse('it has more slots than the market');
  const taken = new Int32Array(prices.length);
  for (let request = 0; request < slots.length; request++) {
    const slot = slots[request]!;
    if (shown[request]! < -1 || shown[request]! >= slotCount)
      refuse(`request ${request} was shown a slot that is not in the market`);
    if (slot === waiting || slot === absent) continue;
    if (slot < absent || slot >= prices.length || market.score(request, slot) < 0)
      refuse(`request ${request} may not have slot ${slot}`);
    if (++taken[slot]! > capacity[slot]!) refuse(`slot ${slot} has too few places`);
    if (bids[request]! < prices[slot]! || bids[request]! >= infinitePrice)
      refuse(`request ${request} bids less than the price of slot ${slot}`);
  }
  for (let slot = 0; slot < prices.length; slot++) {
    const price = prices[slot]!;
    if (price < 0 || price > infinitePrice) refuse(`slot ${slot} has a price that cannot be`);
    const cost = (placeCosts?.first[slot] ?? 0) + taken[slot]! * (placeCosts?.step[slot] ?? 0);
    if (price < infinitePrice && taken[slot]! < capacity[slot]! && price > cost)
      refuse(`slot ${slot} has a free place and asks more than it costs`);
  }
}

const largest = 2 ** 20;

function withDefaults({ epsilon = 5, keepBonus = 0, placeCosts }: LiveOptions) {
  return { epsilon, keepBonus, placeCosts };
}
