import { mostStock, type Planning } from './planning.js';

/** What the requests of one task have in stock, place by place; requests and places by their numbers within the task. */
export interface TaskMarket {
  /** Positions. */
  readonly requests: Int32Array;
  /** Of each place: its slot's position, and what giving it costs. */
  readonly slots: Int32Array;
  readonly reserves: Int32Array;
  /** How many pairs of the three arrays below count. */
  readonly count: number;
  readonly requestOf: Int32Array;
  readonly placeOf: Int32Array;
  readonly scores: Int32Array;
}

export function taskMarket(planning: Planning, task: number): TaskMarket {
  const { taskRequests, taskStarts, stock, stockCounts, book } = planning;
  const requests = taskRequests.subarray(taskStarts[task], taskStarts[task + 1]);
  const firstOf = new Int32Array(book.prices.length).fill(-1);
  let [placeCount, count] = [0, 0];
  for (let request = 0; request < requests.length; request++) {
    const from = 2 * mostStock * requests[request]!;
    for (let edge = from; edge < from + 2 * stockCounts[requests[request]!]!; edge += 2) {
      const slot = stock[edge]!;
      const places = book.firstPlace[slot + 1]! - book.firstPlace[slot]!;
      count += places;
      if (firstOf[slot] !== -1) continue;
      firstOf[slot] = placeCount;
      placeCount += places;
    }
  }
  const slots = new Int32Array(placeCount);
  const reserves = new Int32Array(placeCount);
  const requestOf = new Int32Array(count);
  const placeOf = new Int32Array(count);
  const scores = new Int32Array(count);
  let pair = 0;
  for (let request = 0; request < requests.length; request++) {
    const from = 2 * mostStock * requests[request]!;
    for (let edge = from; edge < from + 2 * stockCounts[requests[request]!]!; edge += 2) {
      const slot = stock[edge]!;
      const reserve = book.firstPlace[slot]!;
      const places = book.firstPlace[slot + 1]! - reserve;
      for (let number = 0; number < places; number++, pair++) {
        const place = firstOf[slot]! + number;
        requestOf[pair] = request;
        placeOf[pair] = place;
        scores[pair] = stock[edge + 1]!;
        slots[place] = slot;
        reserves[place] = book.reserves[reserve + number]!;
      }
    }
  }
  return { requests, slots, reserves, count, requestOf, placeOf, scores };
}
