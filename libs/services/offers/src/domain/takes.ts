import type { HeldSlot } from '#libs/contracts';

/** What a person or a school group does on one day, for one session. */
export interface DayTake {
  /** `person:<id>|<local date>` or `group:<id>|<local date>` */
  readonly id: string;
  readonly session: string;
  /** Epoch ms. */
  readonly start: number;
  readonly end: number;
  /** `slot:<id>` where several matches may share a guide, else `school:<location>`. */
  readonly where: string;
}

/** One activity that counts for a ceiling in a month or a school year; `max` null: counted, not limited. */
export interface CeilingTake {
  readonly id: string;
  readonly max: number | null;
}

/** All that one question takes, kept as decided, so that giving back knows it whatever changes meanwhile. */
export interface Takes {
  readonly slots: readonly HeldSlot[];
  /** `<request>|<group>` */
  readonly demand: readonly string[];
  readonly days: readonly DayTake[];
  readonly ceilings: readonly CeilingTake[];
}

/** Places of all of them together: in each slot the most that one of them has, since a match never counts twice. */
export function placesOf(takes: readonly Pick<Takes, 'slots'>[]): HeldSlot[] {
  const places = new Map<string, HeldSlot>();
  for (const slot of takes.flatMap(({ slots }) => slots)) {
    const known = places.get(slot.slotId);
    if (!known || known.groups < slot.groups) places.set(slot.slotId, slot);
  }
  return [...places.values()].sort((a, b) => (a.slotId < b.slotId ? -1 : 1));
}

/** What becomes free when `given` goes and the others stay. */
export function placesFreed(
  given: Pick<Takes, 'slots'>,
  others: readonly Pick<Takes, 'slots'>[],
): HeldSlot[] {
  const stay = new Map(placesOf(others).map(({ slotId, groups }) => [slotId, groups]));
  return placesOf([given])
    .map((slot) => ({ ...slot, groups: slot.groups - (stay.get(slot.slotId) ?? 0) }))
    .filter(({ groups }) => groups > 0);
}
