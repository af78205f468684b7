import iconv from 'iconv-lite';
import { finished, postImport, type Report } from '../../../../../test/support/imported.js';
import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';

interface Part {
  readonly what: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

interface Found {
  readonly items: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
}

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
  const { seed } = directory;
  await seed.region({ id: 'assen', name: 'Assen', schoolLocationIds: ['anker', 'vaart'] });
  const school = { holidayRegion: 'noord' as const, activeFrom: '2025-08-01' };
  await seed.schoolLocation({
    ...school,
    id: 'anker',
    name: 'Basisschool Het Anker',
    brin6: '11ZZ00',
    sectors: ['po'],
  });
  await seed.schoolLocation({ ...school, id: 'vaart', name: 'De Vaart', brin6: '11ZZ01', sectors: ['vo'] });
});
afterEach(() => directory.close());

const header =
  'Organisatie;Soort;Plaats;KvK-nummer;Contactpersoon;E-mail;Telefoon;Max per maand;Datum;Begintijd;Duur;Activiteit;Soort activiteit;Thema;School;Groep(en);Aantal leerlingen;Uren';
const hoekstra =
  'Machinefabriek Hoekstra;bedrijf;Assen;01234567;Jan Hoekstra;Jan@hoekstra.example;0592-123456;4;12-05-2026;9:00;90;Robots bouwen;gastles;Programmeren;Het Anker;7A, 7/8B;52;2,5';
const museum = 'Museum Café;museum;Assen;;;;;;;;;;;;;;;';

const file = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const send = (content: Buffer, given: object = {}, as = coordinatorOf('assen')) =>
  postImport(directory, { kind: 'partners', content, regionId: 'assen', ...given } as never, as);
const imported = async (...lines: string[]): Promise<Report> => {
  const started = await send(file(...lines));
  expect(started.status).toBe(202);
  return finished(directory, started.body.id);
};
const parts = ({ counts }: Report) =>
  Object.fromEntries(
    (counts as { parts?: readonly Part[] }).parts!.map(({ what, added, changed, unchanged }) => [
      what,
      [added, changed, unchanged],
    ]),
  );
const organisation = async (q: string) =>
  (await directory.get<Found>(`/api/organisations?q=${encodeURIComponent(q)}`)).body.items[0]!;
const toldOf = async (type: string) =>
  (await directory.told()).filter((each) => each.type === `directory.${type}`);

