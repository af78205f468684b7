import iconv from 'iconv-lite';
import { finished, imported, postImport, type Report } from '../../../../../test/support/imported.js';
import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
});
afterEach(() => directory.close());

const schools = (rows: readonly Row[], columns?: readonly string[]) => ({
  kind: 'schools',
  content: aFile(rows, columns),
});

describe('importing the schools of the ministry', () => {
  it('reads windows-1252, spaces for empty, and columns by their names', async () => {
    await imported(directory, schools([{ VESTIGINGSNAAM: 'Café "’t Zeïl"', GEMEENTENAAM: '' }], shuffled));

    const shown = await oneLocation('11ZZ00');
    expect(shown).toMatchObject({
      name: 'Café "’t Zeïl"',
      sectors: ['po'],
      street: 'Dorpsstraat 1',
      holidayRegion: 'noord',
      location: { postcode: '9306TC', place: 'Assen' },
      municipality: { code: '0106' },
    });
  });

  it('tells every location once, and nobody the second time', async () => {
    const file = schools([{ VESTIGINGSCODE: '11ZZ00' }, { VESTIGINGSCODE: '11ZZ01' }]);

    await imported(directory, file);
    const again = await imported(directory, file);

    expect(again.counts).toEqual({ rows: 2, added: 0, changed: 0, unchanged: 2, vanished: 0, refused: 0 });
    expect((await directory.told()).map(({ type, seq }) => [type, seq])).toEqual([
      ['directory.school-location-changed', 1],
      ['directory.school-location-changed', 1],
    ]);
  });

  it('changes only what changed and keeps what the school entered itself', async () => {
    await imported(directory, schools([{ VESTIGINGSCODE: '11ZZ00' }, { VESTIGINGSCODE: '11ZZ01' }]));
    const { id, etag } = await oneLocation('11ZZ00');
    await directory.patch(
      `/api/school-locations/${id}/calendar`,
      { as: operator, ifMatch: etag },
      { studyDays: ['2027-03-12'] },
    );

    const report = await imported(
      directory,
      schools([{ VESTIGINGSCODE: '11ZZ00', VESTIGINGSNAAM: 'Nieuwe naam' }, { VESTIGINGSCODE: '11ZZ01' }]),
    );

    expect(report.counts).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(await oneLocation('11ZZ00')).toMatchObject({
      id,
      name: 'Nieuwe naam',
      calendar: { studyDays: ['2027-03-12'] },
    });
  });

  it('refuses rows one by one and says which column and why, without the value', async () => {
    const report = await imported(
      directory,
      schools([
        {},
        { VESTIGINGSNAAM: 'Tweede met dezelfde code' },
        { VESTIGINGSCODE: '11ZZ1' },
        { VESTIGINGSCODE: '11ZZ02', POSTCODE: '93061 TC' },
        { VESTIGINGSCODE: '11ZZ03', VAKANTIEREGIO: 'Oost' },
        { VESTIGINGSCODE: '11ZZ04', VESTIGINGSNAAM: ' ' },
        { VESTIGINGSCODE: '11ZZ05', VESTIGINGSNAAM: 'een;puntkomma te veel' },
      ]),
    );

    expect(report.counts).toMatchObject({ rows: 7, added: 1, refused: 6 });
    expect(report.refusals.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'VESTIGINGSCODE', 'named-twice'],
      [4, 'VESTIGINGSCODE', 'not-a-brin6'],
      [5, 'POSTCODE', 'not-a-postcode'],
      [6, 'VAKANTIEREGIO', 'unknown'],
      [7, 'VESTIGINGSNAAM', 'required'],
      [8, 'VESTIGINGSCODE', 'columns-differ'],
    ]);
    expect(JSON.stringify(report.refusals)).not.toContain('93061');
  });

  it('takes the sectors from the special file and from the file of secondary schools', async () => {
    const soort = (code: string, kind: string, education = ' ') => ({
      VESTIGINGSCODE: code,
      'SOORT PRIMAIR ONDERWIJS': kind,
      ONDERWIJS: education,
    });
    const special = [
      soort('11ZZ00', 'SBO'),
      soort('11ZZ01', '(V)SO', 'SO LZ/P + RP-VSO LZ/P'),
      soort('11ZZ02', '(V)SO', 'VSO ZMLK'),
      soort('11ZZ03', 'anders'),
    ];

    const report = await imported(
      directory,
      schools(special, ['SOORT PRIMAIR ONDERWIJS', ...columns, 'ONDERWIJS']),
    );
    await imported(
      directory,
      schools(
        [{ VESTIGINGSCODE: '11ZZ09', ONDERWIJSSTRUCTUUR: 'HAVO/VWO' }],
        ['ONDERWIJSSTRUCTUUR', ...columns],
      ),
    );

    expect(report.refusals.map(({ row, column }) => [row, column])).toEqual([[5, 'SOORT PRIMAIR ONDERWIJS']]);
    expect((await oneLocation('11ZZ00')).sectors).toEqual(['sbo']);
    expect((await oneLocation('11ZZ01')).sectors).toEqual(['so', 'vso']);
    expect((await oneLocation('11ZZ02')).sectors).toEqual(['vso']);
    expect((await oneLocation('11ZZ09')).sectors).toEqual(['vo']);
  });

  it('stamps the regions that name a municipality', async () => {
    await directory.seed.region({ id: 'assen', name: 'Assen', municipalityCodes: ['0106'] });

    await imported(directory, schools([{}]));

    expect((await oneLocation('11ZZ00')).regionIds).toEqual(['assen']);
  });
});

