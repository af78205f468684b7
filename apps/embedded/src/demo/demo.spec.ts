import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { DirectorySeed } from '#libs/services/directory';
import { RunningClock } from '../../../../test/support/clock.js';
import { until } from '../../../../test/support/until.js';
import { Api, ApiRefused } from '../api.js';
import { startEmbedded, type Embedded } from '../embedded.js';
import type { DemoFile } from './demo-file.js';
import { seedDemo } from './demo.js';
import { greet } from './greet.js';
import type { Start } from './start.js';

// Each makes the whole region, which a busy machine takes its time for.
jest.setTimeout(60_000);

const day = 86_400_000;
const [sectors, kinds] = [
  ['mbo', 'po', 'sbo', 'so', 'vo', 'vso'],
  ['company-visit', 'guest-lesson', 'loan', 'mentoring', 'museum-visit', 'teacher-training', 'workshop'],
];

let folder: string;
let clock: RunningClock;
let embedded: Embedded;
async function open(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'leerbrug-demo-'));
  clock = new RunningClock();
  embedded = await embeddedIn(':memory:');
}
function embeddedIn(data: string): Promise<Embedded> {
  return startEmbedded({
    data,
    host: '127.0.0.1',
    port: 0,
    webRoot: resolve('test/support/page'),
    clock,
    log: pino({ level: 'silent' }),
  });
}
async function close(): Promise<void> {
  jest.restoreAllMocks();
  await embedded.close();
  rmSync(folder, { recursive: true });
}

const start = (demo: 'on' | 'off' = 'on') =>
  seedDemo(embedded, { LEERBRUG_DATA: folder, LEERBRUG_DEMO: demo });
const demoFile = () => JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as DemoFile;
const as = (id: string) =>
  new Api(embedded.url, demoFile().people.find((each) => each.id === id)?.token ?? '');
const idsOf = async (list: string) =>
  (await as('demo-coordinator').all<{ id: string }>(`/api/${list}`)).map(({ id }) => id);
const world = () => Promise.all(['school-locations', 'organisations', 'offers', 'requests'].map(idsOf));

