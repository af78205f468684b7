import { noFactsValue } from '../scoring/score.js';
import type { Location, OfferSlot, Suitability } from '../scoring/model.js';
import { kindPlaceBit, places, sectorBit, suitabilityBits, type Vocabulary } from './codes.js';
import { MarketInvalid, mustBeFinite } from './market-invalid.js';
import type { TermColumns } from './market-data.js';
import { cosOfLatitude, seenFrom, squaredChord } from './plane.js';
import { lastDay } from './slot-rows.js';

/** What numbers stand for ids, on both sides of the market. */
export interface Naming {
  offer(id: string): number;
  organisation(id: string): number;
  theme(id: string): number;
  readonly words: Vocabulary;
  /** Where the plane touches the earth. */
  centre(first: Location): Location;
}

const nowhere = { lat: Number.NaN, lon: Number.NaN };
const nothing = { x: Number.NaN, y: Number.NaN, z: Number.NaN };
const ratingPrior = 3;
const mostThemes = 32;

/** Writes what a slot shares with others of its offer; gives the row's list. */
export function writeTerms(columns: TermColumns, row: number, slot: OfferSlot, naming: Naming): number[] {
  columns.offer[row] = naming.offer(slot.offerId);
  columns.organisation[row] = naming.organisation(slot.organisationId);
  columns.kindPlace[row] = kindPlaceBit(slot.kind, slot.place);
  columns.place[row] = places.indexOf(slot.place);
  writeLocation(columns, row, slot.location, naming);
  columns.reachKm[row] = slot.reachKm ?? Infinity;
  columns.reachChord[row] = squaredChord(slot.reachKm ?? Infinity);
  columns.pupilsMin[row] = slot.pupils.min;
  columns.pupilsMax[row] = slot.pupils.max;
  columns.pupilsPerGroup[row] = slot.pupilsPerGroup;
  columns.costPerGroup[row] = slot.costPerGroupCents;
  columns.costPerPupil[row] = slot.costPerPupilCents;
  columns.refused[row] = suitabilityBits((code: Suitability) => slot.suitability[code] === 'no');
  columns.withoutVog[row] = slot.vog === 'none' ? 1 : 0;
  columns.pausedUntil[row] = slot.pausedUntil ?? -lastDay;
  columns.load[row] = slot.partnerLoad === null ? noFactsValue : clamped(1 - slot.partnerLoad);
  columns.rating[row] = ratingOf(slot);
  columns.themeCount[row] = slot.themes.length;
  columns.audienceCount[row] = slot.audience.length;
  return [
    ...slot.themes.map((theme) => naming.theme(theme)),
    ...slot.audience.flatMap(({ sector, grades, levels }) => [
      sectorBit(sector),
      naming.words.grades.of(grades),
      naming.words.levels.of(levels),
    ]),
  ];
}

/** Writes where something is; unknown: NaN. */
export function writeLocation(
  columns: Pick<TermColumns, 'latitude' | 'longitude' | 'cosLatitude' | 'x' | 'y' | 'z'>,
  row: number,
  location: Location | null,
  naming: Naming,
): void {
  const { lat, lon } = location ?? nowhere;
  const known = Number.isFinite(lat) && Number.isFinite(lon);
  const { x, y, z } = known ? seenFrom(naming.centre({ lat, lon }), { lat, lon }) : nothing;
  columns.latitude[row] = lat;
  columns.longitude[row] = lon;
  columns.cosLatitude[row] = cosOfLatitude(lat);
  columns.x[row] = x;
  columns.y[row] = y;
  columns.z[row] = z;
}

export function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function ratingOf({ rating }: OfferSlot): number {
  if (!rating || rating.count === 0) return noFactsValue;
  return clamped((rating.mean * rating.count + 0.5 * ratingPrior) / (rating.count + ratingPrior));
}

const numbers = [
  'pupilsPerGroup',
  'costPerGroupCents',
  'costPerPupilCents',
  'pausedUntil',
  'partnerLoad',
] as const;

/** @throws MarketInvalid */
export function checkTerms(slot: OfferSlot, { words }: Naming): void {
  mustBeFinite(slot.slotId, slot, numbers);
  mustBeFinite(slot.slotId, slot.pupils, ['min', 'max']);
  if (slot.rating) mustBeFinite(slot.slotId, slot.rating, ['mean', 'count']);
  if (!(slot.pupilsPerGroup > 0)) throw new MarketInvalid(slot.slotId, 'pupilsPerGroup must be above 0');
  if (Number.isNaN(slot.reachKm)) throw new MarketInvalid(slot.slotId, 'reachKm must be a number');
  if (slot.themes.length > mostThemes) throw new MarketInvalid(slot.slotId, `more than ${mostThemes} themes`);
  for (const { grades, levels } of slot.audience) words.know(slot.slotId, grades, levels);
}
