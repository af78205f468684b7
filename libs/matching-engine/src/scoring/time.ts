import type { DayRange, MinuteRange, OfferSlot, RequestNeed, WishedWindow } from './model.js';

const wholeDay: MinuteRange = { startMinute: 0, endMinute: 1440 };

/** 1 = Monday … 7 = Sunday; day 0 (1970-01-01) was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function includesDay(ranges: readonly DayRange[], day: number): boolean {
  for (const range of ranges) if (range.fromDay <= day && day <= range.toDay) return true;
  return false;
}

export function windowHolds(window: WishedWindow, day: number): boolean {
  return (
    window.fromDay <= day &&
    day <= window.toDay &&
    (window.weekdays.length === 0 || window.weekdays.includes(weekdayOf(day)))
  );
}

/** Whether any window holds the day; no windows at all hold every day. */
export function wishesDay(request: RequestNeed, day: number): boolean {
  if (request.windows.length === 0) return true;
  for (const window of request.windows) if (windowHolds(window, day)) return true;
  return false;
}

/** Days between this day and the nearest wished one; Infinity when no window holds any day. */
export function daysToWish(request: RequestNeed, day: number): number {
  let nearest = Infinity;
  for (const window of request.windows) {
    const closest = Math.min(Math.max(day, window.fromDay), window.toDay);
    for (let offset = -6; offset <= 6; offset++) {
      if (windowHolds(window, closest + offset))
        nearest = Math.min(nearest, Math.abs(closest + offset - day));
    }
  }
  return nearest;
}

/** The union of the wished parts of a day, in order and apart: a morning and the afternoon after it are one. */
export function wishedRanges(request: RequestNeed, day: number): MinuteRange[] {
  if (request.windows.length === 0) return [wholeDay];
  const parts: MinuteRange[] = [];
  for (const window of request.windows) {
    if (!windowHolds(window, day)) continue;
    if (window.parts.length === 0) return [wholeDay];
    parts.push(...window.parts);
  }
  parts.sort((one, other) => one.startMinute - other.startMinute);
  const union: MinuteRange[] = [];
  for (const part of parts) {
    const last = union.at(-1);
    if (!last || part.startMinute > last.endMinute) union.push(part);
    else if (part.endMinute > last.endMinute) {
      union[union.length - 1] = { startMinute: last.startMinute, endMinute: part.endMinute };
    }
  }
  return union;
}

/** What is left of the ranges outside the school's closed hours of that weekday. */
export function withoutClosedHours(request: RequestNeed, day: number, ranges: MinuteRange[]): MinuteRange[] {
  let open = ranges;
  for (const closed of request.closedHours) {
    if (closed.weekday !== weekdayOf(day)) continue;
    open = open.flatMap(({ startMinute, endMinute }) =>
      [
        { startMinute, endMinute: Math.min(endMinute, closed.startMinute) },
        { startMinute: Math.max(startMinute, closed.endMinute), endMinute },
      ].filter((range) => range.startMinute < range.endMinute),
    );
  }
  return open;
}

/** Minutes in a row that the slot needs: a firm slot all of itself, by appointment duration × lessons. */
export function minutesNeeded(slot: OfferSlot): number {
  // A slot that ends before it starts needs a minute that it does not have, and so never fits.
  if (slot.promise === 'firm') return Math.max(1, slot.endMinute - slot.startMinute);
  return slot.durationMinutes * slot.lessonsPerVisit;
}

/** By how many minutes the longest overlap with one of the ranges is too short; 0 when it is long enough. */
export function minutesShort(slot: OfferSlot, ranges: readonly MinuteRange[]): number {
  let longest = 0;
  for (const range of ranges) {
    const overlap = Math.min(slot.endMinute, range.endMinute) - Math.max(slot.startMinute, range.startMinute);
    if (overlap > longest) longest = overlap;
  }
  return Math.max(0, minutesNeeded(slot) - longest);
}

/**
 * Where on the slot's day an agreed time may lie, in order: the overlaps of slot and wish, outside the school's closed
 * hours, that are long enough (by appointment: duration × lessons; firm: the whole slot or nothing). Empty when the
 * school or the partner is closed that day, or when time is what does not fit.
 */
export function appointmentWindow(request: RequestNeed, slot: OfferSlot): MinuteRange[] {
  const { day } = slot;
  if (includesDay(request.closedDays, day) || includesDay(slot.partnerClosedDays, day)) return [];
  return withoutClosedHours(request, day, wishedRanges(request, day))
    .map((range) => ({
      startMinute: Math.max(slot.startMinute, range.startMinute),
      endMinute: Math.min(slot.endMinute, range.endMinute),
    }))
    .filter((range) => range.endMinute - range.startMinute >= minutesNeeded(slot));
}

/**
 * Whether both sides may agree on this time: it starts before it ends and lies inside one range of
 * `appointmentWindow`. Its length is for the two sides to agree.
 */
export function timeFits(request: RequestNeed, slot: OfferSlot, agreed: MinuteRange): boolean {
  return (
    agreed.startMinute < agreed.endMinute &&
    appointmentWindow(request, slot).some(
      (range) => range.startMinute <= agreed.startMinute && agreed.endMinute <= range.endMinute,
    )
  );
}
