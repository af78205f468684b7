import type { RunningDirectory } from '../../../../../test/support/running-directory.js';
import { aCommand, aTown, as } from '../../test/a-town.js';
import { ChangePerson } from './change-person.js';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string }[];
  readonly email?: string;
}

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await aTown();
});
afterEach(() => directory.close());

const change = (id: string, body: object, who: (typeof as)[keyof typeof as], ifMatch = '"1"') =>
  directory.patch<Shown & { code?: string }>(`/api/people/${id}`, { as: who, ifMatch }, body);
const names = async (who: (typeof as)[keyof typeof as], query = '') =>
  (await directory.get<{ items: Shown[] }>(`/api/people${query}`, who)).body.items.map(({ id }) => id);

describe('the people somebody may see', () => {
  it.each([
    ['operator', ['ada', 'bea', 'coen', 'fred', 'jan', 'lies', 'otto', 'tess']],
    ['coordinator', ['ada', 'bea', 'coen', 'jan', 'lies', 'tess']],
    ['foreign', ['fred']],
    ['admin', ['ada', 'tess']],
    ['teacher', ['ada', 'tess']],
    ['boss', ['bea', 'jan']],
    ['partner', ['bea', 'jan']],
  ] as const)('are those of the places of a %s', async (who, ids) => {
    expect(await names(as[who])).toEqual(ids);
  });

  it('are found by place and by part of a name, never beyond the own reach', async () => {
    expect(await names(as.coordinator, '?schoolLocation=anker')).toEqual(['ada', 'tess']);
    expect(await names(as.coordinator, '?organisation=fabriek&q=BE')).toEqual(['bea']);
    expect(await names(as.operator, '?region=elsewhere')).toEqual(['fred']);
    expect(await names(as.coordinator, '?region=elsewhere')).toEqual([]);
    expect(await names(as.boss, '?schoolLocation=anker')).toEqual([]);
  });

  it('show colleagues a name, and an address to those who answer for them', async () => {
    const { body } = await directory.get<Shown>('/api/people/ada', as.teacher);
    const full = await directory.get<Shown>('/api/people/tess', as.admin);

    expect(body).toEqual({
      id: 'ada',
      name: 'ADA',
      roles: [{ role: 'school-admin', schoolLocationId: 'anker' }],
    });
    expect(full.body).toMatchObject({ email: 'tess@tess.example', phone: '0612345678' });
    expect((await directory.get('/api/people/jan', as.admin)).status).toBe(404);
    expect((await directory.get('/api/people', as.reader)).status).toBe(403);
  });

  it('show of several roles those of the own places only', async () => {
    await directory.seed.person({
      id: 'tess',
      name: 'TESS',
      email: 'tess@tess.example',
      roles: [
        { role: 'teacher', schoolLocationId: 'anker' },
        { role: 'partner', organisationId: 'fabriek' },
      ],
    });

    expect((await directory.get<Shown>('/api/people/tess', as.boss)).body.roles).toEqual([
      { role: 'partner', organisationId: 'fabriek' },
    ]);
  });
});

