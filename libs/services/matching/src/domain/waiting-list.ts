import type { Owners, RequestedGroup } from '#libs/contracts';

/** A school that wants a place in a full slot. */
export interface Waiting {
  readonly id: string;
  readonly schoolLocationId: string;
  readonly regionId: string;
  readonly groups: readonly RequestedGroup[];
  readonly contactId: string;
  readonly by: string;
  readonly since: string;
  /** How often a place that seemed free was refused to it after all; absent: never. */
  readonly refusals?: number;
}

/** Who waits for a slot, first come first served; id = slot id. */
export interface WaitingList {
  readonly offerId: string;
  readonly organisationId: string;
  readonly regionIds: readonly string[];
  readonly entries: readonly Waiting[];
}

interface Made {
  readonly state: WaitingList;
}

export const ownersOf = ({ regionIds, organisationId }: WaitingList): Owners => ({
  regions: [...regionIds],
  organisation: organisationId,
});

/** The place in the line of this school with any of these groups, from 1; 0 when it does not wait. */
export function placeOf(
  { entries }: WaitingList,
  entry: Pick<Waiting, 'schoolLocationId' | 'groups'>,
): number {
  const same = (one: Waiting) =>
    one.schoolLocationId === entry.schoolLocationId &&
    one.groups.some(({ groupId }) => entry.groups.some((group) => group.groupId === groupId));
  return 1 + entries.findIndex(same);
}

/** At the end of the line; a school with the same groups keeps its place. */
export function join(list: WaitingList, entry: Waiting): Made | null {
  if (placeOf(list, entry) > 0) return null;
  const regionIds = [...new Set([...list.regionIds, entry.regionId])].sort();
  return { state: { ...list, regionIds, entries: [...list.entries, entry] } };
}

/** The place that it was offered was not to be had: it keeps its place in the line. */
export function refused(list: WaitingList, id: string): Made | null {
  if (!list.entries.some((entry) => entry.id === id)) return null;
  const entries = list.entries.map((entry) =>
    entry.id === id ? { ...entry, refusals: (entry.refusals ?? 0) + 1 } : entry,
  );
  return { state: { ...list, entries } };
}

export function leave(list: WaitingList, id: string): Made | null {
  const entries = list.entries.filter((entry) => entry.id !== id);
  return entries.length === list.entries.length ? null : { state: { ...list, entries } };
}
