import { addDays, instantOf, localDateOf } from '#libs/facts';
import { startOf, type Match } from './match.js';

/** The last moment at which cancelling costs nothing: the end of that many days before the day itself. Epoch ms. */
export function freeUntil(match: Pick<Match, 'sessions' | 'terms'>): number {
  return endOfDayBefore(startOf(match), match.terms.freeCancelDays);
}

/** The last moment at which the numbers may change. Epoch ms. */
export function numbersUntil(match: Pick<Match, 'sessions' | 'terms'>): number {
  return endOfDayBefore(startOf(match), match.terms.changeNumbersUntilDays);
}

function endOfDayBefore(start: number, days: number): number {
  return days === 0 ? start : instantOf(addDays(localDateOf(start), 1 - days), 0) - 1;
}
