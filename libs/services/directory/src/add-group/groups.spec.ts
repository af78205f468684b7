import {
  operator,
  coordinatorOf,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';
import { until } from '../../../../../test/support/until.js';
import type { Actor } from '#libs/runtime';

interface Group {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

interface Groups {
  readonly items: readonly Group[];
}

const teacherOf = (schoolLocationId: string): Actor => ({
  id: 'a-teacher',
  roles: [{ role: 'teacher', regionIds: [], schoolLocationId }],
});

let directory: RunningDirectory;
beforeEach(async () => {
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
  const roles = [{ role: 'teacher' as const, schoolLocationId: 'anker' }];
  await seed.person({ id: 'anna', name: 'Anna', email: 'anna@anker.example', roles });
});
afterEach(() => directory.close());

const year = '?schoolYear=2030-2031';
const add = (body: object, as = teacherOf('anker'), query = year) =>
  directory.post<Group>(`/api/school-locations/anker/groups${query}`, { as }, body);
const aGroup = { name: '7A', sector: 'po', grades: ['7'], pupils: 24 };
const change = (id: string, body: object, as = teacherOf('anker'), ifMatch = '"1"') =>
  directory.patch<Group>(`/api/groups/${id}`, { as, ifMatch }, body);
const list = async (query = year, as: Actor = operator) =>
  (await directory.get<Groups>(`/api/school-locations/anker/groups${query}`, as)).body.items;

describe('the groups of a school', () => {
  it('are known from when the school names them, and told', async () => {
    const reply = await add({ ...aGroup, teachers: ['anna'] });

    expect(reply).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { schoolYear: '2030-2031', levels: [], teachers: ['anna'], state: 'known' },
    });
    expect(await list()).toEqual([reply.body]);
    expect((await directory.told()).at(-1)).toMatchObject({
      type: 'directory.group-changed',
      key: reply.body.id,
      data: { schoolLocationId: 'anker', name: '7A', pupils: 24, state: 'known' },
    });
  });

  it('are of the school year it is unless another is named', async () => {
    await add(aGroup, teacherOf('anker'), '');

    expect(await list('')).toHaveLength(1);
    expect(await list()).toHaveLength(0);
  });

  it('have one name each in a year', async () => {
    await add(aGroup);

    expect(await add({ ...aGroup, pupils: 20 })).toMatchObject({
      status: 409,
      body: { code: 'groups.exists' },
    });
    expect((await add(aGroup, teacherOf('anker'), '?schoolYear=2031-2032')).status).toBe(201);
  });

  it('are made once by one command', async () => {
    const send = () =>
      directory.post<Group>(
        `/api/school-locations/anker/groups${year}`,
        { as: teacherOf('anker'), key: 'k' },
        aGroup,
      );

    expect((await send()).body).toEqual((await send()).body);
  });

  it.each([
    [{ ...aGroup, sector: 'vo' }, 'groups.sector-not-here', 'sector'],
    [{ ...aGroup, grades: ['9'] }, 'groups.grade-unknown', 'grades'],
    [{ ...aGroup, levels: ['havo'] }, 'groups.level-unknown', 'levels'],
    [{ ...aGroup, teachers: ['nobody'] }, 'groups.teacher-unknown', 'teachers[0]'],
    [{ ...aGroup, pupils: 0 }, 'http.body-invalid', 'pupils'],
  ])('refuses %j', async (body, code, path) => {
    const reply = await add(body);

    expect(reply).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    if (code.startsWith('groups')) expect(reply.body).toMatchObject({ code });
  });

  it('refuses a school year that is none', async () => {
    expect(await add(aGroup, operator, '?schoolYear=2030-2032')).toMatchObject({ status: 403 });
    expect(await add(aGroup, teacherOf('anker'), '?schoolYear=2030-2032')).toMatchObject({
      status: 400,
      body: { code: 'groups.school-year-unknown' },
    });
  });

  it('are for the own school and its coordinator', async () => {
    const { body } = await add(aGroup);

    expect((await add(aGroup, teacherOf('elsewhere'))).status).toBe(404);
    expect((await change(body.id, { pupils: 20 }, coordinatorOf('elsewhere'))).status).toBe(404);
    expect((await change(body.id, { pupils: 20 }, coordinatorOf('assen'))).status).toBe(200);
    expect((await directory.get(`/api/school-locations/anker/groups`, teacherOf('elsewhere'))).status).toBe(
      404,
    );
  });

  it('change by version, and are told when something is new', async () => {
    const { body } = await add(aGroup);
    const told = (await directory.told()).length;

    expect(await change(body.id, { pupils: 24 })).toMatchObject({ status: 200, etag: '"1"' });
    expect(await change(body.id, { name: '7B', state: 'left' })).toMatchObject({
      body: { name: '7B', state: 'left' },
    });
    expect((await change(body.id, { pupils: 20 })).status).toBe(412);
    expect((await change(body.id, { grades: ['9'] }, teacherOf('anker'), '"2"')).body).toMatchObject({
      code: 'groups.grade-unknown',
    });
    expect((await directory.told()).slice(told)).toMatchObject([{ seq: 2, data: { state: 'left' } }]);
  });
});

describe('each August', () => {
  it('proposes the groups of the past year a grade higher, until the school says yes', async () => {
    const past = '?schoolYear=2025-2026';
    await add({ ...aGroup, name: '7/8B', grades: ['7', '8'], teachers: ['anna'] }, teacherOf('anker'), past);
    await add({ ...aGroup, name: '8', grades: ['8'] }, teacherOf('anker'), past);
    await until(async () => (await list('?schoolYear=2026-2027')).length > 0, 'the new group');

    const [proposed] = await list('?schoolYear=2026-2027');
    expect(proposed).toMatchObject({
      name: '8B',
      grades: ['8'],
      pupils: 24,
      teachers: [],
      state: 'proposed',
    });
    expect((await change(proposed!.id, { state: 'known' })).body.state).toBe('known');
    expect(await list('?schoolYear=2026-2027')).toHaveLength(1);
    expect(await list('?schoolYear=2027-2028')).toHaveLength(0);
  });
});
