import type { ActivityKind, Place, Sector, Suitability } from '../scoring/model.js';
import { BitSets } from './numbers.js';

export const atSchool = 0;
export const atPartner = 1;
export const online = 2;

export const places: readonly Place[] = ['at-school', 'at-partner', 'online'];
const sectors: readonly Sector[] = ['po', 'sbo', 'so', 'vso', 'vo', 'mbo'];
export const suitabilities: readonly Suitability[] = [
  'wheelchair',
  'newcomers',
  'low-stimulus',
  'english',
  'sbo',
  'so',
  'vso',
  'pro',
];

const families = 5;
const [classroom, visit, loan, mentoring, adults] = [0, 1, 2, 3, 4];
const familyOfKind: Readonly<Record<ActivityKind, (place: Place) => number>> = {
  'guest-lesson': () => classroom,
  'company-visit': () => visit,
  'museum-visit': () => visit,
  workshop: (place) => (place === 'at-partner' ? visit : classroom),
  mentoring: () => mentoring,
  loan: () => loan,
  'teacher-training': () => adults,
};

/** Bits 0 … 4 are the families at school, 5 … 9 at the partner, 10 … 14 online. */
export const kindPlaceCount = 3 * families;

export function placeOfKindPlace(bit: number): number {
  return Math.floor(bit / families);
}

/** One bit for the kind family and the place together: a request that wants both has it too. */
export function kindPlaceBit(kind: ActivityKind, place: Place): number {
  return 1 << (places.indexOf(place) * families + familyOfKind[kind](place));
}

export function kindPlaceBits(kind: ActivityKind, wished: readonly Place[]): number {
  return places
    .filter((place) => wished.length === 0 || wished.includes(place))
    .reduce((bits, place) => bits | kindPlaceBit(kind, place), 0);
}

/** Whether a request with these bits may take place there, `place` as its number. */
export function wantsPlace(bits: number, place: number): boolean {
  return ((bits >> (place * families)) & ((1 << families) - 1)) !== 0;
}

export function sectorBit(sector: Sector): number {
  return 1 << sectors.indexOf(sector);
}

/** The sectors an offer may name to be for this one: sbo and so count as po too, vso as vo. */
export function acceptedSectors(sector: Sector): number {
  if (sector === 'sbo' || sector === 'so') return sectorBit(sector) | sectorBit('po');
  return sector === 'vso' ? sectorBit(sector) | sectorBit('vo') : sectorBit(sector);
}

export function suitabilityBits(holds: (code: Suitability) => boolean): number {
  return suitabilities.reduce((bits, code, number) => (holds(code) ? bits | (1 << number) : bits), 0);
}

/** Words for which both sides must use the same bits. */
export class Vocabulary {
  readonly grades = new BitSets('grades');
  readonly levels = new BitSets('levels');

  /** @throws MarketInvalid when there are too many different ones */
  know(id: string, grades: readonly string[], levels: readonly string[]): void {
    this.grades.know(id, grades);
    this.levels.know(id, levels);
  }
}
