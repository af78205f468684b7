import type { RunningDirectory } from '../../../../../test/support/running-directory.js';
import { aTown, as, signIn } from '../../test/a-town.js';

interface Board {
  readonly id: string;
  readonly boardOf?: readonly string[];
  readonly code?: string;
}

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await aTown();
});
afterEach(() => directory.close());

const add = (body: object, who: (typeof as)[keyof typeof as] = as.coordinator) =>
  directory.post<Board>(
    '/api/organisations',
    { as: who },
    { name: 'Stichting Samen', kind: 'school', ...body },
  );
const change = (id: string, body: object, who: (typeof as)[keyof typeof as], ifMatch = '"1"') =>
  directory.patch<Board>(`/api/organisations/${id}`, { as: who, ifMatch }, body);

describe('the board of schools', () => {
  it('lets its admins be admin of each of its locations, as they are today', async () => {
    const { body } = await add({ boardOf: ['anker', 'brug'] });
    const role = { role: 'school-admin', organisationId: body.id };
    await directory.patch('/api/people/tess', { as: as.coordinator, ifMatch: '"1"' }, { roles: [role] });
    const roles = async () =>
      (await directory.get<{ roles: { schoolLocationId: string }[] }>('/internal/people/tess', 'service'))
        .body.roles;

    expect(await roles()).toEqual([
      { role: 'school-admin', regionIds: ['assen'], schoolLocationId: 'anker' },
      { role: 'school-admin', regionIds: ['assen'], schoolLocationId: 'brug' },
    ]);

    await change(body.id, { boardOf: ['brug'] }, as.coordinator);
    expect((await roles()).map(({ schoolLocationId }) => schoolLocationId)).toEqual(['brug']);
  });

  it('can be invited into by whoever answers for all of its locations', async () => {
    const { id } = (await add({ boardOf: ['anker'] })).body;
    const invite = (who: (typeof as)[keyof typeof as]) =>
      directory.post<{ id: string }>(
        '/api/invitations',
        { as: who },
        { email: 'jan@jan.example', role: 'school-admin', organisationId: id },
      );

    expect((await invite(as.foreign)).status).toBe(403);
    expect((await invite(as.coordinator)).status).toBe(201);
    await signIn(directory, 'jan');
    const { body } = await directory.get<{ roles: object[] }>('/internal/people/jan', 'service');
    expect(body.roles).toContainEqual({
      role: 'school-admin',
      regionIds: ['assen'],
      schoolLocationId: 'anker',
    });
  });

  it.each([
    [{ boardOf: ['ver'] }, 403, 'access.not-yours'],
    [{ boardOf: ['nowhere'] }, 400, 'organisations.no-board'],
    [{ kind: 'company', boardOf: ['anker'] }, 400, 'organisations.no-board'],
  ])('is refused as %j', async (body, status, code) => {
    expect(await add(body)).toMatchObject({ status, body: { code } });
  });

  it('is not for its own admins to enlarge', async () => {
    const { id } = (await add({ boardOf: ['anker'] })).body;
    const boss = {
      id: 'x',
      roles: [{ role: 'partner-admin' as const, regionIds: ['assen'], organisationId: id }],
    };

    const reply = await directory.patch<Board>(
      `/api/organisations/${id}`,
      { as: boss, ifMatch: '"1"' },
      { boardOf: ['anker', 'brug'] },
    );

    expect(reply).toMatchObject({ status: 403, body: { code: 'access.not-yours' } });
  });
});
