import { mostStock, type Planning } from './planning.js';

/** Proof of how far a plan can be from the best one: by weak duality no plan of this market is worth more than `bound`. */
export interface Certificate {
  /** Σ over requests of max(0, best score − price over all eligible slots) + Σ over places of max(0, price − cost). */
  readonly bound: number;
  /** bound / value − 1; 0 when both are 0, Infinity when only the value is. */
  readonly gap: number;
  /** ε of the last auction, score units. */
  readonly epsilon: number;
}

export function certificate(bound: number, value: number, epsilon: number): Certificate {
  return { bound, gap: gapOf(bound, value), epsilon };
}

export function gapOf(bound: number, value: number): number {
  if (bound === value) return 0;
  return value > 0 ? bound / value - 1 : Infinity;
}

/** What the places are worth at the prices last published. */
export function supplyValue({ book, slots, slotPrices }: Planning): number {
  const { firstPlace, reserves } = book;
  let sum = 0;
  for (let position = 0; position < slots.length; position++) {
    const price = slotPrices[slots[position]!]!;
    for (let place = firstPlace[position]!; place < firstPlace[position + 1]!; place++)
      sum += Math.max(0, price - reserves[place]!);
  }
  return sum;
}

/** Scores of the assigned pairs, which stand in stock, less the cost of the places they take. */
export function planValue({ stock, assigned, book }: Planning): number {
  let sum = 0;
  for (let position = 0; position < assigned.length; position++) {
    if (assigned[position]! < 0) continue;
    let edge = 2 * mostStock * position;
    while (stock[edge] !== assigned[position]) edge += 2;
    sum += stock[edge + 1]!;
  }
  const { firstPlace, reserves, bids } = book;
  for (let slot = 0; slot < firstPlace.length - 1; slot++) {
    let taken = firstPlace[slot]!;
    for (let place = taken; place < firstPlace[slot + 1]!; place++)
      if (bids[2 * place + 1]! >= 0) sum -= reserves[taken++]!;
  }
  return sum;
}
