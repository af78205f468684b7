// Source: DUO, "Adressen onderwijs": files of school locations po, vo, and sbo, (v)so, as of 2026.
import { holidayRegions, sectors, type HolidayRegion, type Sector } from '#libs/contracts';
import { isBrin6, normalisePostcode } from '#libs/facts';

/** One school location as the ministry writes it. */
export interface RegisterEntry {
  readonly brin6: string;
  readonly name: string;
  readonly sectors: readonly Sector[];
  readonly street?: string;
  readonly postcode?: string;
  readonly place: string;
  readonly municipalityCode?: string;
  readonly municipalityName?: string;
  readonly holidayRegion: HolidayRegion;
}

interface RowRefusal {
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

type MinistryFile = 'primary' | 'secondary' | 'special';

/** Which of the three files has this header; null for none of them. */
export function ministryFileOf(header: readonly string[]): MinistryFile | null {
  if (neededColumns.some((column) => !header.includes(column))) return null;
  if (header.includes('SOORT PRIMAIR ONDERWIJS')) return 'special';
  return header.includes('ONDERWIJSSTRUCTUUR') ? 'secondary' : 'primary';
}

export const neededColumns: readonly string[] = [
  'VESTIGINGSCODE',
  'VESTIGINGSNAAM',
  'POSTCODE',
  'PLAATSNAAM',
  'GEMEENTENUMMER',
  'GEMEENTENAAM',
  'VAKANTIEREGIO',
];

/** The sectors that a file tells everything about. */
export const coveredSectors: Readonly<Record<MinistryFile, readonly Sector[]>> = {
  primary: ['po'],
  secondary: ['vo'],
  special: ['sbo', 'so', 'vso'],
};

const longestName = 200;

/** Reads one row by the names of its columns; a single space stands for empty. */
export function readMinistryRow(
  row: Readonly<Record<string, string>>,
  file: MinistryFile,
): RegisterEntry | RowRefusal {
  const value = (column: string) => row[column]?.trim() ?? '';
  const brin6 = value('VESTIGINGSCODE').toUpperCase();
  if (!isBrin6(brin6))
    return refused('VESTIGINGSCODE', 'not-a-brin6', 'must be two digits, two letters, two digits');
  const name = value('VESTIGINGSNAAM');
  if (name === '') return refused('VESTIGINGSNAAM', 'required', 'a location has a name');
  if (name.length > longestName)
    return refused('VESTIGINGSNAAM', 'too-long', `at most ${longestName} characters`);
  const postcode = normalisePostcode(value('POSTCODE'));
  if (!postcode && value('POSTCODE') !== '')
    return refused('POSTCODE', 'not-a-postcode', 'must be a Dutch postcode such as 8011 PK');
  const place = value('PLAATSNAAM');
  if (place === '') return refused('PLAATSNAAM', 'required', 'a location has a place');
  const holidayRegion = holidayRegions.find((region) => region === value('VAKANTIEREGIO').toLowerCase());
  if (!holidayRegion) return refused('VAKANTIEREGIO', 'unknown', 'must be Noord, Midden or Zuid');
  const found = sectorsOf(file, value('SOORT PRIMAIR ONDERWIJS'), value('ONDERWIJS'));
  if (found.length === 0)
    return refused('SOORT PRIMAIR ONDERWIJS', 'unknown', 'must say sbo, so, vso or (v)so');
  const street = [value('STRAATNAAM'), value('HUISNUMMER-TOEVOEGING')].filter(Boolean).join(' ');
  const municipalityCode = value('GEMEENTENUMMER').padStart(4, '0');
  const municipalityName = value('GEMEENTENAAM');
  return {
    brin6,
    name,
    sectors: found,
    ...(street ? { street } : {}),
    ...(postcode ? { postcode } : {}),
    place,
    ...(/^\d{4}$/.test(municipalityCode) && municipalityCode !== '0000' ? { municipalityCode } : {}),
    ...(municipalityName ? { municipalityName } : {}),
    holidayRegion,
  };
}

/** In the special file "(V)SO" is made precise by a list such as "SO LZ/P + RP-VSO LZ/P"; without one it is both. */
function sectorsOf(file: MinistryFile, kind: string, education: string): Sector[] {
  if (file !== 'special') return [...coveredSectors[file]];
  const words = kind.toLowerCase().replace(/\s/g, '');
  if (words === 'sbo' || words === 'so' || words === 'vso') return [words];
  if (words !== '(v)so') return [];
  const named = education
    .toLowerCase()
    .split('+')
    .map((part) => /^(?:rp-)?(v?so)\b/.exec(part.trim())?.[1]);
  const found = sectors.filter((sector) => named.includes(sector));
  return found.length > 0 ? found : ['so', 'vso'];
}

function refused(column: string, code: string, message: string): RowRefusal {
  return { column, code, message };
}
