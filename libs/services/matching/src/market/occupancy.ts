import type { HeldSlot, OfferSnapshot, OrganisationChanged } from '#libs/contracts';
import { localDateOf, schoolYearOf } from '#libs/facts';
import type { Ceiling, OfferSlot } from '#libs/matching-engine';

/** Of a slot `<offer>.<2027-01-12T08:00:00Z>`, in local time. */
const dateOf = (slotId: string) => localDateOf(Date.parse(slotId.slice(slotId.lastIndexOf('.') + 1)));
const monthOf = (slotId: string) => dateOf(slotId).slice(0, 7);
const yearOf = (slotId: string) => schoolYearOf(dateOf(slotId));

function add(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** How many activities an offer and its organisation take on; undefined: as many as there are places for. */
interface Ceilings {
  readonly offerMonth: number | undefined;
  readonly organisationMonth: number | undefined;
  readonly organisationYear: number | undefined;
}

export function ceilingsOf(
  offer: OfferSnapshot | undefined,
  partner: OrganisationChanged | undefined,
): Ceilings {
  return {
    offerMonth: offer?.maxPerMonth,
    organisationMonth: partner?.maxPerMonth,
    organisationYear: partner?.maxPerSchoolYear,
  };
}

/** What live holds take: places per slot, activities per offer and month or school year. */
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

  /**
   * The slots of one offer as they are filled now, under its ceilings and those of its partner, whose offers are
   * `offerIds`; `load` says how full the partner is.
   */
  fill(
    slots: readonly OfferSlot[],
    ceilings: Ceilings,
    offerIds: readonly string[],
    load: number | null,
  ): OfferSlot[] {
    const { offerMonth, organisationMonth, organisationYear } = ceilings;
    const taken = (ids: readonly string[], period: string) =>
      ids.reduce((sum, id) => sum + (this.activities.get(`${id}|${period}`) ?? 0), 0);
    return slots.map((slot) => {
      const { offerId, slotId } = slot;
      const ceiling = (
        code: Ceiling['code'],
        max: number | undefined,
        ids: readonly string[],
        periodOf: (slotId: string) => string,
      ): Ceiling[] => (max === undefined ? [] : [{ code, max, taken: taken(ids, periodOf(slotId)) }]);
      return {
        ...slot,
        takenGroups: this.taken(slotId),
        partnerLoad: load,
        ceilings: [
          ...ceiling('offer-month', offerMonth, [offerId], monthOf),
          ...ceiling('organisation-month', organisationMonth, offerIds, monthOf),
          ...ceiling('organisation-year', organisationYear, offerIds, yearOf),
        ],
      };
    });
  }

  /** Places taken of all places, in [0, 1]; null without places. */
  loadOf(slots: readonly OfferSlot[]): number | null {
    const capacity = slots.reduce((sum, slot) => sum + slot.capacityGroups, 0);
    const taken = slots.reduce((sum, slot) => sum + this.taken(slot.slotId), 0);
    return capacity === 0 ? null : Math.min(1, taken / capacity);
  }

  private count(slots: readonly HeldSlot[], sign: 1 | -1): void {
    for (const { slotId, groups } of slots) add(this.takenOfSlot, slotId, sign * groups);
    const periods = new Set(
      slots.flatMap(({ offerId, slotId }) => [
        `${offerId}|${monthOf(slotId)}`,
        `${offerId}|${yearOf(slotId)}`,
      ]),
    );
    for (const period of periods) add(this.activities, period, sign);
  }
}
