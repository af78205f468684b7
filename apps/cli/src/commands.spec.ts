import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operator, runDirectory, type RunningDirectory } from '../../../test/support/running-directory.js';
import { Api, Stopped } from './api.js';
import { commands } from './commands.js';
import { ConfigInvalid } from '#libs/settings';
import { readConfig } from './config.js';

const header = 'VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;VAKANTIEREGIO';
const row = (code: string) => `${code};De Verwondering;9401 AA;ASSEN;0106;ASSEN;Noord`;

let folder: string;
let directory: RunningDirectory;
let door: Server;
let lines: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leerbrug-cli-'));
  directory = await runDirectory();
  door = await doorTo(directory);
  lines = [];
});
afterEach(async () => {
  door.closeAllConnections();
  door.close();
  await directory.close();
  rmSync(folder, { recursive: true });
});

const bars: number[] = [];
const run = (...words: string[]) => {
  const screen = {
    line: (text: string) => void lines.push(text),
    progress: () => ({ at: (done: number) => void bars.push(done), end: () => undefined }),
  };
  const { port } = door.address() as AddressInfo;
  const instance = new Api(`http://127.0.0.1:${port}`, 'lb_operator');
  return commands(async () => instance, screen).parseAsync(words, { from: 'user' });
};
const aFile = (name: string, ...content: string[]) => {
  const file = join(folder, name);
  writeFileSync(file, content.join('\r\n'));
  return file;
};

describe('leerbrug import', () => {
  it('brings schools in and prints what became of each row', async () => {
    await run(
      'import',
      'schools',
      aFile('po.csv', header, row('11ZZ00'), row('11ZZ0')),
      '--as-of',
      '2026-08-01',
    );

    expect(lines).toEqual([
      'po.csv: 2 rows, as of 2026-08-01',
      'school locations: 1 new, 0 changed, 0 unchanged, 0 vanished',
      '1 rows refused:',
      '  row 3, VESTIGINGSCODE: must be two digits, two letters, two digits (not-a-brin6)',
    ]);
    expect(bars.at(-1)).toBe(1);
  });

  it('asks for --yes when too many would vanish', async () => {
    await run('import', 'schools', aFile('po.csv', header, row('11ZZ00'), row('11ZZ01')));
    const half = aFile('half.csv', header, row('11ZZ00'));

    await expect(run('import', 'schools', half)).rejects.toThrow(/1 of 2 .* Add --yes to confirm\./);
    await run('import', 'schools', half, '--yes');

    expect(lines.at(-1)).toBe('school locations: 0 new, 0 changed, 1 unchanged, 1 vanished');
  });

  it('brings postcodes in, or only says what would happen', async () => {
    const file = aFile('nl.csv', 'zipcode,place,latitude,longitude', '9401,Assen,52.9939,6.5625');

    await run('import', 'postcodes', file, '--dry-run');

    expect(lines[0]).toMatch(/^nl\.csv: 1 rows, as of .* \(dry run, nothing was written\)$/);
    expect((await directory.get('/internal/postcodes/9401', 'service')).status).toBe(404);
  });

  it('brings partners of a region in and says in Dutch what became of each row', async () => {
    await directory.seed.region({ id: 'assen', name: 'Assen' });
    const head = 'Organisatie;Soort;E-mail;Datum;School';
    const file = aFile(
      'partners.csv',
      head,
      'Fabriek;bedrijf;bob@fabriek',
      ';;;=A1;',
      'Museum;museum;;12-05-2026;X',
    );

    await run('import', 'partners', file, '--region', 'assen', '--dry-run');
    await run('import', 'partners', file, '--region', 'assen');

    expect(lines.slice(0, 7)).toEqual([
      'partners.csv: 3 regels (proef: er is niets opgeslagen)',
      'organisaties: 2 nieuw, 0 gewijzigd, 0 ongewijzigd',
      'contactpersonen: 0 nieuw, 0 gewijzigd, 0 ongewijzigd',
      'activiteiten: 0 nieuw, 0 gewijzigd, 0 ongewijzigd',
      'groepen: 0 nieuw, 0 gewijzigd, 0 ongewijzigd',
      '2 regels niet (helemaal) opgenomen:',
      '  regel 3, Datum, “=A1”: hier staat een formule of een fout; sla het blad op met alleen waarden',
    ]);
    expect(lines).toContain('  regel 4, school, “X”: deze school kennen we in deze regio niet');
    expect(lines).toContain('  regel 2, E-mail: dit is geen e-mailadres; deze cel is weggelaten');
    expect(lines.filter((line) => line.startsWith('organisaties'))).toHaveLength(2);
  });

  it('says what was expected of a file that is not one, or that is not there', async () => {
    await expect(run('import', 'schools', aFile('x.txt', 'hello'))).rejects.toThrow(
      /^Expected a file of school/,
    );
    await expect(run('import', 'schools', join(folder, 'none.csv'))).rejects.toThrow(/cannot be read/);
  });
});

