import { infinitePrice } from '../plan/bid-book.js';
import { type CandidateSource } from '../search/candidate-source.js';
import { grown } from './grown.js';
import { unknownFloor, type RequestRecords } from './request-records.js';

/** Candidates a request holds at a time. */
const most = 12;
const words = 2 * most;

/**
 * The best few slots of each request, found when it bids first, and a floor: what no other slot is worth more than at the
 * prices of now. Prices that rise leave both true; of one that falls everybody whom the slot fits must be told.
 */
export class CandidateLists {
  /** Where the candidates of a request begin in `edges`, as slot and score, is `words` times its number. */
  readonly words = words;
  edges = new Int32Array(0);
  private readonly found = { slots: new Int32Array(most), values: new Int32Array(most) };

  constructor(private readonly records: RequestRecords) {}

  grow(requests: number): void {
    if (words * requests > this.edges.length) this.edges = grown(this.edges, words * requests, 0);
  }

  knows(request: number): boolean {
    return this.records.floorOf(request) !== unknownFloor;
  }

  refill(request: number, source: CandidateSource, prices: Int32Array): void {
    const { found, edges } = this;
    const count = source.top(request, { k: most, above: 0, prices }, found, 0);
    let edge = words * request;
    for (let rank = 0; rank < count; rank++) {
      edges[edge++] = found.slots[rank]!;
      edges[edge++] = found.values[rank]! + prices[found.slots[rank]!]!;
    }
    this.records.setCandidates(request, count);
    this.records.setFloor(request, count < most ? 0 : found.values[count - 1]!);
  }

  forget(request: number): void {
    this.records.setFloor(request, unknownFloor);
    this.records.setCandidates(request, 0);
  }

  /** The slot is worth `score` less its price to the request, more than its floor: it becomes a candidate, or raises the floor. */
  tell(request: number, slot: number, score: number, prices: Int32Array): void {
    const { edges, records } = this;
    const count = records.candidatesOf(request);
    const first = words * request;
    const end = first + 2 * count;
    let least = first;
    let leastValue = infinitePrice;
    for (let edge = first; edge < end; edge += 2) {
      if (edges[edge] === slot) return;
      const value = edges[edge + 1]! - prices[edges[edge]!]!;
      if (value >= leastValue) continue;
      least = edge;
      leastValue = value;
    }
    const value = score - prices[slot]!;
    if (count < most) {
      least = end;
      records.setCandidates(request, count + 1);
    } else {
      records.setFloor(request, Math.max(records.floorOf(request), Math.min(value, leastValue)));
      if (value <= leastValue) return;
    }
    edges[least] = slot;
    edges[least + 1] = score;
  }
}
