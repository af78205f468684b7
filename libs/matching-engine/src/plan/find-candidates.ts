import { type CandidateSource } from '../search/candidate-source.js';
import { mostCandidates, mostStock, type Planning } from './planning.js';
import { bestInStock } from './price-out.js';

/** Requests asked again between two times the source reads all prices: prices that have risen let it stop sooner. */
const repriceAfter = 1024;

/** Gives requests their best candidates at today's prices, from stock where that is enough. One per thread and step. */
export class CandidateFinder {
  private readonly found = { slots: new Int32Array(mostStock), values: new Int32Array(mostStock) };
  private readonly question: { k: number; above: number; prices: Int32Array };
  private readonly best = { edges: new Int32Array(mostCandidates), values: new Int32Array(mostCandidates) };
  private asked = 0;

  constructor(
    private readonly planning: Planning,
    private readonly source: CandidateSource,
  ) {
    this.question = { k: mostStock, above: 0, prices: planning.slotPrices };
  }

  /** The first candidates of the request at this position, while all prices are at their lowest. */
  begin(position: number): void {
    const { restocked } = this.planning;
    if (restocked[position] !== 0) this.restock(position);
    restocked[position] = 0;
    this.refill(position);
  }

  /** The stock for an exact round, which needs no more: its prices may lie above or below those of the last one. */
  beginExact(position: number): void {
    const { planning } = this;
    const { restocked, stockFloors } = planning;
    const isFirst = restocked[position] === 2;
    if (restocked[position] === 0 && bestInStock(planning, position) >= stockFloors[position]!) return;
    this.restock(position);
    restocked[position] = isFirst ? 0 : 1;
  }

  /** Replaces the candidates of the request at this position. */
  refill(position: number): void {
    const { stockFloors, restocked, edges, edgeCounts, floors, stock } = this.planning;
    const { best } = this;
    let count = this.takeBest(position);
    if (stockFloors[position]! > (count > 0 ? best.values[0]! : 0)) {
      if (++this.asked % repriceAfter === 0) this.source.reprice(this.planning.slotPrices);
      this.restock(position);
      restocked[position] = 1;
      count = this.takeBest(position);
    }
    let edge = 2 * mostCandidates * position;
    for (let rank = 0; rank < count; rank++) {
      edges[edge++] = stock[best.edges[rank]!]!;
      edges[edge++] = stock[best.edges[rank]! + 1]!;
    }
    edgeCounts[position] = count;
    floors[position] = Math.max(stockFloors[position]!, count < mostCandidates ? 0 : best.values[count - 1]!);
  }

  /** Asks the source at today's prices; slots worth ≤ 0 are left out, for prices only rise. */
  private restock(position: number): void {
    const { requests, positions, slotPrices, stock, stockCounts, stockFloors } = this.planning;
    const { found } = this;
    const count = this.source.top(requests[position]!, this.question, found, 0);
    let edge = 2 * mostStock * position;
    for (let rank = 0; rank < count; rank++) {
      const slot = found.slots[rank]!;
      stock[edge++] = positions[slot]!;
      stock[edge++] = found.values[rank]! + slotPrices[slot]!;
    }
    stockCounts[position] = count;
    stockFloors[position] = count < mostStock ? 0 : found.values[count - 1]!;
  }

  /** The most valuable of the stock, best first; returns how many are worth more than 0. */
  private takeBest(position: number): number {
    const { stock, stockCounts, book } = this.planning;
    const { edges, values } = this.best;
    const first = 2 * mostStock * position;
    const end = first + 2 * stockCounts[position]!;
    let count = 0;
    for (let edge = first; edge < end; edge += 2) {
      const value = stock[edge + 1]! - book.prices[stock[edge]!]!;
      if (value <= 0 || (count === mostCandidates && value <= values[count - 1]!)) continue;
      let rank = count < mostCandidates ? count++ : count - 1;
      for (; rank > 0 && values[rank - 1]! < value; rank--) {
        values[rank] = values[rank - 1]!;
        edges[rank] = edges[rank - 1]!;
      }
      values[rank] = value;
      edges[rank] = edge;
    }
    return count;
  }
}
