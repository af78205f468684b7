import { attempt, routesOf, type ApiDocument, type Route } from './attempts.js';
import { readMatrix, rowOf, writeMatrix, type Matrix, type Whose } from './matrix.js';
import { between, phone, secretOf, settled, twoRegions, type TwoRegions } from './two-regions.js';

const here = [
  'teacher',
  'teacher’s session',
  'colleague',
  'school admin',
  'partner',
  'partner admin',
  'other partner',
  'coordinator',
  'coordinator’s session',
  'with second factor',
  'reader',
];
const elsewhere = ['teacher elsewhere', 'partner elsewhere', 'coordinator elsewhere'];
const outside = ['visitor', 'expired', 'disabled', 'claimant', 'token for figures'];
const coordinators = [
  'coordinator',
  'coordinator’s session',
  'with second factor',
  'operator',
  'coordinator elsewhere',
];

/** Of many at once the first one's. */
const codeOf = (body: { code?: string; items?: { problem?: { code: string } }[] }) =>
  body.code ?? body.items?.[0]?.problem?.code ?? 'no code';

/** Open to everybody, so that nobody's secret may be in it; the demo's own mailbox is open by design. */
const openToAll = (name: string) => name === 'GET /api/demo/mailbox';

describe('who is told what', () => {
  let regions: TwoRegions;
  let routes: Route[];
  let told: Map<string, Record<string, string>>;
  const leaks: string[] = [];
  let tried = 0;

  const look = (route: Route, caller: string, body: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const has = (secret: string) => text.includes(secret);
    const hidden = [
      ...(has(secretOf.own) && (elsewhere.includes(caller) || outside.includes(caller))
        ? [secretOf.own]
        : []),
      ...(has(secretOf.foreign) && (here.includes(caller) || outside.includes(caller))
        ? [secretOf.foreign]
        : []),
      ...(has(between) && !coordinators.includes(caller) ? [between] : []),
      ...(has(phone) && caller.includes('partner') ? [phone] : []),
      ...(/"equity/i.test(text) && !coordinators.includes(caller) && caller !== 'reader' ? ['equity'] : []),
    ];
    if (hidden.length > 0 && !openToAll(route.name))
      leaks.push(`${route.name} tells ${caller}: ${hidden.join(', ')}`);
  };

  const cell = async (route: Route, whose: Whose, caller: string): Promise<string> => {
    const sender = regions.callers[caller];
    if (!sender) throw new Error(caller);
    const { status: answered, body } = await attempt(sender, route, regions[whose]);
    // Many at once are answered one by one.
    const status = answered === 200 && route.path.endsWith('/approvals') ? body.items[0].status : answered;
    tried += 1;
    if (status < 300) look(route, caller, body);
    if (status < 300 && route.method !== 'GET') await settled(regions.world);
    return route.method === 'GET' || status < 300 || [401, 403, 404].includes(status) || status >= 500
      ? `${status}`
      : codeOf(body);
  };

  beforeAll(async () => {
    regions = await twoRegions();
    const { body } = await regions.world.visitor.get('/api/openapi.json');
    routes = routesOf(body as ApiDocument);
    told = new Map();
    for (const route of routes) {
      const callers = Object.keys(regions.callers);
      for (const whose of ['own', 'foreign'] as const) {
        const row: Record<string, string> = {};
        for (const caller of callers) row[caller] = await cell(route, whose, caller);
        told.set(rowOf(route.name, whose), row);
      }
    }
    if (process.env['LEERBRUG_MATRIX'] === 'write') writeMatrix(told, Object.keys(regions.callers));
  }, 120_000);
  afterAll(() => regions.world.close());

  it('is said for every route, and for no route that is gone', () => {
    expect([...readMatrix().keys()].sort()).toEqual([...told.keys()].sort());
  });

  it('is what the table says, cell by cell', () => {
    const expected: Matrix = readMatrix();
    const wrong = [...told].flatMap(([row, cells]) =>
      Object.entries(cells)
        .filter(([caller, status]) => expected.get(row)?.[caller] !== status)
        .map(([caller, status]) => `${row}, ${caller}: ${status} instead of ${expected.get(row)?.[caller]}`),
    );

    expect(wrong).toEqual([]);
    expect(tried).toBe(routes.length * 2 * Object.keys(regions.callers).length);
  });

  it('never holds what is for others alone', () => {
    expect(leaks).toEqual([]);
  });

  it('is never that it is our fault', () => {
    const faults = [...told].filter(([, cells]) => Object.values(cells).some((status) => /^5/.test(status)));

    expect(faults).toEqual([]);
  });
});