describe('locations that a file lacks', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => ({
    VESTIGINGSCODE: `22YY${String(i).padStart(2, '0')}`,
  }));

  it('are dated, not deleted, and come back when a later file has them', async () => {
    await imported(directory, schools(twenty));

    const report = await imported(directory, { ...schools(twenty.slice(1)), asOf: '2027-01-01' });
    const gone = await oneLocation('22YY00');
    await imported(directory, { ...schools(twenty), asOf: '2027-02-01' });

    expect(report.counts).toMatchObject({ vanished: 1, unchanged: 19 });
    expect(gone).toMatchObject({ activeUntil: '2027-01-01' });
    expect(await oneLocation('22YY00')).not.toHaveProperty('activeUntil');
    const ofIt = (await directory.told()).filter(({ data }) => data['brin6'] === '22YY00');
    expect(ofIt.map(({ data }) => data['active'])).toEqual([true, false, true]);
  });

  it('more than a tenth of them: nothing is changed until that is confirmed', async () => {
    await imported(directory, schools(twenty));
    const most = schools(twenty.slice(3));

    const refused = await postImport(directory, most, operator);
    const toldUntilThen = (await directory.told()).length;
    const confirmed = await imported(directory, { ...most, confirmVanishing: true });

    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'imports.too-many-vanish',
      counts: { vanished: 3 },
      known: 20,
    });
    expect(toldUntilThen).toBe(20);
    expect(confirmed.counts).toMatchObject({ vanished: 3, unchanged: 17 });
  });

  it('do not vanish when their row was refused, nor when they were never in the register', async () => {
    await imported(directory, schools(twenty));
    await directory.seed.schoolLocation({
      id: 'made-up',
      name: 'Verzonnen',
      brin6: '99XX00',
      sectors: ['po'],
      holidayRegion: 'noord',
    });

    const report = await imported(directory, schools([{ ...twenty[0], POSTCODE: 'x' }, ...twenty.slice(1)]));

    expect(report.counts).toMatchObject({ vanished: 0, refused: 1 });
    expect(await oneLocation('99XX00')).not.toHaveProperty('activeUntil');
  });

  it('keep the sectors that the file says nothing about', async () => {
    const both = [...twenty, { VESTIGINGSCODE: '33ZZ00' }];
    await imported(directory, schools(both));
    await imported(
      directory,
      schools([{ VESTIGINGSCODE: '33ZZ00', ONDERWIJSSTRUCTUUR: 'PRO' }], ['ONDERWIJSSTRUCTUUR', ...columns]),
    );
    const before = await oneLocation('33ZZ00');

    await imported(directory, schools(twenty));

    expect(before.sectors).toEqual(['po', 'vo']);
    expect(await oneLocation('33ZZ00')).toMatchObject({ sectors: ['vo'] });
    expect(await oneLocation('33ZZ00')).not.toHaveProperty('activeUntil');
  });
});