describe('changing a person', () => {
  it('is for oneself, but for the roles', async () => {
    const changed = await change(
      'tess',
      { name: 'Tess', phone: null, language: 'en', deputyId: 'ada' },
      as.teacher,
    );

    expect(changed).toMatchObject({ status: 200, etag: '"2"' });
    expect(changed.body).toMatchObject({ name: 'Tess', language: 'en', deputyId: 'ada' });
    expect(changed.body).not.toHaveProperty('phone');
    const more = [{ role: 'teacher', schoolLocationId: 'anker' }, { role: 'operator' }];
    expect((await change('tess', { roles: more }, as.teacher, '"2"')).body.code).toBe('people.own-roles');
    expect((await change('tess', { disabled: true }, as.teacher, '"2"')).body.code).toBe('people.own-roles');
    expect((await change('otto', { roles: [] }, as.operator)).body.code).toBe('people.own-roles');
  });

  it('tells which fields, and nothing of what they hold', async () => {
    await change('tess', { name: 'Geheim', phone: '0600000000' }, as.teacher);

    const told = (await directory.told()).filter(({ key }) => key === 'tess');
    expect(told).toMatchObject([{ type: 'directory.person-changed', data: { fields: ['name', 'phone'] } }]);
    expect(JSON.stringify(told)).not.toMatch(/Geheim|0600000000/);
  });

  it.each([
    ['a colleague by a teacher', 'ada', 'teacher', 403],
    ['a teacher by the school', 'tess', 'admin', 200],
    ['a teacher by the coordinator', 'tess', 'coordinator', 200],
    ['a partner by a school', 'jan', 'admin', 404],
    ['anybody by another region', 'tess', 'foreign', 404],
    ['the coordinator by a coordinator', 'fred', 'coordinator', 404],
    ['nobody', 'nobody', 'operator', 404],
  ] as const)('%s', async (_what, id, who, status) => {
    expect((await change(id, { name: 'Anders' }, as[who])).status).toBe(status);
  });

  it('gives and takes roles within the own reach only, and keeps those one cannot see', async () => {
    const both = [
      { role: 'teacher', schoolLocationId: 'anker' },
      { role: 'school-admin', schoolLocationId: 'anker' },
    ];
    expect((await change('tess', { roles: both }, as.admin)).body.roles).toEqual(both);
    const elsewhere = [...both, { role: 'teacher', schoolLocationId: 'brug' }];
    expect((await change('tess', { roles: elsewhere }, as.admin, '"2"')).body.code).toBe(
      'people.role-not-yours',
    );
    expect((await change('tess', { roles: elsewhere }, as.coordinator, '"2"')).status).toBe(200);
    expect((await change('tess', { roles: [] }, as.admin, '"3"')).status).toBe(404);
    expect((await directory.get<Shown>('/api/people/tess', as.operator)).body.roles).toEqual([elsewhere[2]]);
  });

  it.each([
    [{ role: 'coordinator', regionIds: ['assen'] }, 'people.role-not-yours'],
    [{ role: 'operator' }, 'people.role-not-yours'],
    [{ role: 'teacher', schoolLocationId: 'ver' }, 'people.role-not-yours'],
    [{ role: 'reader', regionIds: ['assen', 'elsewhere'] }, 'people.role-not-yours'],
    [{ role: 'teacher', schoolLocationId: 'nowhere' }, 'people.place-unknown'],
    [{ role: 'teacher', organisationId: 'fabriek' }, 'people.role-incomplete'],
    [{ role: 'teacher' }, 'people.role-incomplete'],
    [{ role: 'operator', regionIds: ['assen'] }, 'people.role-incomplete'],
    [{ role: 'king' }, 'body.invalid'],
  ])('a coordinator may not give %j', async (role, code) => {
    expect((await change('tess', { roles: [role] }, as.coordinator)).body.code).toBe(code);
    expect((await directory.get<Shown>('/api/people/tess', as.operator)).etag).toBe('"1"');
  });

  it('leaves a region its last coordinator, and the installation its last operator', async () => {
    expect((await change('coen', { disabled: true }, as.operator)).body.code).toBe('people.last-coordinator');
    expect((await change('coen', { roles: [] }, as.operator)).body.code).toBe('people.last-coordinator');
    await directory.seed.person({
      id: 'carla',
      name: 'Carla',
      email: 'carla@post.example',
      roles: [{ role: 'coordinator', regionIds: ['assen'] }],
    });
    expect((await change('coen', { roles: [] }, as.operator)).status).toBe(200);
    expect((await change('carla', { disabled: true }, as.operator)).body.code).toBe(
      'people.last-coordinator',
    );
    const second = { ...as.operator, id: 'olga' };
    expect((await change('otto', { disabled: true }, second)).body.code).toBe('people.last-operator');
  });

  it('lets only one of two go who are both taken out at the same time', async () => {
    await directory.seed.person({
      id: 'carla',
      name: 'Carla',
      email: 'carla@post.example',
      roles: [{ role: 'coordinator', regionIds: ['assen'] }],
    });

    const useCase = directory.service.app.get(ChangePerson, { strict: false });

    const ends = await Promise.allSettled(
      ['coen', 'carla'].map((id) =>
        useCase.execute({ id, body: { disabled: true }, actor: as.operator }, { ...aCommand, ifRev: 1 }),
      ),
    );

    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('lets nobody who is disabled act, with an API token either', async () => {
    const token = await directory.seed.token('tess', 1);
    const { sha256 } = await import('#libs/runtime');
    const actor = () => directory.get(`/internal/tokens/${sha256(token)}`, 'service');
    expect((await actor()).status).toBe(200);

    await change('tess', { disabled: true }, as.admin);

    expect((await actor()).status).toBe(404);
    expect((await change('tess', { disabled: false }, as.admin, '"2"')).status).toBe(200);
    expect((await actor()).status).toBe(200);
  });

  it('leaves a person with roles elsewhere to themselves', async () => {
    await directory.seed.person({
      id: 'tess',
      name: 'TESS',
      email: 'tess@tess.example',
      roles: [
        { role: 'teacher', schoolLocationId: 'anker' },
        { role: 'coordinator', regionIds: ['elsewhere'] },
      ],
    });

    expect((await change('tess', { disabled: true }, as.admin, '"2"')).body.code).toBe(
      'people.not-all-yours',
    );
    expect((await change('tess', { name: 'X' }, as.coordinator, '"2"')).body.code).toBe(
      'people.not-all-yours',
    );
  });

  it.each([
    [{ role: 'operator' }, 'role'],
    [{ ownerId: 'x' }, 'ownerId'],
    [{ ver: 7 }, 'ver'],
    [{ state: {} }, 'state'],
    [{ id: 'x' }, 'id'],
    [{ name: { $ne: null } }, 'name'],
    [{ name: 'Tess\r\nBcc: eve@post.example' }, 'name'],
    [{ phone: 'bel maar' }, 'phone'],
    [{ deputyId: 'jan' }, 'deputyId'],
    [{ deputyId: 'tess' }, 'deputyId'],
  ])('refuses %j and changes nothing', async (body, path) => {
    const reply = await directory.patch<{ errors: { path: string }[] }>(
      '/api/people/tess',
      { as: as.operator, ifMatch: '"1"' },
      body,
    );

    expect([reply.status, reply.body.errors[0]?.path]).toEqual([400, path]);
    expect((await directory.get('/api/people/tess')).etag).toBe('"1"');
  });

  it('keeps the address of who has one', async () => {
    const mine = { email: 'new@post.example' };
    expect((await change('tess', mine, as.teacher)).body.code).toBe('people.address-stays');
    await directory.seed.person({ id: 'otto', name: 'Otto', email: '', roles: [{ role: 'operator' }] });
    expect((await change('otto', { email: 'TESS@tess.example' }, as.operator, '"2"')).body.code).toBe(
      'people.address-taken',
    );
    expect((await change('otto', mine, as.operator, '"2"')).body.email).toBe('new@post.example');
  });

  it('needs the version that was seen', async () => {
    expect((await change('tess', { name: 'X' }, as.admin, '"9"')).status).toBe(412);
    expect((await directory.patch('/api/people/tess', { as: as.admin }, { name: 'X' })).status).toBe(428);
  });
});
