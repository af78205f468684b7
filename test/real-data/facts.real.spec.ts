import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import {
  distanceKm,
  findPlace,
  holidayRegions,
  isPublicHoliday,
  knownSchoolYears,
  normalisePostcode,
  publicHolidays,
  schoolHolidays,
  splitMunicipalities,
  type Place,
  type Point,
} from '#libs/facts';

type Row = Record<string, string>;

const read = (file: string, encoding: string, delimiter: string): Row[] => {
  const text = iconv.decode(readFileSync(path.resolve(process.cwd(), '../shared/data', file)), encoding);
  return parse(text, { columns: true, delimiter, quote: delimiter === ',' ? '"' : false, bom: true });
};

const schools = read('duo-vestigingen-basisonderwijs-2026-08.csv', 'windows-1252', ';');
const municipalities = read('gemeente-regios-2026-08.csv', 'utf8', ',');
const publicDays = read('openholidays-nl-holidays.public.csv', 'utf8', ';');
const schoolSpans = read('openholidays-nl-holidays.school.csv', 'utf8', ';');
const postcodes = read('geonames-nl-postcodes.csv', 'utf8', ',');

const groupCodes = { noord: 'NO', midden: 'MI', zuid: 'ZU' };

describe('public holidays, held against OpenHolidays', () => {
  it('agree on every day of every year it has', () => {
    const years = [...new Set(publicDays.map((row) => Number(row.StartDate!.slice(0, 4))))];

    expect(publicDays).toHaveLength(121);
    for (const year of years) {
      const theirs = publicDays.map((row) => row.StartDate!).filter((date) => date.startsWith(`${year}-`));
      expect(publicHolidays(year).map(({ date }) => date)).toEqual(theirs.sort());
      expect(theirs.every(isPublicHoliday)).toBe(true);
    }
  });
});

describe('school holidays, held against OpenHolidays', () => {
  // Its spring holiday of Zuid in 2027 lasts until 21 March: a slip for February.
  const slip = { from: '2027-02-13', theirs: '2027-03-21', ours: '2027-02-21' };

  it.each(knownSchoolYears.flatMap((year) => holidayRegions.map((region) => ({ year, region }))))(
    'agree for $region in $year, one wrong end date apart',
    ({ year, region }) => {
      const ours = schoolHolidays(region, year);

      const theirs = schoolSpans
        .filter((row) => row.Groups!.split(',').includes(groupCodes[region]))
        .filter((row) => row.StartDate! >= ours[0]!.from && row.StartDate! <= ours.at(-1)!.from)
        .map((row) => [row.StartDate!, row.EndDate === slip.theirs ? slip.ours : row.EndDate!]);
      expect(ours.map(({ from, to }) => [from, to])).toEqual(theirs);
    },
  );

  it('still has the slip that we correct', () => {
    expect(schoolSpans.filter((row) => row.EndDate === slip.theirs).map((row) => row.StartDate)).toEqual([
      slip.from,
    ]);
  });
});

describe('split municipalities, held against DUO', () => {
  it('are exactly those whose schools name two holiday regions', () => {
    const regions = Map.groupBy(
      schools.filter((row) => row.VAKANTIEREGIO!.trim() !== ''),
      (row) => row.GEMEENTENUMMER!,
    );

    const split = [...regions]
      .filter(([, rows]) => new Set(rows.map((row) => row.VAKANTIEREGIO)).size > 1)
      .map(([code]) => code);
    expect(split.sort()).toEqual(splitMunicipalities.map(({ code }) => code));
  });

  it('are those marked ambiguous in the table of municipalities', () => {
    const marked = municipalities.filter((row) => row.AMBIGUOUS_COLUMNS!.includes('VAKANTIEREGIO'));

    expect(marked.map((row) => row.GEMEENTENUMMER)).toEqual(splitMunicipalities.map(({ code }) => code));
    expect(marked.map((row) => row.GEMEENTENAAM)).toEqual(
      splitMunicipalities.map(({ name }) => name.toUpperCase()),
    );
  });
});

describe('places, held against DUO and GeoNames', () => {
  // The centre of these two postcodes is 40 and 22 km off.
  const wrong = ['3062', '6431'];
  const points = Map.groupBy(postcodes, (row) => row.zipcode!);
  const placeOf = (row: Row): Place => findPlace(row.PLAATSNAAM!, { municipality: row.GEMEENTENUMMER! })!;
  const share = (holds: (row: Row) => boolean): number => schools.filter(holds).length / schools.length;

  const kmOff = (row: Row): number => {
    const code = row.POSTCODE!.slice(0, 4);
    const known = wrong.includes(code) ? [] : (points.get(code) ?? []);
    return known.length === 0 ? 0 : Math.min(...known.map((at) => distanceKm(placeOf(row), pointOf(at))));
  };

  it('reads the postcode of every school', () => {
    expect(schools).toHaveLength(6122);
    expect(schools.filter((row) => normalisePostcode(row.POSTCODE!) === null)).toEqual([]);
  });

  it('finds more than 88 % of the schools by the name of their place alone', () => {
    expect(share((row) => findPlace(row.PLAATSNAAM!)?.approximate === false)).toBeGreaterThan(0.88);
  });

  it('finds every school by place and municipality, more than 88 % exactly', () => {
    expect(share((row) => placeOf(row) !== undefined)).toBe(1);
    expect(share((row) => !placeOf(row).approximate)).toBeGreaterThan(0.88);
  });

  it('puts no exact place over 15 km from the postcode of its school, no approximate one over 25 km', () => {
    const far = schools.filter((row) => kmOff(row) > (placeOf(row).approximate ? 25 : 15));

    expect(far.map((row) => `${row.PLAATSNAAM} ${row.POSTCODE}`)).toEqual([]);
  });

  it('is within 3 km of the postcode for most schools', () => {
    expect(share((row) => kmOff(row) <= 3)).toBeGreaterThan(0.75);
  });
});

function pointOf(row: Row): Point {
  return { lat: Number(row.latitude), lon: Number(row.longitude) };
}