describe('importing the partners of a region', () => {
  it('makes organisations, contacts, groups and what they did before', async () => {
    const report = await imported(header, hoekstra, museum);

    expect(parts(report)).toEqual({
      organisations: [2, 0, 0],
      contacts: [1, 0, 0],
      activities: [1, 0, 0],
      groups: [2, 0, 0],
    });
    const { id } = await organisation('hoekstra');
    const { items } = (
      await directory.get<{ items: object[] }>(`/internal/organisations/${id}/contacts`, 'service')
    ).body;
    expect(items).toMatchObject([
      {
        name: 'Jan Hoekstra',
        email: 'jan@hoekstra.example',
        phone: '0592-123456',
        roles: [{ role: 'partner', organisationId: id, regionIds: ['assen'] }],
      },
    ]);
    expect((await directory.get(`/api/organisations/${id}`)).body).toMatchObject({
      kind: 'company',
      kvkNumber: '01234567',
      maxPerMonth: 4,
      location: { place: 'Assen' },
      firstContactId: expect.any(String) as string,
    });
    expect((await toldOf('activity-imported'))[0]!.data).toMatchObject({
      regionId: 'assen',
      schoolLocationId: 'anker',
      organisationId: id,
      title: 'Robots bouwen',
      kind: 'guest-lesson',
      themes: ['digital-media-entertainment/programming'],
      start: '2026-05-12T09:00:00+02:00',
      end: '2026-05-12T10:30:00+02:00',
      groups: [
        { grades: ['7'], name: '7A', pupils: 26 },
        { grades: ['7', '8'], name: '7/8B', pupils: 26 },
      ],
      pupils: 52,
      hours: 2.5,
    });
    const { body } = await directory.get('/api/school-locations/anker/groups?schoolYear=2025-2026');
    expect(body).toMatchObject({
      items: [
        { name: '7/8B', state: 'known' },
        { name: '7A', pupils: 26 },
      ],
    });
  });

  it('changes nothing the second time, and only what changed the third', async () => {
    await imported(header, hoekstra, museum);
    const told = (await directory.told()).length;

    const again = await imported(header, hoekstra, museum);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 6, refused: 0 });
    expect(await directory.told()).toHaveLength(told);

    const third = await imported(
      header,
      hoekstra.replace('0592-123456', '0592-654321').replace(';2,5', ';3'),
      museum,
    );
    expect(parts(third)).toMatchObject({
      organisations: [0, 0, 2],
      contacts: [0, 1, 0],
      activities: [0, 1, 0],
    });
    expect((await directory.told()).slice(told)).toMatchObject([
      { type: 'directory.activity-imported', seq: 2, data: { hours: 3 } },
    ]);
  });

  it('leaves what the partner changed itself, as long as the list says the same', async () => {
    await imported(header, hoekstra);
    const { id } = await organisation('hoekstra');
    const { etag } = await directory.get(`/api/organisations/${id}`);
    await directory.patch(`/api/organisations/${id}`, { as: operator, ifMatch: etag! }, { maxPerMonth: 2 });

    await imported(header, hoekstra.replace(';bedrijf;', ';techlab;'));

    expect((await directory.get(`/api/organisations/${id}`)).body).toMatchObject({
      kind: 'tech-lab',
      maxPerMonth: 2,
    });
  });

  it('changes nothing in a dry run', async () => {
    const { status, body } = await send(file(header, hoekstra), { dryRun: true });

    expect([status, body.state, parts(body)['organisations']]).toEqual([201, 'finished', [1, 0, 0]]);
    expect((await directory.get<Found>('/api/organisations')).body.items).toEqual([]);
    expect(await toldOf('activity-imported')).toEqual([]);
  });

  it('finds an organisation of another region again and leaves what is written of it', async () => {
    await directory.seed.region({ id: 'emmen', name: 'Emmen' });
    const { seed } = directory;
    await seed.organisation({
      id: 'fabriek',
      name: 'Hoekstra BV',
      kind: 'other',
      kvkNumber: '01234567',
      regionIds: ['emmen'],
    });

    const report = await imported(header, hoekstra);

    expect(parts(report)['organisations']).toEqual([0, 1, 0]);
    expect((await directory.get('/api/organisations/fabriek')).body).toMatchObject({
      name: 'Hoekstra BV',
      kind: 'other',
      regionIds: ['assen', 'emmen'],
    });
  });

  it('gives somebody who is there already the role, and keeps the name', async () => {
    const { seed } = directory;
    const roles = [{ role: 'teacher' as const, schoolLocationId: 'anker' }];
    await seed.person({ id: 'jan', name: 'J. Hoekstra', email: 'jan@Hoekstra.example', roles });

    await imported(header, hoekstra);

    const { id } = await organisation('hoekstra');
    expect((await directory.get('/internal/people/jan', 'service')).body).toMatchObject({
      name: 'J. Hoekstra',
      roles: [{ role: 'teacher' }, { role: 'partner', organisationId: id }],
    });
  });

  it('puts rows of one day, partner, school and title together', async () => {
    const row = (group: string, time: string, pupils: number) =>
      `Fabriek;;Assen;;;;;;2026-05-12;${time};60;Robots;;;11ZZ00;${group};${pupils};1`;

    const report = await imported(
      header,
      row('7A', '9:00', 24),
      row('7B', '10:30', 20),
      row('7B', '10:30', 20),
    );

    expect(report.refusals).toMatchObject([{ row: 4, code: 'named-twice' }]);
    expect((await toldOf('activity-imported')).map(({ data }) => data)).toMatchObject([
      { start: '2026-05-12T09:00:00+02:00', end: '2026-05-12T11:30:00+02:00', pupils: 44, hours: 2 },
    ]);
  });
});

