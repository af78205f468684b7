// Source: Dutch education acts (WPO, WEC, WVO 2020, WEB): grades and levels per sector.
import type { Lang } from './spoken-dates.js';

export const sectors = ['po', 'sbo', 'so', 'vso', 'vo', 'mbo'] as const;
export type Sector = (typeof sectors)[number];

export interface SectorFacts {
  readonly label: { readonly nl: string; readonly en: string };
  /** The sector it is treated as when an offer names its audience. */
  readonly countsAs: 'po' | 'vo' | 'mbo';
  readonly gradeWord: { readonly nl: string; readonly en: string };
  readonly grades: readonly string[];
  readonly levels: readonly string[];
}

const primaryGrades = ['1', '2', '3', '4', '5', '6', '7', '8'];
const secondaryGrades = ['1', '2', '3', '4', '5', '6'];
const secondaryLevels = ['pro', 'vmbo-bb', 'vmbo-kb', 'vmbo-gl', 'vmbo-tl', 'havo', 'vwo'];
const groep = { nl: 'groep', en: 'group' };
const leerjaar = { nl: 'leerjaar', en: 'year' };

/** Grades restart at 1 in secondary schools: a grade means nothing without its sector. */
export const sectorFacts: Readonly<Record<Sector, SectorFacts>> = {
  po: {
    label: { nl: 'basisonderwijs', en: 'primary education' },
    countsAs: 'po',
    gradeWord: groep,
    grades: primaryGrades,
    levels: [],
  },
  sbo: {
    label: { nl: 'speciaal basisonderwijs', en: 'special primary education' },
    countsAs: 'po',
    gradeWord: groep,
    grades: primaryGrades,
    levels: [],
  },
  so: {
    label: { nl: 'speciaal onderwijs', en: 'special education' },
    countsAs: 'po',
    gradeWord: groep,
    grades: primaryGrades,
    levels: [],
  },
  vso: {
    label: { nl: 'voortgezet speciaal onderwijs', en: 'special secondary education' },
    countsAs: 'vo',
    gradeWord: leerjaar,
    grades: secondaryGrades,
    levels: secondaryLevels,
  },
  vo: {
    label: { nl: 'voortgezet onderwijs', en: 'secondary education' },
    countsAs: 'vo',
    gradeWord: leerjaar,
    grades: secondaryGrades,
    levels: secondaryLevels,
  },
  mbo: {
    label: { nl: 'middelbaar beroepsonderwijs', en: 'vocational education' },
    countsAs: 'mbo',
    gradeWord: leerjaar,
    grades: ['1', '2', '3', '4'],
    levels: [],
  },
};

export function isSector(text: string): text is Sector {
  return Object.hasOwn(sectorFacts, text);
}

export function isGrade(sector: Sector, grade: string): boolean {
  return sectorFacts[sector].grades.includes(grade);
}

export function isLevel(sector: Sector, level: string): boolean {
  return sectorFacts[sector].levels.includes(level);
}

export interface SpokenGroup {
  readonly sector: Sector;
  readonly grades: readonly string[];
  readonly levels?: readonly string[];
  readonly name?: string;
}

/**
 * "groep 7/8A en groep 6", "leerjaar 2 havo/vwo". A group's own name stands for its grades;
 * a group without name and grades is called by its sector.
 */
export function sayGroups(groups: readonly SpokenGroup[], lang: Lang): string {
  const words = [...new Set(groups.map((group) => sayGroup(group, lang)))];
  const last = words.pop() ?? '';
  const and = lang === 'nl' ? 'en' : 'and';
  return words.length === 0 ? last : `${words.join(', ')} ${and} ${last}`;
}

function sayGroup({ sector, grades, levels = [], name }: SpokenGroup, lang: Lang): string {
  const facts = sectorFacts[sector];
  const word = facts.gradeWord[lang];
  if (name) return /^\d/.test(name) && facts.countsAs === 'po' ? `${word} ${name}` : name;
  const sorted = facts.grades.filter((grade) => grades.includes(grade));
  const start = sorted.length > 0 ? `${word} ${sorted.join('/')}` : facts.label[lang];
  const sortedLevels = facts.levels.filter((level) => levels.includes(level));
  return sortedLevels.length > 0 ? `${start} ${sortedLevels.join('/')}` : start;
}
