// Source: Regeling vaststelling schoolvakanties (Ministry of Education), school years 2026–2027 and 2027–2028.
import type { LocalDate } from './local-time.js';

export const holidayRegions = ['noord', 'midden', 'zuid'] as const;
export type HolidayRegion = (typeof holidayRegions)[number];

export interface SchoolHoliday {
  readonly name: { readonly nl: string; readonly en: string };
  readonly from: LocalDate;
  /** The last day, inclusive. */
  readonly to: LocalDate;
  /** False: the ministry's advice only (autumn, spring); a school may choose other dates. */
  readonly fixed: boolean;
}

type Span = readonly [from: LocalDate, to: LocalDate];
type PerRegion = Readonly<Record<HolidayRegion, Span>>;
type Year = Readonly<Record<'autumn' | 'christmas' | 'spring' | 'may' | 'summer', PerRegion>>;

const names = {
  autumn: { nl: 'herfstvakantie', en: 'autumn holiday' },
  christmas: { nl: 'kerstvakantie', en: 'Christmas holiday' },
  spring: { nl: 'voorjaarsvakantie', en: 'spring holiday' },
  may: { nl: 'meivakantie', en: 'May holiday' },
  summer: { nl: 'zomervakantie', en: 'summer holiday' },
} as const;
const order = ['autumn', 'christmas', 'spring', 'may', 'summer'] as const;
const advice: readonly string[] = ['autumn', 'spring'];

const years: Readonly<Record<string, Year>> = {
  '2026-2027': {
    autumn: {
      noord: ['2026-10-10', '2026-10-18'],
      midden: ['2026-10-17', '2026-10-25'],
      zuid: ['2026-10-17', '2026-10-25'],
    },
    christmas: everywhere('2026-12-19', '2027-01-03'),
    spring: {
      noord: ['2027-02-20', '2027-02-28'],
      midden: ['2027-02-20', '2027-02-28'],
      zuid: ['2027-02-13', '2027-02-21'],
    },
    may: everywhere('2027-04-24', '2027-05-02'),
    summer: {
      noord: ['2027-07-10', '2027-08-22'],
      midden: ['2027-07-17', '2027-08-29'],
      zuid: ['2027-07-24', '2027-09-05'],
    },
  },
  '2027-2028': {
    autumn: {
      noord: ['2027-10-16', '2027-10-24'],
      midden: ['2027-10-16', '2027-10-24'],
      zuid: ['2027-10-23', '2027-10-31'],
    },
    christmas: everywhere('2027-12-25', '2028-01-09'),
    spring: {
      noord: ['2028-02-19', '2028-02-27'],
      midden: ['2028-02-26', '2028-03-05'],
      zuid: ['2028-02-26', '2028-03-05'],
    },
    may: everywhere('2028-04-29', '2028-05-07'),
    summer: {
      noord: ['2028-07-15', '2028-08-27'],
      midden: ['2028-07-08', '2028-08-20'],
      zuid: ['2028-07-22', '2028-09-03'],
    },
  },
};

/** School years whose holidays are known, as `2026-2027`. */
export const knownSchoolYears: readonly string[] = Object.keys(years);

/**
 * The five holidays of a school year in order of date; empty for a school year that is not known.
 * The region is the *school's own* (DUO column VAKANTIEREGIO), never derived from its municipality or any other division.
 * A summer holiday belongs to the year it ends, though its last weeks lie after 1 August.
 */
export function schoolHolidays(region: HolidayRegion, schoolYear: string): readonly SchoolHoliday[] {
  const year = Object.hasOwn(years, schoolYear) ? years[schoolYear] : undefined;
  if (!year) return [];
  return order.map((kind) => {
    const [from, to] = year[kind][region];
    return { name: names[kind], from, to, fixed: !advice.includes(kind) };
  });
}

/**
 * The holiday that a day lies in, if any. Use this for a single day: early in August the running school year is
 * the new one, while the summer holiday is still the old one's.
 */
export function schoolHolidayOn(region: HolidayRegion, date: LocalDate): SchoolHoliday | undefined {
  return knownSchoolYears
    .flatMap((year) => schoolHolidays(region, year))
    .find(({ from, to }) => from <= date && date <= to);
}

function everywhere(from: LocalDate, to: LocalDate): PerRegion {
  return { noord: [from, to], midden: [from, to], zuid: [from, to] };
}
