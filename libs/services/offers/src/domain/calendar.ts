/** One entry in a calendar or demand document: `<match>#<question>` and how much it takes. */
export interface Entry {
  readonly key: string;
  readonly match: string;
  readonly groups: number;
}

/** One slot on one day of one offer. */
export interface SlotDay {
  readonly capacity: number;
  readonly closed: boolean;
  readonly entries: readonly Entry[];
}

/** A resource and day: everything that is promised of an offer on that day. */
export interface CalendarDay {
  readonly slots: Readonly<Record<string, SlotDay>>;
}

const nothing: SlotDay = { capacity: 0, closed: false, entries: [] };

/** Places taken by others; a match's own older questions do not stand in its own way. */
export function takenByOthers(slot: SlotDay, match: string): number {
  const latest = new Map<string, number>();
  for (const entry of slot.entries) {
    if (entry.match !== match) latest.set(entry.match, Math.max(latest.get(entry.match) ?? 0, entry.groups));
  }
  return [...latest.values()].reduce((sum, groups) => sum + groups, 0);
}

/** The day with the entry in it; the same day when it is in already; or what stands in the way. */
export function take(
  day: CalendarDay,
  slotId: string,
  capacity: number,
  entry: Entry,
): CalendarDay | 'slot-full' | 'slot-closed' {
  const slot = day.slots[slotId] ?? nothing;
  if (slot.entries.some(({ key }) => key === entry.key)) return day;
  if (slot.closed) return 'slot-closed';
  if (takenByOthers(slot, entry.match) + entry.groups > capacity) return 'slot-full';
  return { slots: { ...day.slots, [slotId]: { ...slot, capacity, entries: [...slot.entries, entry] } } };
}

/** The day without any entry for which `mine` holds. */
export function putBack(day: CalendarDay, mine: (entry: Entry) => boolean): CalendarDay {
  if (!Object.values(day.slots).some(({ entries }) => entries.some(mine))) return day;
  const slots = Object.entries(day.slots).map(([id, slot]) => [
    id,
    { ...slot, entries: slot.entries.filter((entry) => !mine(entry)) },
  ]);
  return { slots: Object.fromEntries(slots) as CalendarDay['slots'] };
}

/** Stands for what the partner gave away beside Leerbrug, in place of a match. */
const elsewhere = 'elsewhere';

/** Places of a slot that the partner gave away elsewhere. */
export function blockedIn(day: CalendarDay, slotId: string): number {
  return day.slots[slotId]?.entries.find(({ key }) => key === elsewhere)?.groups ?? 0;
}

/** The day with exactly that many places given away elsewhere; the number that is free when that is less. */
export function block(
  day: CalendarDay,
  slotId: string,
  capacity: number,
  groups: number,
): CalendarDay | number {
  const slot = day.slots[slotId] ?? nothing;
  if (blockedIn(day, slotId) === groups) return day;
  const free = slot.closed ? 0 : Math.max(0, capacity - takenByOthers(slot, elsewhere));
  if (groups > free && groups > blockedIn(day, slotId)) return free;
  const others = slot.entries.filter(({ key }) => key !== elsewhere);
  const entries = groups > 0 ? [...others, { key: elsewhere, match: elsewhere, groups }] : others;
  return { slots: { ...day.slots, [slotId]: { ...slot, capacity, entries } } };
}

/** The slot takes nothing new from now on; undefined while a match is promised something in it. */
export function close(day: CalendarDay, slotId: string): CalendarDay | undefined {
  const slot = day.slots[slotId] ?? nothing;
  if (slot.entries.some(({ key }) => key !== elsewhere)) return undefined;
  return { slots: { ...day.slots, [slotId]: { ...slot, closed: true, entries: [] } } };
}

/** May be taken again (it was taken out and added anew). */
export function reopen(day: CalendarDay, slotId: string): CalendarDay {
  const slot = day.slots[slotId];
  return slot?.closed ? { slots: { ...day.slots, [slotId]: { ...slot, closed: false } } } : day;
}
