import type { Location } from '../scoring/model.js';

const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/**
 * Where a place lies, km from the middle of the earth, seen from above `centre`: x and y east and north of it, z up. Without
 * z this is the orthographic projection (Snyder, Map Projections: A Working Manual, 1987, §20), which never lengthens: the
 * distance on the plane is at most the chord and so at most the great-circle distance, anywhere on earth; within 150 km of
 * the centre it is at most 0.03 % less.
 */
export function seenFrom(centre: Location, { lat, lon }: Location): { x: number; y: number; z: number } {
  const [north, touching, east] = [lat * radians, centre.lat * radians, (lon - centre.lon) * radians];
  const outward = Math.cos(north) * Math.cos(east);
  return {
    x: earthRadiusKm * Math.cos(north) * Math.sin(east),
    y: earthRadiusKm * (Math.cos(touching) * Math.sin(north) - Math.sin(touching) * outward),
    z: earthRadiusKm * (Math.sin(touching) * Math.sin(north) + Math.cos(touching) * outward),
  };
}

/** Chords squared are compared with this share of doubt. */
export const chordMargin = 1e-6;

/** The square of the chord under so many km of great circle; NaN, which decides nothing, where that is too rough. */
export function squaredChord(km: number): number {
  if (km === Infinity) return Infinity;
  if (!(km >= 0.01 && km <= 10_000)) return Number.NaN;
  return (2 * earthRadiusKm * Math.sin(km / (2 * earthRadiusKm))) ** 2;
}

/** Columns of places. */
interface Places {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly cosLatitude: Float64Array;
}

/** Great-circle distance, km: the very operations of the scorer's `distanceKm`, so that both agree to the last bit. */
export function greatCircleKm(from: Places, one: number, to: Places, other: number): number {
  const north = Math.sin(((to.latitude[other]! - from.latitude[one]!) * radians) / 2);
  const east = Math.sin(((to.longitude[other]! - from.longitude[one]!) * radians) / 2);
  const cosines = from.cosLatitude[one]! * to.cosLatitude[other]!;
  const chord = north * north + cosines * east * east;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export function cosOfLatitude(lat: number): number {
  return Math.cos(lat * radians);
}
