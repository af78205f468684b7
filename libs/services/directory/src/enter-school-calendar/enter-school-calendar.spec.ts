import type { Actor } from '#libs/runtime';
import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';

const teacherOf = (schoolLocationId: string): Actor => ({
  id: 'a-teacher',
  roles: [{ role: 'teacher', regionIds: [], schoolLocationId }],
});

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
  await directory.seed.region({ id: 'assen', name: 'Assen', schoolLocationIds: ['anker'] });
  await directory.seed.schoolLocation({
    id: 'anker',
    name: 'Het Anker',
    brin6: '11ZZ00',
    sectors: ['po'],
    holidayRegion: 'noord',
  });
});
afterEach(() => directory.close());

const enter = (body: object, as = teacherOf('anker'), ifMatch: string | undefined = '"1"') =>
  directory.patch('/api/school-locations/anker/calendar', { as, ...(ifMatch ? { ifMatch } : {}) }, body);

describe('entering the calendar of a school', () => {
  it('is kept, told, and changes the version', async () => {
    const reply = await enter({ studyDays: ['2027-03-12'] });

    expect(reply).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { calendar: { studyDays: ['2027-03-12'], vogPolicy: 'none' } },
    });
    expect((await directory.told()).at(-1)).toMatchObject({
      type: 'directory.school-location-changed',
      key: 'anker',
      seq: 2,
      data: { studyDays: ['2027-03-12'] },
    });
  });

  it('tells nobody when nothing is new', async () => {
    const before = (await directory.told()).length;

    const reply = await enter({});

    expect(reply).toMatchObject({ status: 200, etag: '"1"' });
    expect(await directory.told()).toHaveLength(before);
  });

  it('needs the version that was seen', async () => {
    expect((await enter({ lessonMinutes: 45 }, operator, '')).status).toBe(428);
    expect((await enter({ lessonMinutes: 45 }, operator, '"7"')).status).toBe(412);
  });

  it('is for the own school, its coordinator and operators', async () => {
    expect((await enter({}, teacherOf('elsewhere'))).status).toBe(404);
    expect((await enter({}, coordinatorOf('elsewhere'))).status).toBe(404);
    expect((await enter({}, coordinatorOf('assen'))).status).toBe(200);
  });

  it.each([
    [{ studyDays: ['2027-02-30'] }, 'studyDays'],
    [{ holidays: [{ from: '2027-02-20' }] }, 'holidays[0].to'],
    [{ hours: [{ weekday: 'mon', from: '8:30', to: '12:00' }] }, 'hours[0].from'],
    [{ holidays: [{ from: '2027-02-28', to: '2027-02-20' }] }, 'holidays[0].to'],
    [{ colour: 'blue' }, 'colour'],
  ])('refuses %j and names the field', async (body, path) => {
    expect(await enter(body)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });
});
