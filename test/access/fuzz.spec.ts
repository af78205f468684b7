import { randomUUID } from 'node:crypto';
import { Browser, codeFor } from '../support/browser.js';
import { routesOf, type ApiDocument, type Route } from './attempts.js';
import { hostileBodies, hostileHeaders, hostileIds, hostileQueries, type Hostile } from './hostile.js';
import { readMatrix, rowOf } from './matrix.js';
import { twoRegions, type Sender, type TwoRegions } from './two-regions.js';

const atOnce = 8;
const mightiest = ['operator', 'coordinator', 'with second factor', 'partner', 'teacher', 'visitor'];

describe('requests that no honest program sends', () => {
  let regions: TwoRegions;
  let document: ApiDocument;
  let routes: Route[];
  const matrix = readMatrix();
  beforeAll(async () => {
    regions = await twoRegions();
    document = (await regions.world.visitor.get('/api/openapi.json')).body as ApiDocument;
    routes = routesOf(document);
  });
  afterAll(() => regions.world.close());

  /** Whoever the route lets furthest in. */
  const senderOf = (route: Route): Sender => {
    const told = matrix.get(rowOf(route.name, 'own')) ?? {};
    const name = mightiest.find((each) => !['401', '403', '404'].includes(told[each] ?? '401')) ?? 'operator';
    return regions.callers[name] as Sender;
  };
  const state = () => booksOf(regions);

  async function sendAll(made: (route: Route) => readonly Hostile[], among: readonly Route[]) {
    const wrong: string[] = [];
    const jobs = among.flatMap((route) => made(route).map((hostile) => ({ route, hostile })));
    let next = 0;
    const work = async () => {
      for (let job = jobs[next++]; job; job = jobs[next++]) {
        const { route, hostile } = job;
        const { status } = await senderOf(route).send(route.method, hostile.path, hostile.text, {
          ...(route.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          ...(route.method === 'PATCH' ? { 'if-match': '"1"' } : {}),
          ...hostile.headers,
        });
        const fine = route.method === 'GET' ? status < 500 : status >= 400 && status < 500;
        if (!fine) wrong.push(`${route.name} ${hostile.what}: ${status}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { wrong, sent: jobs.length };
  }

  it('are refused, never our fault, and change nothing', async () => {
    await quiet(regions);
    const before = state();
    const changing = routes.filter(({ method }) => method !== 'GET');
    const reading = routes.filter(({ method }) => method === 'GET');

    const bodies = await sendAll((route) => hostileBodies(route, document, regions.own), changing);
    const ids = await sendAll(
      (route) => hostileIds(route, regions.own),
      routes.filter(({ path }) => !path.startsWith('/api/actions')),
    );
    const queries = await sendAll((route) => hostileQueries(route, regions.own), reading);
    const headers = await sendAll(
      (route) => hostileHeaders(route, regions.own),
      changing.filter(({ example }) => example),
    );

    expect([...bodies.wrong, ...ids.wrong, ...queries.wrong, ...headers.wrong]).toEqual([]);
    expect(bodies.sent + ids.sent + queries.sent + headers.sent).toBeGreaterThanOrEqual(5_000);
    await quiet(regions);
    expect(state()).toEqual(before);
  }, 180_000);

  it('as a mail scanner opens every address, a hundred times, and nothing changes', async () => {
    const reading = routes.filter(({ method }) => method === 'GET');
    const scanner = regions.world.visitor;
    const reader = regions.world.coordinator;
    const human = new Browser(regions.world.embedded.url);
    await human.post('/api/sign-in/codes', { email: 'colleague@leerbrug.test' });
    const code = await codeFor(regions.world, 'colleague@leerbrug.test');
    await quiet(regions);
    const before = state();

    const pages = ['/inloggen', `/inloggen?code=${code}`, '/actie', `/api/sign-in/sessions?code=${code}`];
    for (const path of [...pages, ...reading.map(({ path }) => path)]) {
      const address = path.replace(/\{[^}]+\}/, regions.own.request);
      for (let i = 0; i < 10; i++) {
        const methods = ['GET', 'GET', 'GET', 'GET', 'GET', 'HEAD', 'HEAD', 'GET', 'GET', 'GET'];
        await Promise.all(methods.map((method, at) => (at === 0 ? reader : scanner).send(method, address)));
      }
    }

    await quiet(regions);
    expect(state()).toEqual(before);
    expect((await human.post('/api/sign-in/sessions', { code })).status).toBe(201);
  }, 180_000);
});

/** How many documents of each kind there are, and the sum of their versions: any write shows. */
function booksOf({ world }: TwoRegions): Record<string, string> {
  const { file } = world.embedded;
  const names = file.statement('select name from collections order by name').all();
  return Object.fromEntries(
    names.flatMap(({ name }) => {
      const text = `select count(*) as n, coalesce(sum(ver), 0) as v from "${String(name)}"`;
      const row = file.statement(text).get();
      const [count, writes] = [Number(row?.['n']), Number(row?.['v'])];
      return count === 0 ? [] : [[String(name), `${count} documents, ${writes} writes`]];
    }),
  );
}

/** Nothing is on its way any more. */
async function quiet(regions: TwoRegions): Promise<void> {
  for (let same = 0, last = ''; same < 5;) {
    const now = JSON.stringify(booksOf(regions));
    same = now === last ? same + 1 : 0;
    last = now;
    await new Promise((next) => setTimeout(next, 50));
  }
}
