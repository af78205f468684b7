import type { Participation, SchoolLocationChanged } from '#libs/contracts';
import { overlaps, type Period } from './period.js';

/** What reports say of a school location, and when it takes part in which region. */
export type SchoolLocation = Pick<
  SchoolLocationChanged,
  'name' | 'brin6' | 'municipality' | 'sectors' | 'regionIds' | 'active' | 'participation'
> & {
  readonly point?: { readonly lat: number; readonly lon: number };
};

export function schoolLocationOf(changed: SchoolLocationChanged): SchoolLocation {
  const { name, brin6, municipality, sectors, regionIds, active, participation, location } = changed;
  return {
    name,
    brin6,
    ...(municipality === undefined ? {} : { municipality }),
    ...(location === undefined ? {} : { point: { lat: location.lat, lon: location.lon } }),
    sectors: [...sectors],
    regionIds: [...regionIds],
    active,
    participation: participation.map(({ regionId, from, to }): Participation => ({
      regionId,
      from,
      ...(to === undefined ? {} : { to }),
    })),
  };
}

/** Every region it belongs to now or took part in at any time. */
export function regionsOf({ regionIds, participation }: SchoolLocation): string[] {
  return [...new Set([...regionIds, ...participation.map(({ regionId }) => regionId)])];
}

/**
 * Did it take part in the region on a day of the period? Dates decide, also for a location that has vanished since;
 * one without any dates takes part where it belongs, while it is there.
 */
export function takesPart(location: SchoolLocation, regionId: string, period: Period): boolean {
  const { participation, regionIds, active } = location;
  if (participation.length === 0) return active && regionIds.includes(regionId);
  return participation.some((part) => part.regionId === regionId && overlaps(period, part));
}
