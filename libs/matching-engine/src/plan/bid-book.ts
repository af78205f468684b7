/** Reserves a buffer; threads pass one that gives shared memory. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** The price of a slot without places: above any score, and a score minus it still fits an int32. */
export const infinitePrice = 2 ** 30;

/**
 * Prices and accepted bids of every slot. A slot's places are a min-heap of (bid, bidder) pairs, interleaved, from
 * `firstPlace[slot]` on; a place nobody has is held by bidder −1 at the cost of giving it (0, or what the policy adds),
 * so a heap is always full and its root is the price.
 */
export interface BidBook {
  /** slots + 1 entries; the places of a slot are `firstPlace[slot]` … `firstPlace[slot + 1] − 1`. */
  readonly firstPlace: Int32Array;
  /** What giving each place costs, rising within a slot. */
  readonly reserves: Int32Array;
  /** bid, bidder of each place. */
  readonly bids: Int32Array;
  readonly prices: Int32Array;
}

/** An empty book; `capacity` and the returned book number the slots alike. */
export function bidBook(capacity: Int32Array, allocate: Allocate): BidBook {
  const firstPlace = new Int32Array(allocate(4 * (capacity.length + 1)));
  for (let slot = 0; slot < capacity.length; slot++)
    firstPlace[slot + 1] = firstPlace[slot]! + capacity[slot]!;
  const places = firstPlace[capacity.length]!;
  return {
    firstPlace,
    reserves: new Int32Array(allocate(4 * places)),
    bids: new Int32Array(allocate(8 * places)),
    prices: new Int32Array(allocate(4 * capacity.length)),
  };
}

/** Takes all bids back: every place is free again. */
export function clearBook(book: BidBook): void {
  for (let slot = 0; slot < book.prices.length; slot++) clearSlot(book, slot);
}

export function clearSlot({ firstPlace, reserves, bids, prices }: BidBook, slot: number): void {
  const [first, end] = [firstPlace[slot]!, firstPlace[slot + 1]!];
  for (let place = first; place < end; place++) {
    bids[2 * place] = reserves[place]!;
    bids[2 * place + 1] = -1;
  }
  prices[slot] = first === end ? infinitePrice : reserves[first]!;
}

/** Gives a free place of a slot to the bidder where all who have one bid the same, which is no more than what the others cost. */
export function take({ firstPlace, bids, prices }: BidBook, slot: number, bid: number, bidder: number): void {
  let at = 2 * firstPlace[slot]!;
  while (bids[at + 1]! >= 0) at += 2;
  bids[at] = bid;
  bids[at + 1] = bidder;
  prices[slot] = bid;
}

/** Gives the cheapest place of the slot to the bidder; returns who had it, −1 when it was free. `bid` ≥ the slot's price. */
export function outbid(book: BidBook, slot: number, bid: number, bidder: number): number {
  const { bids, firstPlace } = book;
  const base = 2 * firstPlace[slot]!;
  const size = firstPlace[slot + 1]! - firstPlace[slot]!;
  const evicted = bids[base + 1]!;
  let hole = 0;
  for (let child = 1; child < size; child = 2 * hole + 1) {
    let at = base + 2 * child;
    if (child + 1 < size && bids[at + 2]! < bids[at]!) {
      child += 1;
      at += 2;
    }
    if (bids[at]! >= bid) break;
    bids[base + 2 * hole] = bids[at]!;
    bids[base + 2 * hole + 1] = bids[at + 1]!;
    hole = child;
  }
  bids[base + 2 * hole] = bid;
  bids[base + 2 * hole + 1] = bidder;
  book.prices[slot] = bids[base]!;
  return evicted;
}
