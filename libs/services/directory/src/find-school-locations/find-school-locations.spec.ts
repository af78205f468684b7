import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';

interface Line {
  readonly id: string;
  readonly name: string;
}
interface List {
  readonly items: readonly Line[];
  readonly next: string | null;
}

let directory: RunningDirectory;

beforeAll(async () => {
  directory = await runDirectory();
  const { seed } = directory;
  await seed.region({ id: 'waterland', name: 'Waterland', municipalityCodes: ['0439'] });
  await seed.region({ id: 'zaan', name: 'Zaanstreek', schoolLocationIds: ['boei'] });
  await seed.schoolLocation(aSchool({ id: 'anker', name: 'Het Anker', brin6: '11AA00', place: 'Purmerend' }));
  await seed.schoolLocation(
    aSchool({ id: 'boei', name: 'Basisschool Café', brin6: '11AA01', place: 'Edam' }),
  );
  await seed.schoolLocation(
    aSchool({ id: 'verweg', name: 'Verweg', brin6: '22BB00', place: 'Assen', municipalityCode: '0106' }),
  );
});
afterAll(() => directory.close());

const names = (reply: { body: List }) => reply.body.items.map(({ name }) => name);

describe('the register of school locations', () => {
  it('shows an operator all of it, by name', async () => {
    expect(names(await directory.get<List>('/api/school-locations'))).toEqual([
      'Basisschool Café',
      'Het Anker',
      'Verweg',
    ]);
  });

  it.each([
    ['cafe', ['Basisschool Café']],
    ['PURMER', ['Het Anker']],
    ['22bb', ['Verweg']],
    ['nowhere', []],
  ])('finds "%s" in names, places and brin6', async (q, expected) => {
    expect(names(await directory.get<List>(`/api/school-locations?q=${q}`))).toEqual(expected);
  });

  it('pages without losing or repeating anything', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const reply: { body: List } = await directory.get<List>(
        `/api/school-locations?limit=1${next ? `&cursor=${next}` : ''}`,
      );
      seen.push(...names(reply));
      next = reply.body.next;
    }

    expect(seen).toEqual(['Basisschool Café', 'Het Anker', 'Verweg']);
    expect((await directory.get<List>('/api/school-locations?limit=3')).body.next).toBeNull();
  });

  it('shows a coordinator the own regions only, whatever is asked', async () => {
    const zaan = coordinatorOf('zaan');

    expect(names(await directory.get<List>('/api/school-locations', zaan))).toEqual(['Basisschool Café']);
    expect(names(await directory.get<List>('/api/school-locations?region=waterland', zaan))).toEqual([
      'Basisschool Café',
    ]);
    expect((await directory.get('/api/school-locations/anker', zaan)).status).toBe(404);
    expect((await directory.get('/api/school-locations/boei', zaan)).status).toBe(200);
  });

  it('narrows to one region', async () => {
    expect(names(await directory.get<List>('/api/school-locations?region=zaan'))).toEqual([
      'Basisschool Café',
    ]);
    expect(names(await directory.get<List>('/api/school-locations?region=none'))).toEqual([]);
  });

  it('is closed to visitors and to partners', async () => {
    const partner = {
      id: 'p',
      roles: [{ role: 'partner' as const, regionIds: ['zaan'], organisationId: 'o' }],
    };

    expect((await directory.get('/api/school-locations', 'visitor')).status).toBe(401);
    expect((await directory.get('/api/school-locations', partner)).status).toBe(403);
  });

  it('keeps the equity figure from teachers', async () => {
    const teacher = {
      id: 't',
      roles: [{ role: 'teacher' as const, regionIds: [], schoolLocationId: 'anker' }],
    };

    const asTeacher = await directory.get<object>('/api/school-locations/anker', teacher);
    const asOperator = await directory.get<object>('/api/school-locations/anker', operator);
    expect(asTeacher.body).not.toHaveProperty('equityPriority');
    expect(asOperator.body).toHaveProperty('equityPriority', 0.8);
  });

  it('refuses a query it does not know', async () => {
    expect((await directory.get('/api/school-locations?name=x')).status).toBe(400);
    expect((await directory.get('/api/school-locations?limit=101')).status).toBe(400);
    expect((await directory.get('/api/school-locations?cursor=made-up')).status).toBe(400);
  });
});

function aSchool(given: {
  id: string;
  name: string;
  brin6: string;
  place: string;
  municipalityCode?: string;
}) {
  const { place, ...rest } = given;
  return {
    sectors: ['po' as const],
    holidayRegion: 'noord' as const,
    municipalityCode: '0439',
    equityPriority: 0.8,
    location: { place, lat: 52.5, lon: 4.95 },
    ...rest,
  };
}