describe('leerbrug token create', () => {
  it('prints the token on a line of its own', async () => {
    await directory.seed.person({ id: 'anna', name: 'Anna', email: 'a@school.example', roles: [] });

    await run('token', 'create', '--person', 'anna', '--days', '30');

    expect(lines[0]).toMatch(/^lb_[\w-]{43}$/);
  });

  it('makes one for some actions, and names them', async () => {
    await directory.seed.person({ id: 'anna', name: 'Anna', email: 'a@school.example', roles: [] });
    const made = ['token', 'create', '--person', 'anna', '--days', '30', '--only'];

    await run(...made, 'metrics.read,me.read');

    expect(lines[1]).toContain('for metrics.read, me.read alone');
    await expect(run(...made, 'everything')).rejects.toThrow('only[0]: there is no such action');
  });
});

describe('leerbrug parked', () => {
  it('lists what is parked', async () => {
    await run('parked', 'list');

    expect(lines).toEqual(['Nothing is parked.']);
  });

  it('passes on what the instance answers about an id that is not there', async () => {
    await expect(run('parked', 'show', 'none')).rejects.toThrow('There is no parked event with this id.');
    await expect(run('parked', 'replay', 'none')).rejects.toThrow(Stopped);
    await expect(run('parked', 'drop', 'none', '--reason', 'a test')).rejects.toThrow(Stopped);
  });
});

describe('leerbrug audit', () => {
  it('asks for no token where it reads no folder', async () => {
    const environment = { LEERBRUG_URL: 'http://gateway:8080' };
    const screen = { line: () => undefined, progress: () => ({ at() {}, end() {} }) };
    const asked = commands(() => Promise.reject(new Stopped('a token')), screen, {
      environment,
      version: '',
    });

    await expect(asked.parseAsync(['audit'], { from: 'user' })).rejects.toThrow(/audit --cluster\.$/);
  });
});

describe('the settings', () => {
  it('uses ./data unless told otherwise', () => {
    expect(readConfig({}).LEERBRUG_DATA).toBe('./data');
    expect(readConfig({ LEERBRUG_DATA: '/srv/leerbrug' }).LEERBRUG_DATA).toBe('/srv/leerbrug');
    expect(() => readConfig({ LEERBRUG_DATA: ' ' })).toThrow(ConfigInvalid);
  });

  it('takes an address elsewhere, and an empty token as none', () => {
    const LEERBRUG_URL = 'http://gateway:8080';

    expect(readConfig({ LEERBRUG_URL, LEERBRUG_TOKEN: '' })).toMatchObject({ LEERBRUG_URL });
    expect(() => readConfig({ LEERBRUG_URL: 'gateway' })).toThrow(/^LEERBRUG_URL: /);
  });
});

/** Stands where the gateway stands: lets the operator's token in and hands on to the directory. */
async function doorTo({ get, post }: RunningDirectory): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const path = request.url ?? '';
      const key = request.headers['idempotency-key'];
      const known = request.headers.authorization === 'Bearer lb_operator';
      const reply = !known
        ? { status: 401, body: {} }
        : request.method === 'GET'
          ? await get(path)
          : await post(path, { as: operator, key: String(key) }, Buffer.concat(chunks).toString());
      response
        .writeHead(reply.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(reply.body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
