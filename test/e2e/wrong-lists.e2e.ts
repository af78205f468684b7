import { aWorld, type World } from '../support/world.js';
import { until } from '../support/until.js';

const empty = ';;;;;;;;;;;';
/** As a region keeps it: merged headers, dates as they are said, a formula here and there, and much nothing. */
const list = [
  'Partners van de regio;;;;;;;;;;;',
  empty,
  ';;;Contact;;;Activiteit;;;School;;',
  'Organisatie;Soort;Plaats;Naam;E-mail;Telefoon;Datum;Titel;Uren;Naam;Groep(en);Aantal leerlingen',
  'De Smederij;bedrijf;Zwolle;Piet Smid;piet@smederij.test;038-1234567;1-9-26;Lassen;2,5;11ZZ00;7A;24',
  ';;;;;;8-9-26;Lassen;2,5;De Springplank;8B;20',
  ...Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? empty : '')),
  'Techniekhuis;museum;Kampen;Mia Bos;mia@techniekhuis.test;;=VANDAAG();Bouwen;1;11ZZ01;8B;20',
  'Drukkerij;bedrijf;Kampen;;;;15-9-2026;Drukken;=B2*2;11ZZ01;8B;18',
  'Gieterij;bedrijf;Zwolle;;;;31-2-26;Gieten;1;11ZZ00;7A;24',
  'Weverij;bedrijf;Zwolle;;;;22-9-26;Weven;1;School die er niet is;7A;24',
].join('\r\n');

