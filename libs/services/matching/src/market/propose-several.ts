import type { OfferSnapshot, RequestedGroup } from '#libs/contracts';
import {
  meetsAll,
  score,
  tooDear,
  type MatchingContext,
  type OfferSlot,
  type RequestNeed,
} from '#libs/matching-engine';
import { priceOf } from '../domain/price.js';
import { costsOf, laySessions, lessonsOf } from '../domain/sessions.js';
import { timeOfSlot } from './time-of-slot.js';

/** Slots of one offer that take the groups of a request together. */
export interface Several {
  readonly slots: readonly OfferSlot[];
  /** The mean over its slots, in [0, 1]. */
  readonly score: number;
}

export interface SeveralQuestion {
  readonly need: RequestNeed;
  readonly groups: readonly RequestedGroup[];
  /** The school allows its groups to come on several days. */
  readonly splitAllowed: boolean;
  readonly context: MatchingContext;
}

/**
 * The best `k` ways to put groups that do not fit in one slot into several of one offer: as few slots as it takes, on one
 * day unless the school allows more, all groups or none, and together no dearer than was asked.
 */
export function inSeveralSlots(
  { need, groups, splitAllowed, context }: SeveralQuestion,
  offers: Iterable<{ readonly offer: OfferSnapshot; readonly slots: readonly OfferSlot[] }>,
  k: number,
): Several[] {
  if (groups.length < 2) return [];
  const [smallest] = [...need.groups].sort((a, b) => a.pupils - b.pupils);
  const one: RequestNeed = { ...need, groups: smallest ? [smallest] : [] };
  const found: Several[] = [];
  for (const { offer, slots } of offers) {
    const possible = slots.filter((slot) => meetsAll(one, slot, context));
    const days = splitAllowed ? [possible] : byDay(possible);
    for (const sameDay of days) {
      const taken = asFewAsPossible(sameDay, groups, offer, need);
      if (taken) found.push({ slots: taken, score: mean(taken.map((slot) => score(need, slot, context))) });
    }
  }
  return found
    .sort((a, b) => b.score - a.score || ((a.slots[0]?.slotId ?? '') < (b.slots[0]?.slotId ?? '') ? -1 : 1))
    .slice(0, k);
}

function byDay(slots: readonly OfferSlot[]): OfferSlot[][] {
  return [...Map.groupBy(slots, ({ day }) => day).values()];
}

function asFewAsPossible(
  slots: readonly OfferSlot[],
  groups: readonly RequestedGroup[],
  offer: OfferSnapshot,
  need: RequestNeed,
): OfferSlot[] | undefined {
  const lessons = lessonsOf(offer);
  const price = priceOf(offer, need.regionSharePercent);
  const inOrder = [...slots].sort((a, b) => a.day - b.day || a.startMinute - b.startMinute);
  for (let count = 2; count <= Math.min(groups.length, inOrder.length); count++) {
    for (let from = 0; from + count <= inOrder.length; from++) {
      const taken = inOrder.slice(from, from + count);
      const rooms = taken.map((slot) => ({
        slotId: slot.slotId,
        offerId: slot.offerId,
        free: slot.capacityGroups - slot.takenGroups,
        ...timeOfSlot(slot),
      }));
      const laid = laySessions('', groups, rooms, lessons);
      if (laid && !tooDear(need, costsOf(laid.sessions, price, lessons).schoolCents)) return taken;
    }
  }
  return undefined;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
