import { outbid } from './bid-book.js';
import { type CandidateFinder } from './find-candidates.js';
import { mostCandidates, type Planning } from './planning.js';

/**
 * Forward auction for the transportation problem with an outside option of 0 (D. P. Bertsekas and D. A. Castañon, "The
 * auction algorithm for the transportation problem", Annals of Operations Research 20, 1989): each request bids for the
 * slot of the best score − price up to where its second best, or staying out, is as good, plus ε; whoever is outbid bids
 * again at once. Columns are generated on demand: a request holds its best few candidates and a floor, what any other slot
 * can be worth to it at most, and looks for new ones when all it holds have become too dear. So from a cleared book it ends within
 * ε per assigned request of the optimum over all eligible pairs.
 *
 * Reads and writes only what the requests of this task and the slots that fit them own. `epsilon` ≥ 1, score units.
 */
export function auction(planning: Planning, finder: CandidateFinder, task: number, epsilon: number): void {
  const { taskRequests, taskStarts, edges, edgeCounts, floors, book, assigned, slots, slotPrices } = planning;
  const { prices } = book;
  const last = taskStarts[task + 1]!;
  for (let next = taskStarts[task]!; next < last; next++) {
    let bidder = taskRequests[next]!;
    while (bidder >= 0) {
      let edge = 2 * mostCandidates * bidder;
      const end = edge + 2 * edgeCounts[bidder]!;
      let slot = -1;
      let best = 0;
      let second = 0;
      for (; edge < end; edge += 2) {
        const value = edges[edge + 1]! - prices[edges[edge]!]!;
        if (value <= second) continue;
        if (value > best) {
          second = best;
          best = value;
          slot = edges[edge]!;
        } else second = value;
      }
      const floor = floors[bidder]!;
      if (best < floor) {
        finder.refill(bidder);
        continue;
      }
      assigned[bidder] = slot;
      if (slot < 0) break;
      // The second best may be a slot it does not hold: a bid that is too low is no harm, one that is too high would be.
      const bid = prices[slot]! + best - Math.max(second, floor) + epsilon;
      bidder = outbid(book, slot, bid, bidder);
      slotPrices[slots[slot]!] = prices[slot]!;
    }
  }
}