describe('a partner list as regions keep it', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  const post = (text: string | Buffer, changes: Record<string, unknown> = {}, who = world.coordinator) =>
    who.post('/api/imports', {
      kind: 'partners',
      filename: 'partners.csv',
      regionId: 'region-ijssel',
      content: Buffer.from(text).toString('base64'),
      ...changes,
    });
  const imported = async (text: string) => {
    const { status, body } = await post(text);
    expect(status).toBe(202);
    return until(async () => {
      const report = (await world.coordinator.get(`/api/imports/${body.id}`)).body;
      return report.state === 'finished' && report;
    }, 'the import');
  };
  const organisations = async () =>
    (await world.coordinator.get('/api/organisations?region=region-ijssel&limit=100')).body.items.map(
      ({ name }: { name: string }) => name,
    );
  const closed = async () =>
    (await world.coordinator.get('/api/matches?state=closed&limit=100')).body.items as {
      id: string;
      title: string;
      sessions: { start: string }[];
    }[];
  const report = async () =>
    (await world.coordinator.get('/api/reports/region?region=region-ijssel')).body as Record<string, any>;

  it('arrives as organisations, contacts and activities, and the region’s report counts them', async () => {
    const { counts, refusals, remarks } = await imported(list);

    expect(counts).toMatchObject({ rows: 6, refused: 3 });
    expect(refusals).toMatchObject([
      { row: 207, column: 'Datum', code: 'formula' },
      { row: 209, column: 'Datum', value: '31-2-26', code: 'not-understood' },
      { row: 210, column: 'school', code: expect.any(String) },
    ]);
    expect(remarks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: 5, column: 'Datum', code: 'read-as' }),
        expect.objectContaining({ row: 6, code: 'as-above' }),
        expect.objectContaining({ row: 208, column: 'Uren', code: 'formula' }),
      ]),
    );
    expect(JSON.stringify({ refusals, remarks })).not.toMatch(/piet|038-/i);
    expect(await organisations()).toEqual(
      expect.arrayContaining(['De Smederij', 'Techniekhuis', 'Drukkerij', 'Gieterij', 'Weverij']),
    );

    const matches = await until(async () => {
      const found = await closed();
      return found.length >= 3 && found;
    }, 'the matches');
    expect(matches.map(({ title, sessions }) => [title, sessions[0]?.start.slice(0, 10)]).sort()).toEqual([
      ['Drukken', '2026-09-15'],
      ['Lassen', '2026-09-01'],
      ['Lassen', '2026-09-08'],
    ]);
    const { reach, hours, locations } = await until(async () => {
      const found = await report();
      return found['reach']?.counted.activities === 3 && found;
    }, 'the report');
    expect(reach.counted).toMatchObject({ groups: 3, pupils: 62 });
    expect(hours).toMatchObject({ activities: 2, total: 5, missing: 1 });
    expect(locations).toMatchObject({ participating: 2, reached: 2, notReached: [] });
  });

  it('changes nothing in a dry run, and nothing when it comes again', async () => {
    const dry = await post(list, { dryRun: true });
    expect(dry).toMatchObject({
      status: 201,
      body: { dryRun: true, state: 'finished', counts: { rows: 6 } },
    });
    expect(await organisations()).not.toContain('De Smederij');

    const first = await imported(list);
    expect(first.counts).toEqual(dry.body.counts);
    await until(async () => (await closed()).length === 3, 'the matches');
    const again = await imported(list);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, refused: 3 });
    expect(await closed()).toHaveLength(3);
  });

  it('has activities that can be repeated this year', async () => {
    await imported(list);
    const [first] = await until(async () => {
      const found = await closed();
      return found.length >= 3 && found;
    }, 'the matches');
    const again = await world.coordinator.post(
      `/api/matches/${first?.id}/repeat`,
      { start: '2027-01-12T09:00:00+01:00' },
      { prefer: 'wait=5' },
    );
    expect(again).toMatchObject({
      status: 201,
      body: { origin: 'repeated', state: 'asked', acceptedBy: {} },
    });
  });

  it.each([
    ['columns separated by |', 'organisatie|plaats\nDe Smederij|Zwolle\n', '|'],
    ['a workbook instead of a csv', 'PK\u0003\u0004 and more', 'csv'],
    ['no header', 'De Smederij;Zwolle\nTechniekhuis;Kampen\n', 'kop'],
    ['nothing at all', '', 'kop'],
    ['a quote that never ends', 'organisatie;plaats\n"De Smederij;Zwolle\n', 'aanhalingsteken'],
  ])('%s is refused with what to do, and nothing is done', async (_what, text, says) => {
    const answer = await post(text);

    expect(answer).toMatchObject({ status: 400, body: { code: 'imports.not-this-file' } });
    expect(answer.body.detail).toContain(says);
    expect(await organisations()).not.toContain('De Smederij');
  });

  it('rows with another separator than the header are refused one by one', async () => {
    const text = 'organisatie;plaats;soort\nDe Smederij,Zwolle,bedrijf\nDrukkerij;Kampen;bedrijf\n';
    const { counts, refusals } = await imported(text);

    expect(counts).toMatchObject({ rows: 2, refused: 1 });
    expect(refusals).toMatchObject([{ row: 2, code: 'columns-differ' }]);
    const names = await organisations();
    expect(names).toContain('Drukkerij');
    expect(names.join()).not.toContain('Smederij');
  });

  it('is for the coordinator of the region it names', async () => {
    const one = 'organisatie;plaats\nDe Smederij;Zwolle\n';

    expect(await post(one, { regionId: undefined })).toMatchObject({
      status: 400,
      body: { code: 'imports.region-needed', errors: [{ path: 'regionId' }] },
    });
    expect(await post(one, { regionId: 'region-far' })).toMatchObject({
      status: 403,
      body: { code: 'access.not-yours' },
    });
    expect(await post(one, { regionId: 'nowhere' }, world.operator)).toMatchObject({
      status: 400,
      body: { code: 'imports.region-unknown' },
    });
    expect(await post(one, {}, world.teacher)).toMatchObject({
      status: 403,
      body: { code: 'access.not-allowed' },
    });
  });

  it('is harmless in the export: no cell begins as a formula', async () => {
    await imported(
      'organisatie;plaats;datum;activiteit;school;leerlingen\n-Smederij;Zwolle;1-9-26;@som;11ZZ00;20\n',
    );
    const csv = await until(async () => {
      const { body } = await world.coordinator.get('/api/exports/activities?format=csv');
      return String(body).includes('Smederij') && String(body);
    }, 'the row');

    expect(csv).toContain("'-Smederij");
    expect(csv).not.toMatch(/(^|[;,"])[=+@-][A-Za-z]/m);
  });
});
