import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';
import { regions } from '../regions.collection.js';

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
  const { seed } = directory;
  await seed.region({
    id: 'assen',
    name: 'Assen',
    municipalityCodes: ['0106'],
    schoolLocationIds: ['vaart'],
  });
  const school = { sectors: ['po'] as const, holidayRegion: 'noord' as const, activeFrom: '2025-08-01' };
  await seed.schoolLocation({
    ...school,
    id: 'anker',
    name: 'Het Anker',
    brin6: '11ZZ00',
    municipalityCode: '0106',
    municipalityName: 'Assen',
  });
  await seed.schoolLocation({ ...school, id: 'vaart', name: 'De Vaart', brin6: '11ZZ01' });
  await seed.schoolLocation({ ...school, id: 'elders', name: 'Elders', brin6: '11ZZ02' });
});
afterEach(() => directory.close());

const change = (body: object, as = coordinatorOf('assen'), ifMatch = '"1"') =>
  directory.patch('/api/regions/assen', { as, ifMatch }, body);
const shown = async () =>
  (
    await directory.get<{ schoolLocations: object[]; settings: object }>(
      '/api/regions/assen',
      coordinatorOf('assen'),
    )
  ).body;

describe('who takes part in a region', () => {
  it('is whoever its municipalities hold, from the day it was known', async () => {
    expect((await shown()).schoolLocations).toEqual([
      { id: 'vaart', name: 'De Vaart', brin6: '11ZZ01', from: '2025-08-01' },
      { id: 'anker', name: 'Het Anker', brin6: '11ZZ00', from: '2025-08-01' },
    ]);
    expect((await directory.told()).find(({ key }) => key === 'anker')!.data).toMatchObject({
      municipality: 'Assen',
      participation: [{ regionId: 'assen', from: '2025-08-01' }],
    });
  });

  it('is told with the dates that the coordinator enters, the others stay', async () => {
    const dates = { from: '2026-01-01', to: '2026-12-31' };
    await change({ participating: [{ schoolLocationId: 'anker', ...dates }] });
    const reply = await change(
      { participating: [{ schoolLocationId: 'vaart', from: '2026-08-01' }] },
      operator,
      '"2"',
    );

    expect(reply).toMatchObject({
      status: 200,
      etag: '"3"',
      body: { schoolLocations: [{ from: '2026-08-01' }, dates] },
    });
    const told = (await directory.told())
      .filter(({ type }) => type === 'directory.school-location-changed')
      .slice(3);
    expect(told.map(({ key, data }) => [key, data['participation']])).toEqual([
      ['anker', [{ regionId: 'assen', ...dates }]],
      ['vaart', [{ regionId: 'assen', from: '2026-08-01' }]],
    ]);
  });

  it.each([
    [[{ schoolLocationId: 'elders', from: '2026-08-01' }], 'participating[0].schoolLocationId'],
    [[{ schoolLocationId: 'anker', from: '2026-08-01', to: '2026-07-31' }], 'participating[0].to'],
    [
      [
        { schoolLocationId: 'anker', from: '2026-08-01' },
        { schoolLocationId: 'anker', from: '2026-09-01' },
      ],
      'participating[1].schoolLocationId',
    ],
  ])('refuses %j', async (participating, path) => {
    expect(await change({ participating })).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });
});

