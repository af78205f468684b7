import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { imported, postImport, type Report } from '../support/imported.js';
import { operator, runDirectory, type RunningDirectory } from '../support/running-directory.js';

type Row = Record<string, string>;

const primary = fileOf('duo-vestigingen-basisonderwijs-2026-08.csv');
const samples = fileOf('duo-2026-vo-and-sbo-headers-and-samples.txt');
const postcodes = fileOf('geonames-nl-postcodes.csv');
const of2024 = gunzipSync(fileOf('scholen-2024-11-geocoded.csv.gz')).toString('utf8');

jest.setTimeout(60_000);

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
});
afterEach(() => directory.close());

describe('the postcodes of GeoNames', () => {
  it('become one middle per code, those that are wrong apart', async () => {
    const report = await imported(directory, { kind: 'postcodes', content: postcodes });

    expect(report.counts).toEqual({
      rows: 4334,
      added: 4084,
      changed: 0,
      unchanged: 0,
      vanished: 0,
      refused: 2,
    });
    expect(report.refusals.map(({ code, row }) => [code, lineOf(postcodes, row).split(',')[1]])).toEqual([
      ['far-from-its-place', '6431'],
      ['far-from-its-place', '3062'],
    ]);
  });

  it('say of the codes whose rows lie far apart which row was taken', async () => {
    const report = await imported(directory, { kind: 'postcodes', content: postcodes });

    const taken = report.remarks.map(({ message }) =>
      /rows of (\d{4}) .* row \d+ \((.*)\) was/.exec(message)?.slice(1).join(' '),
    );
    expect(taken.sort()).toEqual([
      '2324 Leiden',
      '3523 Utrecht',
      '3981 Bunnik',
      '7571 Oldenzaal',
      '7887 Erica',
      '8611 Gaastmeer',
      '9999 Stitswerd',
    ]);
  });

  it('change nothing the second time', async () => {
    await imported(directory, { kind: 'postcodes', content: postcodes });

    const again = await imported(directory, { kind: 'postcodes', content: postcodes });

    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 4084 });
  });
});

describe('the primary schools of the ministry', () => {
  it('are all taken, the ones without a municipality name too, and told once each', async () => {
    const report = await imported(directory, { kind: 'schools', content: primary, asOf: '2026-08-01' });

    expect(report).toMatchObject({
      state: 'finished',
      counts: { rows: 6122, added: 6122, changed: 0, unchanged: 0, vanished: 0, refused: 0 },
      progress: { done: 6122, total: 6122 },
      refusals: [],
    });
    expect(await directory.told()).toHaveLength(6122);
    const found = await directory.get<{ items: Row[] }>('/api/school-locations?q=32LY00');
    expect(found.body.items).toMatchObject([{ name: 'Kindcampus Buitenwijs', place: 'Veghel' }]);
  });

  it('write nothing the second time', async () => {
    await imported(directory, { kind: 'schools', content: primary });

    const again = await imported(directory, { kind: 'schools', content: primary });

    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 6122, vanished: 0 });
    expect(await directory.told()).toHaveLength(6122);
  });

  it('of November 2024 become those of August 2026: 70 new, 63 gone, 115 moved', async () => {
    const before = await imported(directory, {
      kind: 'schools',
      content: asMinistryFile(of2024),
      asOf: '2024-11-01',
    });
    const toldBefore = (await directory.told()).length;

    const after = await imported(directory, { kind: 'schools', content: primary, asOf: '2026-08-01' });

    expect(before.refusals.every(({ code }) => code === 'named-twice')).toBe(true);
    expect(after.counts).toMatchObject({ added: 70, vanished: 63, refused: 0 });
    const told = (await directory.told()).slice(toldBefore);
    expect(told).toHaveLength(after.counts.added + after.counts.changed + after.counts.vanished);
    expect(told.filter(({ data }) => data['active'] === false)).toHaveLength(63);
    const postcodeBefore = new Map(rowsOf(of2024).map((row) => [row['vestigingscode'], row['postcode']]));
    const moved = told.filter(({ data }) => {
      const earlier = postcodeBefore.get(data['brin6'] as string);
      const location = data['location'] as { postcode?: string } | undefined;
      return data['active'] === true && earlier !== undefined && earlier !== location?.postcode;
    });
    expect(moved).toHaveLength(115);
  });

  it('stay when a file of other sectors comes', async () => {
    await imported(directory, { kind: 'schools', content: primary });

    const secondary = await imported(directory, { kind: 'schools', content: sampleOf('## 02.') });
    const special = await imported(directory, { kind: 'schools', content: sampleOf('## 09.') });

    expect(secondary.counts).toMatchObject({ rows: 2, added: 2, vanished: 0, refused: 0 });
    expect(special.counts).toMatchObject({ rows: 1, added: 1, vanished: 0, refused: 0 });
    const { body } = await directory.get<{ items: Row[] }>('/api/school-locations?q=06SV00');
    expect(body.items).toMatchObject([{ name: 'De Aventurijn', sectors: ['so', 'vso'] }]);
  });

  it('are placed by their postcode once those are known', async () => {
    await imported(directory, { kind: 'postcodes', content: postcodes });
    await imported(directory, { kind: 'schools', content: primary });

    const { body } = await directory.get<{ items: Row[] }>('/api/school-locations?q=32JK00');
    const shown = await directory.get<{ location: object }>(`/api/school-locations/${body.items[0]?.['id']}`);
    expect(shown.body.location).toMatchObject({ postcode: '9306TC', lat: 53.1125 });
  });
});

