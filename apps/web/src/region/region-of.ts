import type { Me } from '../api/me.js';

const keptAs = 'leerbrug.region';

export const regionKept = (): string | null => localStorage.getItem(keptAs);

export const keepRegion = (id: string): void => localStorage.setItem(keptAs, id);

/** The one somebody chose, else their first. */
export function regionOf(me: Pick<Me, 'regions'> | null | undefined, chosen: string | null) {
  const regions = me?.regions ?? [];
  return regions.find(({ id }) => id === chosen) ?? regions[0];
}
