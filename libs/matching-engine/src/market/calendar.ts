import type { RequestNeed } from '../scoring/model.js';
import { includesDay, windowHolds, wishedRanges, wishesDay, withoutClosedHours } from '../scoring/time.js';

/*
 * A request's calendar as one list of numbers:
 *   [segments, then per segment: its first day, and for Monday … Sunday where that kind of day stands (0 = not wished or
 *    closed), then each kind of day: windows, middle and scale of each, ranges, start and end of each]
 * Within a segment (until the next one's first day) days of one weekday are alike. Places count from the list's start.
 */
export const segmentLength = 8;

export function calendarOf(request: RequestNeed): number[] {
  const firstDays = segmentsOf(request);
  const list = [firstDays.length, ...new Array<number>(firstDays.length * segmentLength).fill(0)];
  const places = new Map<string, number>();
  firstDays.forEach((from, segment) => {
    const at = 1 + segment * segmentLength;
    list[at] = from;
    const next = firstDays[segment + 1] ?? Infinity;
    // Before the first segment with a number there are only days that look like those right before the next one.
    const start = from === -Infinity ? (next === Infinity ? 0 : next - 7) : from;
    if (includesDay(request.closedDays, start) || !lieInAWindow(request, start)) return;
    for (let day = start; day < Math.min(next, start + 7); day++) {
      list[at + 1 + weekdayIndex(day)] = placeOfKind(request, day, { list, places });
    }
  });
  return list;
}

/** Whether the day, and with it its segment, lies between the ends of a window, whatever its weekday. */
function lieInAWindow({ windows }: RequestNeed, day: number): boolean {
  return windows.length === 0 || windows.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
}

/** 0 = Monday … 6 = Sunday; day 0 (1970-01-01) was a Thursday. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** First days of the stretches within which windows and closed days do not change. */
function segmentsOf({ windows, closedDays }: RequestNeed): number[] {
  const edges = [...windows, ...closedDays]
    .flatMap(({ fromDay, toDay }) => [Math.ceil(fromDay), Math.floor(toDay) + 1])
    .filter(Number.isFinite);
  return [-Infinity, ...[...new Set(edges)].sort((one, other) => one - other)];
}

function placeOfKind(
  request: RequestNeed,
  day: number,
  { list, places }: { list: number[]; places: Map<string, number> },
): number {
  if (!wishesDay(request, day)) return 0;
  const holding = request.windows.filter((window) => windowHolds(window, day));
  const key = `${weekdayIndex(day)}:${holding.map((window) => request.windows.indexOf(window)).join()}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const ranges = withoutClosedHours(request, day, wishedRanges(request, day));
  const place = list.length;
  places.set(key, place);
  list.push(holding.length);
  for (const { fromDay, toDay } of holding) list.push((fromDay + toDay) / 2, (toDay - fromDay) / 2 + 1);
  list.push(ranges.length);
  for (const { startMinute, endMinute } of ranges) list.push(startMinute, endMinute);
  return place;
}
