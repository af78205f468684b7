// Source: GeoNames postal codes of the Netherlands; the distances were chosen on its file of 2026 (see the real-data tests).
import type { Coordinates } from '#libs/contracts';
import { distanceKm, findPlace } from '#libs/facts';
import type { RowNote } from './import-report.js';

export interface PostcodeRow extends Coordinates {
  /** The line of the file. */
  readonly row: number;
  /** Four digits. */
  readonly code: string;
  readonly place: string;
  /** CBS code of four digits, when the row has one. */
  readonly municipality?: string;
}

export interface PostcodeAreas {
  readonly areas: ReadonlyMap<string, Coordinates>;
  readonly refusals: readonly RowNote[];
  readonly remarks: readonly RowNote[];
}

/** Rows of one code that lie further apart than this do not mean one area. */
const apartKm = 15;
/** Further from the place it names than this, a row is in doubt. */
const farFromPlaceKm = 15;
/** Codes are dealt out by district: a row within this of a code a few numbers away is where it should be. */
const nearNeighbourKm = 10;
const neighbours = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5];

interface Judged {
  readonly row: PostcodeRow;
  /** From the place it names; 0 when that is unknown or known roughly. */
  readonly placeKm: number;
  readonly amongNeighbours: boolean;
}

/**
 * One middle per code: the average of rows that lie close together; of rows far apart the one among the neighbouring
 * codes that lies nearest to the place it names. A middle far from its place and from every neighbour is refused: the
 * place's own coordinates are better.
 */
export function postcodeAreas(rows: readonly PostcodeRow[]): PostcodeAreas {
  const byCode = Map.groupBy(rows, (row) => row.code);
  const areas = new Map<string, Coordinates>();
  const refusals: RowNote[] = [];
  const remarks: RowNote[] = [];
  for (const [code, all] of byCode) {
    const widthKm = farthestKm(all);
    const kept = widthKm > apartKm ? [mostLikely(all, byCode)] : all;
    if (kept.length < all.length) remarks.push(farApart(all, widthKm, kept[0]!));
    const wrong = kept.find((row) => isWrong(judge(row, byCode)));
    if (wrong) refusals.push(farFromItsPlace(wrong));
    else areas.set(code, middle(kept));
  }
  return { areas, refusals, remarks };
}

function mostLikely(
  all: readonly PostcodeRow[],
  byCode: ReadonlyMap<string, readonly PostcodeRow[]>,
): PostcodeRow {
  const judged = all.map((row) => judge(row, byCode));
  const placed = judged.filter(({ amongNeighbours }) => amongNeighbours);
  const candidates = placed.length > 0 ? placed : judged;
  return candidates.reduce((best, each) => (each.placeKm < best.placeKm ? each : best)).row;
}

function judge(row: PostcodeRow, byCode: ReadonlyMap<string, readonly PostcodeRow[]>): Judged {
  const place = findPlace(row.place, row.municipality ? { municipality: row.municipality } : {});
  const around = neighbours.flatMap((step) => byCode.get(String(Number(row.code) + step)) ?? []);
  return {
    row,
    placeKm: place && !place.approximate ? distanceKm(row, place) : 0,
    amongNeighbours: around.some((other) => distanceKm(row, other) <= nearNeighbourKm),
  };
}

function isWrong({ placeKm, amongNeighbours }: Judged): boolean {
  return placeKm > farFromPlaceKm && !amongNeighbours;
}

function farApart(all: readonly PostcodeRow[], widthKm: number, taken: PostcodeRow): RowNote {
  return {
    row: all[0]!.row,
    column: 'zipcode',
    code: 'far-apart',
    message: `the ${all.length} rows of ${taken.code} lie ${Math.round(widthKm)} km apart; row ${taken.row} (${taken.place}) was taken`,
  };
}

function farFromItsPlace({ row, code, place }: PostcodeRow): RowNote {
  return {
    row,
    column: 'latitude',
    code: 'far-from-its-place',
    message: `the middle of ${code} lies more than ${farFromPlaceKm} km from ${place}; the place itself is used instead`,
  };
}

function farthestKm(rows: readonly Coordinates[]): number {
  return Math.max(0, ...rows.flatMap((a, i) => rows.slice(i + 1).map((b) => distanceKm(a, b))));
}

function middle(rows: readonly Coordinates[]): Coordinates {
  return { lat: average(rows.map(({ lat }) => lat)), lon: average(rows.map(({ lon }) => lon)) };
}

function average(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e5) / 1e5;
}