describe('a list of partners as people make them', () => {
  it.each([
    ['commas', file('Naam organisatie,Plaats', 'Fabriek,Assen')],
    ['tabs', file('Plaats\tORGANISATIE', 'Assen\tFabriek')],
    ['windows-1252', iconv.encode('organisatie;plaats;soort\r\nFabriek;Assen;café', 'windows-1252')],
    ['a title above the header', file('Partnerlijst 2026;;', ';;', 'Organisatie;;Plaats', 'Fabriek;;Assen')],
    [
      'merged headers',
      file('Partners;;', 'Organisatie;Contact;', ';naam;e-mail', 'Fabriek;Jan;jan@fabriek.example'),
    ],
    ['quotes', file('organisatie;plaats', '"Fabriek";Assen', '"Bakkerij ""De Hoek"";";Assen')],
    [
      '200 empty rows',
      file('organisatie;plaats', 'Fabriek;Assen', ...Array.from({ length: 200 }, () => ';;;')),
    ],
  ])('is read with %s', async (_what, content) => {
    const { body } = await send(content, { dryRun: true });

    expect(body.counts).toMatchObject({ refused: 0 });
    expect(body.counts.rows).toBeLessThanOrEqual(2);
    expect(parts(body)['organisations']![0]).toBe(body.counts.rows);
  });

  it.each([
    ['another separator', file('organisatie|plaats', 'Fabriek|Assen'), /gescheiden met “\|”/],
    ['a workbook', Buffer.from('PK\u0003\u0004'), /werkmap/],
    ['an open quotation mark', file('organisatie;plaats', '"Fabriek;Assen'), /aanhalingsteken/],
    ['another list', file('VESTIGINGSCODE;NAAM', '11ZZ00;Anker'), /kolom “organisatie”/],
  ])('that is %s is refused in a sentence', async (_what, content, sentence) => {
    expect(await send(content)).toMatchObject({
      status: 400,
      body: { code: 'imports.not-this-file', detail: expect.stringMatching(sentence) as string },
    });
  });

  it('is refused cell by cell, with row, column, value and reason, and never with an address', async () => {
    const activity = (change: Record<number, string>) =>
      Object.entries(change)
        .reduce((cells, [at, value]) => cells.with(Number(at), value), hoekstra.split(';'))
        .join(';');
    const report = await imported(
      header,
      activity({ 5: 'jan@@hoekstra', 6: 'bellen', 3: '123' }),
      activity({ 0: '=A2' }),
      activity({ 8: '31-02-2026' }),
      activity({ 8: '=TODAY()' }),
      activity({ 8: '12-05-2066' }),
      activity({ 13: 'Zweefvliegen' }),
      activity({ 14: 'De Onbekende' }),
      activity({ 15: 'groep 9' }),
      activity({ 15: '', 16: '' }),
      activity({ 17: '=SUM(A1:A3)', 8: '1-9-26' }),
      'Los, van, komma',
      ';;;;;;;;;;;;x',
    );

    expect(report.refusals.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'Organisatie', 'formula'],
      [4, 'Datum', 'not-understood'],
      [5, 'Datum', 'formula'],
      [6, 'Datum', 'in-the-future'],
      [7, 'Thema', 'not-understood'],
      [8, 'school', 'school-unknown'],
      [9, 'groep', 'group-unknown'],
      [10, 'aantal leerlingen', 'required'],
      [12, undefined, 'columns-differ'],
      [13, 'Organisatie', 'required'],
    ]);
    expect(report.remarks).toMatchObject([
      { row: 2, column: 'KvK-nummer', value: '123', code: 'not-understood' },
      { row: 2, column: 'Telefoon', code: 'not-understood' },
      { row: 2, column: 'E-mail', code: 'not-understood' },
      { row: 11, column: 'Datum', value: '1-9-26', code: 'read-as' },
      { row: 11, column: 'Uren', value: '=SUM(A1:A3)', code: 'formula' },
    ]);
    expect(JSON.stringify(report)).not.toMatch(/hoekstra|bellen|0592/i);
  });

  it('takes the organisation of the row above where cells were merged, and nine o’clock without a time', async () => {
    const lines = ['Fabriek;Assen;2026-03-02;Lassen;Anker;8;20', ';;2026-03-09;Lassen;Anker;8;20'];

    const report = await imported('organisatie;plaats;datum;titel;school;groep;leerlingen', ...lines);

    expect(parts(report)).toMatchObject({ organisations: [1, 0, 0], activities: [2, 0, 0] });
    expect(report.remarks.map(({ row, code }) => [row, code])).toEqual([
      [2, 'no-time'],
      [3, 'as-above'],
      [3, 'no-time'],
    ]);
  });
});

describe('the import of partners as a command', () => {
  it('is for the coordinator of that region and for operators, who also read its report', async () => {
    const content = file(header, museum);
    const { body } = await send(content, { dryRun: true });

    expect((await send(content, {}, coordinatorOf('elsewhere'))).status).toBe(403);
    expect((await directory.get(`/api/imports/${body.id}`, coordinatorOf('assen'))).status).toBe(200);
    expect((await directory.get(`/api/imports/${body.id}`, coordinatorOf('elsewhere'))).status).toBe(404);
    expect((await send(content, { dryRun: true }, operator)).status).toBe(201);
  });

  it('is of a region that there is', async () => {
    expect(await send(file(header), { regionId: undefined }, operator)).toMatchObject({
      status: 400,
      body: { code: 'imports.region-needed' },
    });
    expect((await send(file(header), { regionId: 'none' }, operator)).body).toMatchObject({
      code: 'imports.region-unknown',
    });
  });
});
