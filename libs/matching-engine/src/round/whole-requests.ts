import type { RoundMarket } from '../market/round-market.js';

/** The units of each request lie together: request r has units `from[r]` … before `from[r + 1]`. */
export interface WholeRequests {
  readonly count: number;
  readonly from: Int32Array;
}

export function wholeRequests({ units }: Pick<RoundMarket, 'units'>): WholeRequests {
  const from: number[] = [];
  for (let unit = 0; unit < units.length; unit++)
    if (unit === 0 || units[unit] !== units[unit - 1]) from.push(unit);
  from.push(units.length);
  return { count: from.length - 1, from: Int32Array.from(from) };
}
