import type { Location, OfferSlot, RequestNeed } from './model.js';

const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/** Great-circle distance by the haversine formula on the mean earth radius (IUGG), km. */
function kmBetween(one: Location, other: Location): number {
  const north = Math.sin(((other.lat - one.lat) * radians) / 2);
  const east = Math.sin(((other.lon - one.lon) * radians) / 2);
  const chord = north * north + Math.cos(one.lat * radians) * Math.cos(other.lat * radians) * east * east;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Km as the crow flies between school and partner; 0 online; NaN when a coordinate is missing or no number. */
export function distanceKm(request: RequestNeed, slot: OfferSlot): number {
  if (slot.place === 'online') return 0;
  return slot.location ? kmBetween(request.location, slot.location) : Number.NaN;
}

/** Whoever travels sets the limit: the partner to a school, the school to a partner; Infinity = none. */
export function limitKm(request: RequestNeed, slot: OfferSlot): number {
  if (slot.place === 'at-school') return slot.reachKm ?? Infinity;
  if (slot.place === 'at-partner') return request.maxDistanceKm ?? Infinity;
  return Infinity;
}
