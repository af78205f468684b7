import { isBrin6 } from '#libs/facts';
import type { SchoolLocation } from '../school-location.js';
import { comparable } from './words.js';

export type FoundSchool =
  { readonly school: SchoolLocation } | { readonly code: string; readonly message: string };

/** Words in front of a name that people write or leave out. */
const denomination =
  /^(?:(?:o|c|r ?k|p ?c|k|i|g)?bs|basisschool|school|openbare basisschool|sbo|vso|so|ikc|kindcentrum) /;

/** Finds schools of a region by brin6 or name, with or without "basisschool" in front. */
export function schoolFinder(locations: readonly SchoolLocation[]): (text: string) => FoundSchool {
  const byBrin6 = new Map(locations.map((school) => [school.brin6, school]));
  const byName = grouped(locations, ({ name }) => comparable(name));
  const byCore = grouped(locations, ({ name }) => core(name));
  return (text) => {
    const brin6 = text.replace(/[\s-]/g, '').toUpperCase();
    const coded = byBrin6.get(brin6);
    if (coded) return { school: coded };
    if (isBrin6(brin6))
      return { code: 'school-unknown', message: 'deze BRIN-code is niet van een school van deze regio' };
    const found = byName.get(comparable(text)) ?? byCore.get(core(text)) ?? [];
    const [school] = found;
    if (!school) return { code: 'school-unknown', message: 'deze school kennen we in deze regio niet' };
    if (found.length > 1)
      return { code: 'school-ambiguous', message: 'meer scholen heten zo; geef de BRIN-code van zes tekens' };
    return { school };
  };
}

function core(name: string): string {
  return comparable(name)
    .replace(denomination, '')
    .replace(/^(de|het) /, '');
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
