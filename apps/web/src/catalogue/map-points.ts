import type { CatalogueItem } from '../api/catalogue.js';

export interface MapTown {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly offers: readonly CatalogueItem[];
}

export interface MapOf {
  readonly towns: readonly MapTown[];
  /** How many map units a kilometre is. */
  readonly perKm: number;
}

const kmPerDegree = 111.2;

/** Puts the towns of these offers on a plane of that size, north up, all on one scale; nothing of what is online. */
export function mapOf(items: readonly CatalogueItem[], width: number, height: number, margin: number): MapOf {
  const byTown = new Map<string, CatalogueItem[]>();
  for (const item of items) {
    if (!item.point || !item.town) continue;
    byTown.set(item.town, [...(byTown.get(item.town) ?? []), item]);
  }
  const places = [...byTown].map(([name, offers]) => ({ name, offers, ...middleOf(offers) }));
  const middle = middleOfPoints(places);
  const across = kmPerDegree * Math.cos((middle.lat * Math.PI) / 180);
  const flat = places.map((place) => ({
    ...place,
    east: (place.lon - middle.lon) * across,
    south: (middle.lat - place.lat) * kmPerDegree,
  }));
  const reach = (values: number[]) => Math.max(1, ...values.map(Math.abs));
  const perKm = Math.min(
    (width / 2 - margin) / reach(flat.map(({ east }) => east)),
    (height / 2 - margin) / reach(flat.map(({ south }) => south)),
    30,
  );
  const towns = flat
    .map(({ name, offers, east, south }) => ({
      name,
      offers,
      x: width / 2 + east * perKm,
      y: height / 2 + south * perKm,
    }))
    .toSorted((a, b) => b.offers.length - a.offers.length);
  return { towns, perKm };
}

function middleOf(offers: readonly CatalogueItem[]): { lat: number; lon: number } {
  return offers[0]?.point ?? { lat: 0, lon: 0 };
}

/** The middle of the box around them, so that the map is filled. */
function middleOfPoints(points: readonly { lat: number; lon: number }[]): { lat: number; lon: number } {
  const middle = (values: number[]) =>
    values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2;
  return { lat: middle(points.map(({ lat }) => lat)), lon: middle(points.map(({ lon }) => lon)) };
}