describe('the settings of a region', () => {
  it('are changed one by one and told', async () => {
    const { body } = await change({
      settings: {
        optionWorkingDays: 3,
        bookingsPerSchoolYear: 2,
        weights: { equity: 0.2 },
        sectorPriorities: { sbo: 1 },
      },
    });

    const settings = {
      optionWorkingDays: 3,
      answerWorkingDays: 10,
      bookingsPerSchoolYear: 2,
      sectorPriorities: { sbo: 1 },
    };
    expect(body).toMatchObject({ settings });
    expect((await directory.told()).at(-1)).toMatchObject({
      type: 'directory.region-changed',
      data: { settings: { ...settings, weights: { equity: 0.2, theme: 0.3 } } },
    });
    await change({ settings: { bookingsPerSchoolYear: null } }, operator, '"2"');
    expect((await shown()).settings).not.toHaveProperty('bookingsPerSchoolYear');
  });

  it('tell nobody when nothing is new', async () => {
    const told = (await directory.told()).length;

    expect(
      await change({ participating: null, settings: { optionWorkingDays: 5, weights: null } }),
    ).toMatchObject({ status: 200, etag: '"1"' });
    expect(await directory.told()).toHaveLength(told);
  });

  it.each([
    [{ weights: { beauty: 1 } }, 'settings.weights.beauty'],
    [{ weights: { theme: -1 } }, 'settings.weights.theme'],
    [{ weights: { theme: '1' } }, 'settings.weights.theme'],
    [{ themePriorities: { 'no-theme': 1 } }, 'settings.themePriorities.no-theme'],
    [{ sectorPriorities: { po: 2 } }, 'settings.sectorPriorities.po'],
    [{ regionSharePercent: 101 }, 'settings.regionSharePercent'],
    [{ optionWorkingDays: 0 }, 'settings.optionWorkingDays'],
    [{ nudgeWorkingDays: 0 }, 'settings.nudgeWorkingDays'],
    [{ nudgeWorkingDays: 5 }, 'settings.nudgeWorkingDays'],
    [{ attentionWorkingDays: 7 }, 'settings.attentionWorkingDays'],
    [{ questionWorkingDays: 4 }, 'settings.questionWorkingDays'],
    [{ nudgeWorkingDays: 2, attentionWorkingDays: 2 }, 'settings.attentionWorkingDays'],
  ])('refuse %j', async (settings, path) => {
    expect(await change({ settings })).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  it('need one weight above 0', async () => {
    const names = [
      'theme',
      'preferred',
      'distance',
      'time',
      'equity',
      'priority',
      'load',
      'rating',
      'repeat',
    ];
    const weights = Object.fromEntries(names.map((name) => [name, 0]));

    expect(await change({ settings: { weights } })).toMatchObject({
      status: 400,
      body: { code: 'regions.setting-out-of-range' },
    });
  });

  it('are for the coordinator of that region and operators', async () => {
    expect((await change({}, coordinatorOf('elsewhere'))).status).toBe(404);
    expect((await change({}, operator)).status).toBe(200);
  });
});

describe('what a region is made of', () => {
  const regionsOf = async (id: string) =>
    (await directory.get<{ regionIds: string[] }>(`/api/school-locations/${id}`, operator)).body.regionIds;

  it('is drawn anew by an operator: who comes and who goes is stamped and told', async () => {
    const { status, etag, body } = await change({ schoolLocationIds: ['elders'] }, operator);

    expect([status, etag]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ schoolLocations: [{ id: 'elders' }, { id: 'anker' }] });
    expect([await regionsOf('vaart'), await regionsOf('elders')]).toEqual([[], ['assen']]);
    const told = (await directory.told()).filter(({ type }) => type === 'directory.school-location-changed');
    expect(
      told
        .slice(3)
        .map(({ key, data }) => [key, data['regionIds']])
        .sort(),
    ).toEqual([
      ['elders', ['assen']],
      ['vaart', []],
    ]);
    expect(await change({ municipalityCodes: ['9999'] }, operator, '"2"')).toMatchObject({ status: 200 });
    expect(await regionsOf('anker')).toEqual([]);
  });

  it('takes new locations with their dates in one go', async () => {
    const dates = { from: '2026-09-01' };
    const { body } = await change(
      { schoolLocationIds: ['vaart', 'elders'], participating: [{ schoolLocationId: 'elders', ...dates }] },
      operator,
    );

    expect(body).toMatchObject({
      schoolLocations: [{ id: 'vaart' }, { id: 'elders', ...dates }, { id: 'anker' }],
    });
  });

  it('is stamped once more when the process died in between', async () => {
    const { store } = directory;
    const kept = await store.get(regions.collection, 'assen');
    if (!kept) throw new Error('no region');
    const state = { ...kept.state, schoolLocationIds: ['elders'], restampAt: 1 };
    await store.replace(regions.collection, { ...kept, ver: kept.ver + 1, nextAt: 1, state });

    await directory.service.due.sweep();

    expect([await regionsOf('vaart'), await regionsOf('elders')]).toEqual([[], ['assen']]);
  });

  it('is not the coordinator’s to draw: a region would take in whom it likes', async () => {
    for (const body of [{ municipalityCodes: ['0106', '0114'] }, { schoolLocationIds: ['elders'] }])
      expect(await change(body)).toMatchObject({ status: 403, body: { code: 'regions.not-yours-to-draw' } });
    expect(await change({ name: 'Assen en omstreken' })).toMatchObject({
      status: 200,
      body: { name: 'Assen en omstreken' },
    });
    expect((await directory.told()).at(-1)).toMatchObject({ data: { name: 'Assen en omstreken' } });
  });

  it.each([
    [{ municipalityCodes: [], schoolLocationIds: [] }, 400, 'regions.empty'],
    [{ schoolLocationIds: ['nowhere'] }, 400, 'regions.location-unknown'],
    [
      { schoolLocationIds: [], participating: [{ schoolLocationId: 'vaart', from: '2026-08-01' }] },
      400,
      'regions.location-not-here',
    ],
    [{ municipalityCodes: ['106'] }, 400, 'body.invalid'],
    [{ name: 'A\nB' }, 400, 'body.invalid'],
    [{ id: 'other' }, 400, 'body.invalid'],
  ])('refuses %j', async (body, status, code) => {
    expect(await change(body, operator)).toMatchObject({ status, body: { code } });
    expect(await regionsOf('vaart')).toEqual(['assen']);
  });

  it('is decided on what it is now', async () => {
    expect((await change({ name: 'Eerst' }, operator)).status).toBe(200);
    expect(await change({ name: 'Te laat' }, operator, '"1"')).toMatchObject({
      status: 412,
      body: { code: 'command.stale' },
    });
  });
});

describe('where a region reads its mail', () => {
  const mailed = async (as: Parameters<typeof directory.get>[1]) =>
    (await directory.get<{ contactEmail?: string }>('/api/regions/assen', as)).body.contactEmail;

  it('is entered by its coordinator, and taken away again', async () => {
    const { body, etag } = await change({ contactEmail: 'techniek@assen.example' });

    expect(body).toMatchObject({ contactEmail: 'techniek@assen.example' });
    expect(await mailed('service')).toBe('techniek@assen.example');
    await change({ contactEmail: null }, coordinatorOf('assen'), etag as string);
    expect(await mailed('service')).toBeUndefined();
  });

  it('stays when something else changes, and is told to nobody', async () => {
    const { etag } = await change({ contactEmail: 'techniek@assen.example' });
    await change({ name: 'Assen en om' }, coordinatorOf('assen'), etag as string);

    expect(await mailed(operator)).toBe('techniek@assen.example');
    expect(await mailed('visitor')).toBeUndefined();
    expect(JSON.stringify(await directory.told())).not.toContain('techniek@');
  });

  it.each(['geen adres', 'a@b.nl\nBcc: c@d.nl'])('is not %j', async (contactEmail) => {
    expect((await change({ contactEmail })).status).toBe(400);
  });
});
