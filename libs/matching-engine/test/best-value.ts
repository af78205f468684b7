import { type FlatMarket } from '../src/search/flat-market.js';
import { solveAssignment } from '../src/or-library/solve-assignment.js';
import { type PlaceCosts } from '../src/plan/plan-options.js';

/**
 * The value of the best plan there is, exactly: the market as a square assignment problem (every place a column, every
 * request a column of its own for staying out, as many idle rows as places), by shortest augmenting paths.
 */
export function bestValue(market: FlatMarket, costs?: PlaceCosts): number {
  const places = [...market.capacity].flatMap((capacity, slot) =>
    Array.from({ length: capacity }, (_, place) => ({
      slot,
      cost: costs ? costs.first[slot]! + place * costs.step[slot]! : 0,
    })),
  );
  const size = market.requestCount + places.length;
  if (size === 0) return 0;
  const edges: { row: number; column: number; cost: number }[] = [];
  for (let request = 0; request < market.requestCount; request++) {
    edges.push({ row: request, column: places.length + request, cost: 0 });
    places.forEach(({ slot, cost }, column) => {
      const score = market.score(request, slot);
      if (score >= 0) edges.push({ row: request, column, cost: cost - score });
    });
  }
  for (let row = market.requestCount; row < size; row++)
    for (let column = 0; column < size; column++) edges.push({ row, column, cost: 0 });
  const rowStarts = new Int32Array(size + 1);
  for (const { row } of edges) rowStarts[row + 1]! += 1;
  for (let row = 0; row < size; row++) rowStarts[row + 1]! += rowStarts[row]!;
  const problem = {
    size,
    rowStarts,
    columns: Int32Array.from(edges, ({ column }) => column),
    costs: Int32Array.from(edges, ({ cost }) => cost),
  };
  return 0 - solveAssignment(problem).cost;
}
