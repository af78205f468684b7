import { dayparts, type DaypartId } from './dayparts.js';
import { addDays, instantOf, toOffsetIso, weekdayOf, type LocalDate, type Weekday } from './local-time.js';

export interface SlotPattern {
  readonly weekdays: readonly Weekday[];
  readonly parts: readonly DaypartId[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly groups?: number;
}

export interface DatedSlot {
  /** `<offer>.<start in UTC>`, so that it stays the same when the offer changes. */
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly groups: number;
}

/** `2027-01-12T08:00:00Z`, as it stands in slot ids. */
export function utcOf(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z');
}

/** Every slot that a pattern means, earliest first, without those taken out one by one. */
function slotsOfPattern(offerId: string, pattern: SlotPattern, removed: readonly string[] = []): DatedSlot[] {
  const gone = new Set(removed);
  const slots: DatedSlot[] = [];
  for (let day = pattern.from; day <= pattern.to; day = addDays(day, 1)) {
    if (!pattern.weekdays.includes(weekdayOf(day))) continue;
    for (const part of pattern.parts) {
      const start = instantOf(day, dayparts[part].from);
      const id = `${offerId}.${utcOf(start)}`;
      if (gone.has(id)) continue;
      const end = instantOf(day, dayparts[part].to);
      slots.push({ id, start: toOffsetIso(start), end: toOffsetIso(end), groups: pattern.groups ?? 1 });
    }
  }
  return slots.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every slot of an offer, earliest first: those given one by one and those that its pattern means. */
export function slotsOfOffer(
  offerId: string,
  offer: {
    readonly slots: readonly DatedSlot[];
    readonly pattern?: SlotPattern;
    readonly removedSlots: readonly string[];
  },
): DatedSlot[] {
  const own = new Set(offer.slots.map(({ id }) => id));
  const meant = offer.pattern ? slotsOfPattern(offerId, offer.pattern, offer.removedSlots) : [];
  return [...offer.slots, ...meant.filter(({ id }) => !own.has(id))].sort((a, b) => (a.id < b.id ? -1 : 1));
}
