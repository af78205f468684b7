interface Point {
  readonly lat: number;
  readonly lon: number;
}

interface Place {
  readonly name: string;
  readonly point: Point;
}

export interface Dot {
  readonly name: string;
  /** Map units from the school, east and south. */
  readonly x: number;
  readonly y: number;
  readonly km: number;
  readonly count: number;
}

const kmPerDegree = 111.2;

/** Towns around the school, north up, a unit of map a kilometre; each once with how many there are; no further than `most` km. */
export function dotsAround(school: Point, places: readonly Place[], most: number): Dot[] {
  const across = kmPerDegree * Math.cos((school.lat * Math.PI) / 180);
  const dots = new Map<string, Dot>();
  for (const { name, point } of places) {
    const x = (point.lon - school.lon) * across;
    const y = (school.lat - point.lat) * kmPerDegree;
    const km = Math.hypot(x, y);
    if (km > most) continue;
    const known = dots.get(name);
    dots.set(name, known ? { ...known, count: known.count + 1 } : { name, x, y, km, count: 1 });
  }
  return [...dots.values()].toSorted((a, b) => b.count - a.count);
}

const school = { x: 0, y: 0 };

/** Of these dots the ones whose name can stand beside them without lying over another's. */
export function named(dots: readonly Dot[], apart: number): ReadonlySet<string> {
  const shown: Dot[] = [];
  for (const dot of dots) {
    const isFree = [school, ...shown].every(
      ({ x, y }) => Math.abs(y - dot.y) > apart || Math.abs(x - dot.x) > apart * 3,
    );
    if (isFree) shown.push(dot);
  }
  return new Set(shown.map(({ name }) => name));
}
