import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Stopped } from './api.js';
import { Instances, type Opening } from './instances.js';

// A real process starts in some of them, which a busy machine takes its time for.
jest.setTimeout(60_000);

const leerbrug = resolve('dist/apps/embedded/src/main.js');

let folder: string;
let said: string[];
const servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leerbrug-instances-'));
  said = [];
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
  rmSync(folder, { recursive: true });
});

const instancesWith = (program: string, elsewhere: Pick<Opening, 'url' | 'token'> = {}) =>
  new Instances({
    ...elsewhere,
    folder,
    program,
    environment: process.env,
    opened: (sentence) => void said.push(sentence),
  });

describe('the instance of a folder', () => {
  it('is the one that runs there', async () => {
    writeInstanceFile(await somethingThatAnswers(200));

    const instances = instancesWith('/there/is/no/such/program.js');

    expect(await instances.open()).toBeDefined();
    await instances.close();
    expect(said).toEqual([]);
  });

  it.each([
    ['none was ever there', async () => undefined],
    ['what is left is the address of nobody', async () => writeInstanceFile('http://127.0.0.1:9')],
    ['another answers at its address', async () => writeInstanceFile(await somethingThatAnswers(401))],
  ])('is made for the moment when %s, and ended after', async (_, given) => {
    await given();
    const instances = instancesWith(leerbrug);

    const instance = await instances.open();
    const me = await instance.get<{ id: string }>('/api/me');
    const pid = Number(readFileSync(join(folder, 'leerbrug.pid'), 'utf8'));
    await instances.close();

    expect(me.id).toBe('instance-operator');
    expect(said).toEqual([`No Leerbrug runs on ${folder}: this command opens the folder itself.`]);
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
    expect(existsSync(join(folder, 'demo.json'))).toBe(false);
  });

  it('cannot be had when the folder does not open: the sentence says what the process said', async () => {
    const refusing = join(folder, 'refusing.mjs');
    writeFileSync(
      refusing,
      `process.stderr.write('the folder is in use by process 7\\n'); process.exitCode = 1;`,
    );

    await expect(instancesWith(refusing).open()).rejects.toThrow(
      'The folder could not be opened. the folder is in use by process 7',
    );
  });
});

describe('the instance at an address', () => {
  const noProgram = '/there/is/no/such/program.js';

  it('is talked to with the token, whatever runs on the folder', async () => {
    writeInstanceFile(await somethingThatAnswers(500));
    const url = await somethingThatAnswers(200, 'Bearer lb_elsewhere');

    const instance = await instancesWith(noProgram, { url, token: 'lb_elsewhere' }).open();

    expect(await instance.get('/api/me')).toEqual({});
    expect(said).toEqual([]);
  });

  it.each<[string, Pick<Opening, 'url' | 'token'>, RegExp]>([
    [
      'no token',
      { url: 'http://gateway:8080' },
      /^LEERBRUG_TOKEN is missing: .* on the operator's screen\.$/,
    ],
    ['no address', { token: 'lb_elsewhere' }, /^LEERBRUG_URL is missing: /],
  ])('cannot be had with %s: one sentence says so', async (_, elsewhere, sentence) => {
    const opened = instancesWith(noProgram, elsewhere).open();

    await expect(opened).rejects.toThrow(sentence);
    await expect(opened).rejects.toBeInstanceOf(Stopped);
  });
});

function writeInstanceFile(url: string): void {
  writeFileSync(join(folder, 'instance.json'), JSON.stringify({ url, operatorToken: 'lb_key' }));
}

async function somethingThatAnswers(status: number, whom?: string): Promise<string> {
  const server = createServer(({ headers }, response) => {
    const known = whom === undefined || headers.authorization === whom;
    response.writeHead(known ? status : 401).end('{}');
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