describe('a file that is not one', () => {
  it.each([
    ['schools', 'postcodes', postcodes],
    ['schools', 'the geocoded list', Buffer.from(of2024)],
    ['postcodes', 'schools', primary],
  ])('is refused when %s were announced and %s come', async (kind, _what, content) => {
    const reply = await postImport(directory, { kind, content }, operator);

    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: 'imports.not-this-file' });
    expect((reply.body as Report & { detail: string }).detail).toContain('Expected');
  });
});

function fileOf(name: string): Buffer {
  const file = path.resolve(process.cwd(), '../shared/data', name);
  if (!existsSync(file)) throw new Error(`The real-data tests need ${name} in ../shared/data`);
  return readFileSync(file);
}

function lineOf(file: Buffer, row: number): string {
  return file.toString('utf8').split('\n')[row - 1] ?? '';
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = parse(text, { columns: true });
  return rows.filter((row) => row['type'] === 'basisschool');
}

/** Header and rows of one of the sample files, as the ministry would encode them. */
function sampleOf(heading: string): Buffer {
  const lines = samples.toString('utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading)) + 1;
  const end = lines.findIndex((line, i) => i > start && line.startsWith('##'));
  const part = lines.slice(start, end < 0 ? undefined : end).filter((line) => line.includes(';'));
  return iconv.encode(part.join('\r\n'), 'windows-1252');
}

/** The geocoded list in the ministry's layout; what it does not know of a location is taken from the newer file. */
function asMinistryFile(text: string): Buffer {
  const ministry: Row[] = parse(iconv.decode(primary, 'windows-1252'), {
    columns: true,
    delimiter: ';',
    quote: false,
  });
  const newer = new Map(ministry.map((row) => [row['VESTIGINGSCODE'], row]));
  const header = Object.keys(ministry[0] ?? {});
  const lines = rowsOf(text).map((row) => {
    const number = [
      row['huisnummer'],
      [row['huisletter'], row['huisnummertoevoeging']].filter(Boolean).join(''),
    ];
    const values: Row = {
      PROVINCIE: row['provincie'] ?? '',
      VESTIGINGSCODE: row['vestigingscode'] ?? '',
      VESTIGINGSNAAM: row['naam'] ?? '',
      STRAATNAAM: row['straat'] ?? '',
      'HUISNUMMER-TOEVOEGING': number.filter(Boolean).join('-'),
      POSTCODE: row['postcode'] ?? '',
      PLAATSNAAM: row['plaats'] ?? '',
      GEMEENTENAAM: row['gemeente'] ?? '',
      GEMEENTENUMMER: newer.get(row['vestigingscode'])?.['GEMEENTENUMMER'] ?? ' ',
      VAKANTIEREGIO: newer.get(row['vestigingscode'])?.['VAKANTIEREGIO'] ?? 'Midden',
    };
    return header.map((column) => (values[column] ?? '').replaceAll(';', ',') || ' ').join(';');
  });
  return iconv.encode([header.join(';'), ...lines].join('\r\n'), 'windows-1252');
}
