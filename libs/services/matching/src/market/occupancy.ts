import type { HeldSlot } from '#libs/contracts';
import { localDateOf } from '#libs/facts';
import type { OfferSlot } from '#libs/matching-engine';

/** `2027-01` of a slot `<offer>.<2027-01-12T08:00:00Z>`, in local time. */
function monthOf(slotId: string): string {
  return localDateOf(Date.parse(slotId.slice(slotId.lastIndexOf('.') + 1))).slice(0, 7);
}

function add(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** What live holds take: places per slot, activities per offer and month. */
export class Occupancy {
  private readonly takenOfSlot = new Map<string, number>();
  private readonly activities = new Map<string, number>();

  /** A match holds these slots instead of those it held before. */
  move(before: readonly HeldSlot[], after: readonly HeldSlot[]): void {
    this.count(before, -1);
    this.count(after, 1);
  }

  taken(slotId: string): number {
    return this.takenOfSlot.get(slotId) ?? 0;
  }

  /** The slots as they are filled now; `maxPerMonth` is the ceiling of their offer, `load` how full their partner is. */
  fill(slots: readonly OfferSlot[], maxPerMonth: number | undefined, load: number | null): OfferSlot[] {
    return slots.map((slot) => ({
      ...slot,
      takenGroups: this.taken(slot.slotId),
      partnerLoad: load,
      ceilings:
        maxPerMonth === undefined
          ? []
          : [{ code: 'offer-month', max: maxPerMonth, taken: this.inMonth(slot.offerId, slot.slotId) }],
    }));
  }

  /** Places taken of all places, in [0, 1]; null without places. */
  loadOf(slots: readonly OfferSlot[]): number | null {
    const capacity = slots.reduce((sum, slot) => sum + slot.capacityGroups, 0);
    const taken = slots.reduce((sum, slot) => sum + this.taken(slot.slotId), 0);
    return capacity === 0 ? null : Math.min(1, taken / capacity);
  }

  private inMonth(offerId: string, slotId: string): number {
    return this.activities.get(`${offerId}|${monthOf(slotId)}`) ?? 0;
  }

  private count(slots: readonly HeldSlot[], sign: 1 | -1): void {
    for (const { slotId, groups } of slots) add(this.takenOfSlot, slotId, sign * groups);
    const months = new Set(slots.map(({ offerId, slotId }) => `${offerId}|${monthOf(slotId)}`));
    for (const month of months) add(this.activities, month, sign);
  }
}