describe('the first start in an empty folder', () => {
  let made: Start;
  beforeAll(async () => {
    await open();
    made = await start();
  });
  afterAll(close);

  it('makes a region of every sector and kind, where most requests find something and some nothing', async () => {
    const api = as('demo-coordinator');
    const [schools, partners, offers, requests] = await Promise.all([
      api.all<{ name: string; brin6: string; sectors: string[] }>('/api/school-locations'),
      api.all('/api/organisations'),
      api.all<{ kind: string; state: string; slots: unknown[] }>('/api/offers'),
      api.all<{ id: string }>('/api/requests'),
    ]);
    expect([schools.length, partners.length, offers.length, requests.length]).toEqual([90, 60, 140, 300]);
    expect(offers.reduce((sum, { slots }) => sum + slots.length, 0)).toBe(1200);
    expect(offers.every(({ state }) => state === 'published')).toBe(true);
    expect([...new Set(schools.flatMap((school) => school.sectors))].sort()).toEqual(sectors);
    expect([...new Set(offers.map(({ kind }) => kind))].sort()).toEqual(kinds);
    expect(schools.every(({ brin6 }) => /^11ZZ\d\d$/.test(brin6))).toBe(true);
    expect(Math.max(...schools.map(({ name }) => name.length))).toBe(96);

    const board = await until(async () => {
      const rows = await api.all<{ state: string; proposals: unknown[]; whyNone?: object }>('/api/proposals');
      return rows.length === 300 && rows.every(({ state }) => state === 'ready') && rows;
    }, 'the proposals');
    const without = board.filter(({ proposals }) => proposals.length === 0);
    expect(300 - without.length).toBeGreaterThanOrEqual(200);
    expect(without.length).toBeGreaterThanOrEqual(30);
    expect(without.every(({ whyNone }) => whyNone !== undefined)).toBe(true);
  });

  it('has a last school year: every activity was taken from the list, most with pupils and hours', async () => {
    const report = await until(async () => {
      const period = 'from=2025-08-01&to=2026-07-31';
      const found = await as('demo-leader').get<{
        reach: { counted: { activities: number; pupils: number } };
        hours: { activities: number; missing: number };
        locations: { participating: number; reached: number; notReached: unknown[] };
      }>(`/api/reports/region?region=demo-region&${period}`);
      return found.reach.counted.activities === 200 && found;
    }, 'the activities of last year');
    expect(report.reach.counted.pupils).toBeGreaterThan(4000);
    expect(report.hours.activities).toBeGreaterThan(report.hours.missing);
    expect(report.locations.participating).toBeGreaterThan(report.locations.reached);
    expect(report.locations.notReached.length).toBeGreaterThan(10);
  });

  it('has a school year that is under way: some schools got something, most nothing yet', async () => {
    const report = await until(async () => {
      const period = 'from=2026-08-01&to=2027-07-31';
      const found = await as('demo-leader').get<{
        reach: { counted: { activities: number } };
        locations: { reached: number; notReached: unknown[] };
      }>(`/api/reports/region?region=demo-region&${period}`);
      return found.reach.counted.activities >= 50 && found;
    }, 'the activities of this autumn');
    expect(report.locations.reached).toBeGreaterThan(20);
    expect(report.locations.notReached.length).toBeGreaterThan(40);
  });

  it('has an appointment that is agreed, and one that a partner is asked about', async () => {
    const ahead = await until(async () => {
      const matches = await as('demo-teacher').all<{ title: string; state: string }>('/api/matches');
      const found = matches
        .filter(({ state }) => ['confirmed', 'asked'].includes(state))
        .map(({ title, state }) => [title, state]);
      return found.length === 2 && found.sort();
    }, 'both');
    expect(ahead).toEqual([
      ['Repaircafé voor kinderen', 'confirmed'],
      ['Robots op de techniekmiddag', 'asked'],
    ]);
  });

  it('has a round about to close, by which the requests are answered', async () => {
    const [round] = await as('demo-coordinator').all<{ closesOn: string; answerBy: string }>('/api/rounds');
    expect(round).toMatchObject({ closesOn: '2026-11-27', answerBy: '2026-12-18' });
    const requests = await as('demo-coordinator').all<{ answerBy: string }>('/api/requests');
    expect(requests.every(({ answerBy }) => answerBy.startsWith('2026-12-18'))).toBe(true);
  });

  it('writes who you can be for the owner only, each with a key that works', async () => {
    const { url, region, people } = demoFile();
    expect([url, region]).toEqual([embedded.url, 'demo-region']);
    expect(people.map(({ id, role }) => [id, role])).toEqual([
      ['demo-teacher', 'teacher'],
      ['demo-school-admin', 'school-admin'],
      ['demo-partner', 'partner'],
      ['demo-museum', 'partner'],
      ['demo-coordinator', 'coordinator'],
      ['demo-leader', 'reader'],
      ['demo-municipality', 'reader'],
      ['demo-operator', 'operator'],
    ]);
    for (const { id, name, email } of people) {
      expect(await as(id).get('/api/me')).toMatchObject({ id, name, email });
      expect(greet(embedded.url, made)).toContain(name);
    }
    expect(readdirSync(folder).sort()).toEqual(['demo.json', 'instance.json']);
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  it('is followed by starts that change nothing but the address, when that is another', async () => {
    const [before, kept] = [await world(), demoFile()];
    const instance = readFileSync(join(folder, 'instance.json'), 'utf8');
    writeFileSync(join(folder, 'demo.json'), JSON.stringify({ ...kept, url: 'http://localhost:1' }));
    clock.advance(day);

    expect(await start()).toMatchObject({ kind: 'demo', made: false });

    expect(demoFile()).toEqual(kept);
    expect(await world()).toEqual(before);
    expect(readFileSync(join(folder, 'instance.json'), 'utf8')).toBe(instance);
  });
});

describe('a later start', () => {
  beforeEach(open);
  afterEach(close);

  it.each([30, 150])('goes on where one was cut off after %d answers, also days later', async (answers) => {
    await embedded.close();
    embedded = await embeddedIn(folder);
    const cut = cutOffAfter(answers);
    await expect(start()).rejects.toThrow('cut off');
    await cut.settled();
    expect(readdirSync(folder)).not.toContain('demo.json');
    await embedded.close();
    jest.restoreAllMocks();
    clock.advance(9 * day);
    embedded = await embeddedIn(folder);

    expect(await start()).toMatchObject({ kind: 'demo', made: true });

    const made = await world();
    expect(made.map((ids) => [ids.length, new Set(ids).size])).toEqual(
      [90, 60, 140, 300].map((count) => [count, count]),
    );
  });

  it('leaves a folder with data of its own alone', async () => {
    await start('off');
    const seed = embedded.services.get('directory')?.app.get(DirectorySeed, { strict: false });
    await seed?.organisation({ id: 'own', name: 'Eigen', kind: 'company', regionIds: [] });

    expect(await start()).toMatchObject({ kind: 'own-data' });

    expect(readdirSync(folder)).toEqual(['instance.json']);
  });
});

describe('with LEERBRUG_DEMO=off', () => {
  beforeEach(open);
  afterEach(close);

  it('starts empty, says how to go on, and lets the command line in', async () => {
    const made = await start('off');

    expect(made.kind).toBe('empty');
    expect(greet(embedded.url, made)).toContain('import schools');
    expect(greet(embedded.url, made)).toMatch(/Beheerderscode: +[A-Z2-9]{4}-[A-Z2-9]{4} /);
    const { url, operatorToken } = JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8')) as {
      url: string;
      operatorToken: string;
    };
    expect(await new Api(url, operatorToken).get('/api/me')).toMatchObject({ roles: [{ role: 'operator' }] });
  });

  it('gives the command line a new key when the old one is not good here', async () => {
    await start('off');
    const file = join(folder, 'instance.json');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...kept, operatorToken: 'lb_of-another-database' }));

    await start('off');

    const { operatorToken } = JSON.parse(readFileSync(file, 'utf8')) as { operatorToken: string };
    await expect(new Api(embedded.url, 'lb_of-another-database').get('/api/me')).rejects.toThrow(ApiRefused);
    expect(await new Api(embedded.url, operatorToken).get('/api/me')).toMatchObject({
      id: 'instance-operator',
    });
  });
});

/** The seeding's own calls stop coming through after so many; those of the services go on. */
function cutOffAfter(answers: number) {
  const real = globalThis.fetch;
  const { url } = embedded;
  const sent: Promise<unknown>[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((to, options) => {
    if (typeof to !== 'string' || !to.startsWith(url)) return real(to, options);
    if (sent.length === answers) return Promise.reject(new Error('cut off'));
    const answer = real(to, options);
    sent.push(answer);
    return answer;
  });
  return { settled: () => Promise.allSettled(sent) };
}