describe('the import as a command', () => {
  it('reports on a dry run and changes nothing', async () => {
    const reply = await postImport(directory, { ...schools([{}]), dryRun: true }, operator);

    expect(reply).toMatchObject({
      status: 201,
      body: { state: 'finished', dryRun: true, counts: { added: 1 } },
    });
    expect(await directory.told()).toEqual([]);
  });

  it('is answered the same when it is repeated, and refused with another body', async () => {
    const first = await postImport(directory, schools([{}]), operator, 'same-key');
    await finished(directory, first.body.id);

    const again = await postImport(directory, schools([{}]), operator, 'same-key');
    const other = await postImport(directory, schools([{ VESTIGINGSNAAM: 'X' }]), operator, 'same-key');

    expect([first.status, again.status, other.status]).toEqual([202, 202, 422]);
    expect(again.body).toMatchObject({ id: first.body.id, state: 'finished', counts: { added: 1 } });
  });

  it('is for operators', async () => {
    const reply = await postImport(directory, schools([{}]), coordinatorOf('assen'));

    expect(reply.status).toBe(403);
  });

  it('may be larger than any other body', async () => {
    const large = schools(Array.from({ length: 1500 }, (_, i) => ({ VESTIGINGSCODE: brin6(i) })));

    const report = await imported(directory, large);
    const elsewhere = await directory.post<Report>(
      '/api/organisations',
      { as: operator },
      { name: 'x'.repeat(70_000), kind: 'company' },
    );

    expect(large.content.length).toBeGreaterThan(65_536);
    expect(report.counts.added).toBe(1500);
    expect(elsewhere.status).toBe(413);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'geachte lezer'],
    ['another table', 'a;b\n1;2'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000"'],
  ])('refuses %s and says what was expected', async (_what, text) => {
    const reply = await postImport(
      directory,
      { kind: 'schools', content: Buffer.from(text, 'latin1') },
      operator,
    );

    expect(reply).toMatchObject({ status: 400, body: { code: 'imports.not-this-file' } });
    expect(JSON.stringify(reply.body)).toContain('VESTIGINGSCODE');
  });
});

type Row = Readonly<Record<string, string>>;

const columns = [
  'PROVINCIE',
  'VESTIGINGSCODE',
  'VESTIGINGSNAAM',
  'STRAATNAAM',
  'HUISNUMMER-TOEVOEGING',
  'POSTCODE',
  'PLAATSNAAM',
  'GEMEENTENUMMER',
  'GEMEENTENAAM',
  'VAKANTIEREGIO',
];
const shuffled = ['CLUSTER', ...columns.toReversed(), 'TELEFOONNUMMER'];
const usual: Row = {
  PROVINCIE: 'Drenthe',
  VESTIGINGSCODE: '11ZZ00',
  VESTIGINGSNAAM: 'De Verwondering',
  STRAATNAAM: 'Dorpsstraat',
  'HUISNUMMER-TOEVOEGING': '1',
  POSTCODE: '9306 TC',
  PLAATSNAAM: 'ASSEN',
  GEMEENTENUMMER: '0106',
  GEMEENTENAAM: 'ASSEN',
  VAKANTIEREGIO: 'Noord',
};

function aFile(rows: readonly Row[], header: readonly string[] = columns): Buffer {
  const lines = rows.map((row) => header.map((column) => ({ ...usual, ...row })[column] || ' ').join(';'));
  return iconv.encode([header.join(';'), ...lines, ''].join('\r\n'), 'windows-1252');
}

function brin6(i: number): string {
  return `${String(Math.floor(i / 100)).padStart(2, '0')}AB${String(i % 100).padStart(2, '0')}`;
}

interface Location {
  readonly id: string;
  readonly sectors: readonly string[];
  readonly regionIds: readonly string[];
  readonly etag: string;
}

async function oneLocation(code: string): Promise<Location> {
  const { body } = await directory.get<{ items: { id: string }[] }>(`/api/school-locations?q=${code}`);
  const shown = await directory.get<Location>(`/api/school-locations/${body.items[0]?.id}`);
  return { ...shown.body, etag: shown.etag ?? '' };
}
