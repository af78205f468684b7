import { type AssignmentProblem } from '../or-library/assignment-problem.js';
import { solveAssignment } from '../or-library/solve-assignment.js';
import { clearSlot, take } from './bid-book.js';
import { type Planning } from './planning.js';
import { taskMarket, type TaskMarket } from './task-market.js';

/**
 * The best there is for the requests of this task among what they have in stock, by shortest paths, with the prices that
 * prove it. Places look for requests or requests for places, whichever are fewer: the others are seldom fought for then.
 * Reads and writes what `auction` does.
 */
export function assignExactly(planning: Planning, task: number): void {
  const { assigned, book, slots: slotNumbers, slotPrices, solved } = planning;
  if (solved[task] === 1) return;
  const market = taskMarket(planning, task);
  const { requests, slots, reserves, count, requestOf, placeOf } = market;
  const placesLook = slots.length < requests.length;
  const { partners, rowPotentials, columnPotentials } = solveAssignment(problemOf(market, placesLook));
  const potentials = placesLook ? rowPotentials : columnPotentials;
  for (const position of requests) assigned[position] = -1;
  for (const slot of slots) {
    clearSlot(book, slot);
    slotPrices[slotNumbers[slot]!] = book.prices[slot]!;
  }
  for (let pair = 0; pair < count; pair++) {
    const [request, place] = [requestOf[pair]!, placeOf[pair]!];
    if (placesLook ? partners[place] !== request : partners[request] !== place) continue;
    const position = requests[request]!;
    const slot = slots[place]!;
    assigned[position] = slot;
    take(book, slot, reserves[place]! - potentials[place]!, position);
    slotPrices[slotNumbers[slot]!] = book.prices[slot]!;
  }
  solved[task] = 1;
}

/** Each row has a column of its own, behind those of the other side, for staying without at no cost. */
function problemOf(market: TaskMarket, placesLook: boolean): AssignmentProblem {
  const { requests, slots, reserves, count, requestOf, placeOf, scores } = market;
  const [rowOf, columnOf] = placesLook ? [placeOf, requestOf] : [requestOf, placeOf];
  const [size, others] = placesLook ? [slots.length, requests.length] : [requests.length, slots.length];
  const rowStarts = new Int32Array(size + 1).fill(1, 1);
  for (let pair = 0; pair < count; pair++) rowStarts[rowOf[pair]! + 1]! += 1;
  for (let row = 0; row < size; row++) rowStarts[row + 1]! += rowStarts[row]!;
  const columns = new Int32Array(count + size);
  const costs = new Int32Array(count + size);
  const next = rowStarts.slice(0, size);
  for (let pair = 0; pair < count; pair++) {
    const edge = next[rowOf[pair]!]!++;
    columns[edge] = columnOf[pair]!;
    costs[edge] = reserves[placeOf[pair]!]! - scores[pair]!;
  }
  for (let row = 0; row < size; row++) columns[next[row]!] = others + row;
  return { size, columnCount: others + size, rowStarts, columns, costs };
}
