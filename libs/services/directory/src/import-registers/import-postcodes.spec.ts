import { imported, postImport } from '../../../../../test/support/imported.js';
import {
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
});
afterEach(() => directory.close());

const header = 'country_code,zipcode,place,province_code,latitude,longitude';
const postcodesFile = (...lines: string[]) => ({ kind: 'postcodes', content: Buffer.from(lines.join('\n')) });
const areaOf = async (code: string) => (await directory.get(`/internal/postcodes/${code}`, 'service')).body;

describe('importing postcodes', () => {
  it('reads a table with a header', async () => {
    const report = await imported(
      directory,
      postcodesFile(header, 'NL,9401,Assen,0106,52.9939,6.5625', 'NL,9402,"Assen",0106,53.004,6.559'),
    );

    expect(report.counts).toMatchObject({ rows: 2, added: 2, refused: 0 });
    expect(await areaOf('9402')).toEqual({ lat: 53.004, lon: 6.559 });
  });

  it('reads the dump of GeoNames, which has no header', async () => {
    const line = 'NL\t9401\tAssen\tDrenthe\t01\tAssen Municipality\t0106\t\t\t52.9939\t6.5625\t6';

    const report = await imported(directory, postcodesFile(line));

    expect(report.counts).toMatchObject({ rows: 1, added: 1 });
    expect(await areaOf('9401')).toEqual({ lat: 52.9939, lon: 6.5625 });
  });

  it('refuses rows one by one', async () => {
    const report = await imported(
      directory,
      postcodesFile(
        header,
        'NL,94011,Assen,0106,52.9939,6.5625',
        'NL,9402,,0106,52.9939,6.5625',
        'NL,9403,Assen,0106,6.5625,52.9939',
        'NL,9404,Assen,0106,,',
        'NL,9405,Assen,0106,52.9939,6.5625',
      ),
    );

    expect(report.counts).toMatchObject({ rows: 5, added: 1, refused: 4 });
    expect(report.refusals.map(({ row, code }) => [row, code])).toEqual([
      [2, 'not-a-postcode'],
      [3, 'required'],
      [4, 'not-in-the-netherlands'],
      [5, 'not-in-the-netherlands'],
    ]);
  });

  it('changes only what changed', async () => {
    await imported(
      directory,
      postcodesFile(header, 'NL,9401,Assen,0106,53,6.5', 'NL,9402,Assen,0106,53,6.5'),
    );

    const report = await imported(
      directory,
      postcodesFile(header, 'NL,9401,Assen,0106,53,6.5', 'NL,9402,Assen,0106,53,6.55'),
    );

    expect(report.counts).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(await areaOf('9402')).toEqual({ lat: 53, lon: 6.55 });
  });

  it('refuses what is no table of postcodes and says what was expected', async () => {
    const reply = await postImport(directory, postcodesFile('a;b', '1;2'), operator);

    expect(reply).toMatchObject({ status: 400, body: { code: 'imports.not-this-file' } });
    expect(JSON.stringify(reply.body)).toContain('zipcode');
  });

  it('answers 404 for a postcode that nobody imported', async () => {
    expect((await directory.get('/internal/postcodes/9999', 'service')).status).toBe(404);
    expect((await directory.get('/internal/postcodes/9999', operator)).status).toBe(403);
  });
});
