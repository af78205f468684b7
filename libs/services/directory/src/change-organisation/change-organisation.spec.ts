import type { Actor } from '#libs/runtime';
import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';

const of = (role: 'partner' | 'partner-admin', organisationId: string): Actor => ({
  id: 'a-partner',
  roles: [{ role, regionIds: [], organisationId }],
});

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
  const { seed } = directory;
  await seed.region({ id: 'assen', name: 'Assen' });
  await seed.organisation({
    id: 'fabriek',
    name: 'Fabriek',
    kind: 'company',
    regionIds: ['assen'],
    maxPerMonth: 4,
  });
  const roles = [{ role: 'partner' as const, organisationId: 'fabriek' }];
  await seed.person({ id: 'bob', name: 'Bob', email: 'bob@fabriek.example', roles });
  await seed.person({ id: 'eve', name: 'Eve', email: 'eve@post.example', roles: [] });
});
afterEach(() => directory.close());

const change = (body: object, as = of('partner-admin', 'fabriek'), ifMatch: string | undefined = '"1"') =>
  directory.patch('/api/organisations/fabriek', { as, ...(ifMatch ? { ifMatch } : {}) }, body);

describe('changing an organisation', () => {
  it('keeps its ceilings, closures and pause, and tells them', async () => {
    const said = {
      maxPerSchoolYear: 20,
      maxPerPersonPerMonth: 2,
      closed: [
        { from: '2027-07-19', to: '2027-08-06' },
        { from: '2026-12-24', to: '2026-12-31' },
      ],
      pausedUntil: '2027-01-11',
      firstContactId: 'bob',
    };

    const reply = await change(said);

    const kept = { ...said, closed: said.closed.toReversed(), name: 'Fabriek', maxPerMonth: 4 };
    expect(reply).toMatchObject({ status: 200, etag: '"2"', body: kept });
    expect((await directory.told()).at(-1)).toMatchObject({
      type: 'directory.organisation-changed',
      seq: 2,
      data: kept,
    });
  });

  it('takes a limit away by null, and leaves what is not named', async () => {
    await change({ pausedUntil: '2027-01-11' });

    const { body } = await change({ maxPerMonth: null, name: 'De Fabriek' }, operator, '"2"');

    expect(body).toMatchObject({ name: 'De Fabriek', kind: 'company', pausedUntil: '2027-01-11' });
    expect(body).not.toHaveProperty('maxPerMonth');
    expect((await directory.told()).at(-1)!.data).not.toHaveProperty('maxPerMonth');
  });

  it('tells nobody when nothing is new', async () => {
    const told = (await directory.told()).length;

    expect(await change({ maxPerMonth: 4, name: null, closed: null, location: null })).toMatchObject({
      status: 200,
      etag: '"1"',
    });
    expect(await directory.told()).toHaveLength(told);
  });

  it('is for its own admins, the coordinator of its region and operators', async () => {
    expect((await change({}, of('partner', 'fabriek'))).status).toBe(403);
    expect((await change({}, of('partner-admin', 'elsewhere'))).status).toBe(404);
    expect((await change({}, coordinatorOf('elsewhere'))).status).toBe(404);
    expect((await change({}, coordinatorOf('assen'))).status).toBe(200);
  });

  it('shows its ceilings to those who may change them only', async () => {
    const { body } = await directory.get('/api/organisations/fabriek', of('partner', 'fabriek'));

    expect(body).toMatchObject({ name: 'Fabriek', closed: [] });
    expect(body).not.toHaveProperty('maxPerMonth');
  });

  it.each([
    [{ maxPerMonth: 0 }, 'maxPerMonth'],
    [{ closed: [{ from: '2027-02-28', to: '2027-02-20' }] }, 'closed[0].to'],
    [{ pausedUntil: '2027-02-30' }, 'pausedUntil'],
    [{ firstContactId: 'eve' }, 'firstContactId'],
    [{ location: { place: 'Nergenshuizen' } }, 'location.place'],
    [{ kind: 'museum' }, 'kind'],
  ])('refuses %j and names the field', async (body, path) => {
    expect(await change(body)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  it('needs the version that was seen', async () => {
    expect((await change({ maxPerMonth: 2 }, operator, '')).status).toBe(428);
    expect((await change({ maxPerMonth: 2 }, operator, '"7"')).status).toBe(412);
  });
});
