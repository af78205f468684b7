import type { OfferSlot } from '../scoring/model.js';
import { includesDay, minutesNeeded } from '../scoring/time.js';
import { MarketInvalid, mustBeFinite } from './market-invalid.js';
import type { SlotColumns } from './market-data.js';

/** Days are whole and lie within two million years of 1970. */
export const lastDay = 2 ** 29;

const mostPlaces = 2 ** 31 - 1;

const numbers = [
  'startMinute',
  'endMinute',
  'durationMinutes',
  'lessonsPerVisit',
  'leadTimeDays',
  'capacityGroups',
  'takenGroups',
] as const;

/** @throws MarketInvalid */
export function checkSlot(slot: OfferSlot): void {
  mustBeFinite(slot.slotId, slot, numbers);
  if (!Number.isInteger(slot.day) || Math.abs(slot.day) > lastDay)
    throw new MarketInvalid(slot.slotId, 'day must be a whole number of days since 1970');
}

/** Writes what a slot has of its own. */
export function writeSlot(columns: SlotColumns, row: number, slot: OfferSlot): void {
  const { day } = slot;
  columns.day[row] = day;
  columns.startMinute[row] = slot.startMinute;
  columns.endMinute[row] = slot.endMinute;
  columns.minutesNeeded[row] = minutesNeeded(slot);
  columns.lastAskDay[row] = Math.max(-lastDay, Math.floor(day - Math.max(0, slot.leadTimeDays)));
  columns.capacity[row] = Math.min(
    mostPlaces,
    Math.max(0, Math.floor(slot.capacityGroups - slot.takenGroups)),
  );
  columns.blocked[row] = isBlocked(slot) ? 1 : 0;
}

/** Whether no request fits, whatever it asks and whenever. */
function isBlocked(slot: OfferSlot): boolean {
  return (
    slot.closed ||
    includesDay(slot.partnerClosedDays, slot.day) ||
    slot.ceilings.some(({ max, taken }) => taken + 1 - max > 0)
  );
}
