import { type CandidateSource } from '../search/candidate-source.js';
import { chunk, mostStock, type Planning } from './planning.js';

/**
 * The pricing pass over one chunk of requests: what the best of all eligible slots is worth to each at today's prices, which
 * is its share of the dual bound. The stock answers where no other slot can be worth more, else the source is asked.
 * `lowered`: by how much prices may have fallen since stock was asked for anew.
 */
export function priceOut(planning: Planning, source: CandidateSource, part: number, lowered: number): void {
  const { requests, slotPrices, stockFloors, restocked, profits } = planning;
  const found = { slots: new Int32Array(1), values: new Int32Array(1) };
  const question = { k: 1, above: 0, prices: slotPrices };
  const to = Math.min(requests.length, (part + 1) * chunk);
  let profit = 0;
  for (let position = part * chunk; position < to; position++) {
    const best = bestInStock(planning, position);
    if (best >= stockFloors[position]! + (restocked[position] === 1 ? lowered : 0)) profit += best;
    else if (source.top(requests[position]!, question, found, 0) > 0) profit += found.values[0]!;
  }
  profits[part] = profit;
}

/** What the best of the stock is worth to the request at this position, 0 when it is nothing. */
export function bestInStock({ stock, stockCounts, book }: Planning, position: number): number {
  const first = 2 * mostStock * position;
  const end = first + 2 * stockCounts[position]!;
  let best = 0;
  for (let edge = first; edge < end; edge += 2)
    best = Math.max(best, stock[edge + 1]! - book.prices[stock[edge]!]!);
  return best;
}
