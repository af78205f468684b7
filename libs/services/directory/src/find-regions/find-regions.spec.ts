import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';

let directory: RunningDirectory;
beforeAll(async () => {
  directory = await runDirectory();
  const { seed } = directory;
  await seed.region({
    id: 'assen',
    name: 'Assen',
    municipalityCodes: ['0106'],
    settings: { regionSharePercent: 40 },
  });
  await seed.schoolLocation({
    id: 'anker',
    name: 'Het Anker',
    brin6: '11ZZ00',
    sectors: ['po'],
    holidayRegion: 'noord',
    municipalityCode: '0106',
  });
});
afterAll(() => directory.close());

describe('a region', () => {
  it('shows everybody its summary', async () => {
    const list = await directory.get('/api/regions', 'visitor');
    const one = await directory.get<object>('/api/regions/assen', coordinatorOf('elsewhere'));

    expect(list.body).toEqual({ items: [{ id: 'assen', name: 'Assen', municipalities: 1 }], next: null });
    expect(one.body).toEqual({ id: 'assen', name: 'Assen', municipalities: 1 });
  });

  it.each([
    ['its coordinator', coordinatorOf('assen')],
    ['an operator', operator],
  ])('shows %s settings and who takes part', async (_who, actor) => {
    const { body, etag } = await directory.get('/api/regions/assen', actor);

    expect(etag).toBe('"1"');
    expect(body).toMatchObject({
      municipalityCodes: ['0106'],
      settings: {
        regionSharePercent: 40,
        answerWorkingDays: 10,
        questionWorkingDays: 7,
        weights: { theme: 0.3 },
      },
      schoolLocations: [{ id: 'anker', brin6: '11ZZ00' }],
    });
  });

  it('is 404 when there is none', async () => {
    expect((await directory.get('/api/regions/nowhere')).status).toBe(404);
  });
});

describe('what everybody may know', () => {
  it('is the taxonomy with kinds and sectors in both languages', async () => {
    const { body } = await directory.get<{ themes: unknown[] }>('/api/taxonomy', 'visitor');

    expect(body.themes.length).toBeGreaterThan(16);
    expect(body).toMatchObject({
      goals: expect.any(Array) as unknown,
      suitability: expect.any(Array) as unknown,
      activityKinds: expect.arrayContaining([
        { id: 'guest-lesson', label: { nl: 'gastles', en: 'guest lesson' } },
      ]) as unknown,
    });
  });

  it('is the school holidays of a region, for the years that are known', async () => {
    const known = await directory.get<{ items: object[]; daysOff: object[] }>(
      '/api/calendar/holidays?holidayRegion=noord&schoolYear=2026-2027',
      'visitor',
    );
    const unknown = await directory.get(
      '/api/calendar/holidays?holidayRegion=noord&schoolYear=2030-2031',
      'visitor',
    );

    expect(known.body.items).toHaveLength(5);
    expect(known.body.daysOff).toContainEqual({
      date: '2027-04-27',
      name: { nl: 'Koningsdag', en: 'King’s Day' },
    });
    expect(known.body.daysOff).not.toContainEqual(expect.objectContaining({ date: '2027-03-26' }));
    expect(unknown).toMatchObject({ status: 400, body: { code: 'calendar.school-year-unknown' } });
  });
});
