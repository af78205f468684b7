import type { Sector } from '#libs/contracts';
import { checkGroup } from '#libs/facts';

interface NamedGroup {
  readonly sector: Sector;
  readonly grades: string[];
  readonly levels: string[];
  readonly name: string;
}

const levelWords: readonly (readonly [RegExp, string])[] = [
  [/\bpro\b|praktijkonderwijs/, 'pro'],
  [/vmbo[- ]?bb|\bbasis\b/, 'vmbo-bb'],
  [/vmbo[- ]?kb|\bkader\b/, 'vmbo-kb'],
  [/vmbo[- ]?gl/, 'vmbo-gl'],
  [/vmbo[- ]?g?tl|\bmavo\b|\btl\b/, 'vmbo-tl'],
  [/\bhavo\b/, 'havo'],
  [/\bvwo\b|atheneum|gymnasium/, 'vwo'],
];

const longestName = 40;

/** The groups that a cell names: "7A, 7B", "groep 7/8B", "3 t/m 5", "2 havo/vwo"; null when they are none of this school. */
export function groupsNamed(text: string, schoolSectors: readonly Sector[]): NamedGroup[] | null {
  const parts = text
    .split(/\s*(?:[,;+&]|\ben\b)\s*/i)
    .map((part) => part.replace(/^(?:groep(?:en)?|klas(?:sen)?|leerjaar|gr\.?)\s+/i, '').trim())
    .filter(Boolean);
  const groups = parts.map((part) => oneGroup(part, schoolSectors));
  return groups.length > 0 && groups.every((group) => group !== null) ? groups : null;
}

function oneGroup(name: string, schoolSectors: readonly Sector[]): NamedGroup | null {
  const words = name.toLowerCase();
  const levels = levelWords.filter(([pattern]) => pattern.test(words)).map(([, level]) => level);
  const grades = gradesIn(words);
  const found = schoolSectors
    .map((sector) => ({ sector, grades, levels, name: name.slice(0, longestName) }))
    .find((group) => checkGroup({ ...group, pupils: 1 }, schoolSectors) === null);
  return found ?? null;
}

function gradesIn(words: string): string[] {
  const range = /(\d)\s*(?:t\/m|tm|-)\s*(\d)/.exec(words);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String(from + i));
  }
  const numbers = /\d+(?:\s*\/\s*\d+)*/.exec(words)?.[0].match(/\d+/g) ?? [];
  return [...new Set(numbers)].sort();
}
