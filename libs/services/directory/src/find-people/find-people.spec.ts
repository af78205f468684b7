import {
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';

interface People {
  readonly items: readonly { readonly id: string }[];
}

let directory: RunningDirectory;
beforeAll(async () => {
  directory = await runDirectory();
  const { seed } = directory;
  await seed.region({ id: 'assen', name: 'Assen', schoolLocationIds: ['anker'] });
  await seed.schoolLocation({
    id: 'anker',
    name: 'Het Anker',
    brin6: '11ZZ00',
    sectors: ['po'],
    holidayRegion: 'noord',
  });
  await seed.organisation({
    id: 'fabriek',
    name: 'Fabriek',
    kind: 'company',
    regionIds: ['assen'],
    firstContactId: 'zita',
  });
  const person = (id: string, roles: Parameters<typeof seed.person>[0]['roles']) =>
    seed.person({ id, name: id.toUpperCase(), email: `${id}@post.example`, roles });
  await person('anna', [{ role: 'teacher', schoolLocationId: 'anker' }]);
  await person('bob', [{ role: 'partner', organisationId: 'fabriek' }]);
  await person('zita', [{ role: 'partner-admin', organisationId: 'fabriek' }]);
  await person('carla', [{ role: 'coordinator', regionIds: ['assen', 'elsewhere'] }]);
  await person('dirk', [{ role: 'coordinator', regionIds: ['elsewhere'] }]);
});
afterAll(() => directory.close());

const ids = async (path: string) =>
  (await directory.get<People>(path, 'service')).body.items.map(({ id }) => id);

describe('finding people, for other services', () => {
  it('shows one person with address and roles', async () => {
    const { body } = await directory.get('/internal/people/anna', 'service');

    expect(body).toEqual({
      id: 'anna',
      name: 'ANNA',
      email: 'anna@post.example',
      language: 'nl',
      preferences: { mail: 'each', reminders: true },
      roles: [{ role: 'teacher', regionIds: ['assen'], schoolLocationId: 'anker' }],
    });
  });

  it('finds the people of a region by role', async () => {
    expect(await ids('/internal/people?region=assen&role=coordinator')).toEqual(['carla']);
    expect(await ids('/internal/people?region=assen&role=teacher')).toEqual(['anna']);
    expect((await ids('/internal/people?region=assen')).sort()).toEqual(['anna', 'bob', 'carla', 'zita']);
  });

  it('names the first contact of an organisation first', async () => {
    expect(await ids('/internal/organisations/fabriek/contacts')).toEqual(['zita', 'bob']);
  });

  it('answers 404 for whom there is not', async () => {
    expect((await directory.get('/internal/people/nobody', 'service')).status).toBe(404);
    expect((await directory.get('/internal/organisations/none/contacts', 'service')).status).toBe(404);
  });

  it('is closed to people, operators too', async () => {
    expect((await directory.get('/internal/people/anna', operator)).status).toBe(403);
    expect((await directory.get('/internal/people/anna', 'visitor')).status).toBe(401);
  });

  it('shows a person the own things at /me', async () => {
    const anna = {
      id: 'anna',
      roles: [{ role: 'teacher' as const, regionIds: ['assen'], schoolLocationId: 'anker' }],
    };

    expect((await directory.get('/api/me', anna)).body).toMatchObject({
      name: 'ANNA',
      schoolLocations: [{ id: 'anker', name: 'Het Anker' }],
      organisations: [],
      regions: [{ id: 'assen', name: 'Assen' }],
    });
    expect((await directory.get('/api/me', 'visitor')).status).toBe(401);
  });
});
