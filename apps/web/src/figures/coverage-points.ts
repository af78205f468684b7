import type { Report } from '../api/report-views.js';

type Location = Report['locations']['all'][number];

export interface SchoolPoint {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly had: 'something' | 'planned' | 'nothing';
}

export interface TownName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const across = 0.615;

/** Schools on a plane of that size, north up; those with nothing last, so that they lie on top. */
export function schoolPoints(locations: readonly Location[], width: number, height: number, margin: number) {
  const known = locations.flatMap(({ lat, lon, ...school }) =>
    lat === null || lon === null ? [] : [{ ...school, east: lon * across, south: -lat }],
  );
  const edges = (values: number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
  const east = edges(known.map((each) => each.east));
  const south = edges(known.map((each) => each.south));
  const scale = Math.min(
    (width - 2 * margin) / Math.max(0.05, east.high - east.low),
    (height - 2 * margin) / Math.max(0.05, south.high - south.low),
  );
  const points = known.map(({ id, name, municipality, activities, planned, ...at }) => ({
    id,
    name,
    municipality,
    x: width / 2 + (at.east - (east.low + east.high) / 2) * scale,
    y: height / 2 + (at.south - (south.low + south.high) / 2) * scale,
    had: activities > 0 ? ('something' as const) : planned > 0 ? ('planned' as const) : ('nothing' as const),
  }));
  const order = { something: 0, planned: 1, nothing: 2 };
  return { points: points.toSorted((a, b) => order[a.had] - order[b.had]), towns: townNames(points) };
}

interface Placed {
  readonly municipality: string | null;
  readonly x: number;
  readonly y: number;
}

/** Each municipality's name, just above its schools. */
function townNames(points: readonly Placed[]): readonly TownName[] {
  const byName = new Map<string, Placed[]>();
  for (const point of points)
    if (point.municipality !== null)
      byName.set(point.municipality, [...(byName.get(point.municipality) ?? []), point]);
  return [...byName].map(([name, theirs]) => ({
    name,
    x: theirs.reduce((sum, { x }) => sum + x, 0) / theirs.length,
    y: Math.min(...theirs.map(({ y }) => y)) - 12,
  }));
}
