import type { RunningDirectory } from '../../../../../test/support/running-directory.js';
import { aTown, as, signIn } from '../../test/a-town.js';

interface Claim {
  readonly id: string;
  readonly personId: string;
  readonly state: string;
  readonly code?: string;
}

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await aTown();
});
afterEach(() => directory.close());

const eva = { name: 'Eva', email: 'eva@nieuw.example', schoolLocationId: 'anker' };
const claim = (body: object = eva) => directory.post<Claim>('/api/claims', { as: 'visitor' }, body);
const listed = async (who: (typeof as)[keyof typeof as] = as.coordinator, query = '') =>
  (await directory.get<{ items: Claim[] }>(`/api/claims${query}`, who)).body.items;
const idOf = async (email: string) =>
  (await directory.get<{ items: { id: string }[] }>(`/api/people?q=${email}`, as.operator)).body.items[0]
    ?.id ?? '';
const rolesOf = async (id: string) =>
  (await directory.get<{ roles: object[] }>(`/internal/people/${id}`, 'service')).body.roles;
const decide = (id: string, how: 'confirm' | 'refuse', who: (typeof as)[keyof typeof as] = as.coordinator) =>
  directory.post<Claim>(
    `/api/claims/${id}/${how}`,
    { as: who },
    how === 'refuse' ? { reason: 'Onbekend hier' } : {},
  );
/** Eva has claimed and signed in. */
const claimed = async (body: typeof eva = eva) => {
  await claim(body);
  const person = await idOf(body.email);
  await signIn(directory, person);
  return { person, id: (await listed())[0]?.id ?? '' };
};

describe('claiming a school location', () => {
  it('is nothing until somebody signs in with that address, and then waits for a coordinator', async () => {
    const { status, body } = await claim();
    expect([status, Object.keys(body).sort()]).toEqual([201, ['id', 'next']]);
    expect(await listed()).toEqual([]);
    const person = await idOf(eva.email);
    expect(await rolesOf(person)).toEqual([{ role: 'claimant', regionIds: [] }]);

    await signIn(directory, person);

    expect(await listed()).toMatchObject([
      { personId: person, name: 'Eva', state: 'open', schoolLocation: { id: 'anker', name: 'De anker' } },
    ]);
    expect(await rolesOf(person)).toEqual([
      { role: 'claimant', regionIds: ['assen'], schoolLocationId: 'anker' },
    ]);
  });

  it('is listed among those that wait, for services too, until it is decided', async () => {
    const { id } = await claimed();
    const waiting = async () =>
      (await directory.get<{ items: Claim[] }>('/api/claims?region=assen&state=open', 'service')).body.items;
    expect(await waiting()).toMatchObject([{ id, state: 'open' }]);

    await decide(id, 'confirm');

    expect(await waiting()).toEqual([]);
    expect(await listed()).toMatchObject([{ id, state: 'confirmed' }]);
  });

  it('is confirmed by one click, which is told', async () => {
    const { person, id } = await claimed();

    expect(await decide(id, 'confirm')).toMatchObject({ status: 200, body: { state: 'confirmed' } });

    expect(await rolesOf(person)).toEqual([
      { role: 'teacher', regionIds: ['assen'], schoolLocationId: 'anker' },
    ]);
    expect((await directory.told()).at(-1)).toMatchObject({
      type: 'directory.person-confirmed',
      key: person,
      data: { schoolLocationId: 'anker' },
    });
    expect((await decide(id, 'refuse')).body.code).toBe('claims.decided');
    expect((await decide(id, 'confirm')).status).toBe(200);
  });

  it('is refused with a reason, and then it is as if it was never claimed', async () => {
    const { person, id } = await claimed();

    expect(await decide(id, 'refuse')).toMatchObject({ status: 200, body: { state: 'refused' } });

    expect(await rolesOf(person)).toEqual([{ role: 'claimant', regionIds: [] }]);
    expect((await directory.told()).map(({ type }) => type)).toContain('directory.claim-refused');
    expect((await decide(id, 'confirm')).body.code).toBe('claims.decided');
  });

  it('is for the coordinator of the region to see and decide', async () => {
    const { id } = await claimed();

    expect(await listed(as.foreign)).toEqual([]);
    expect(await listed(as.coordinator, '?region=elsewhere')).toEqual([]);
    expect((await decide(id, 'confirm', as.foreign)).status).toBe(404);
    for (const who of [as.admin, as.teacher, as.boss, as.operator])
      expect((await decide(id, 'confirm', who)).status).toBe(403);
  });

  it('needs no click with an address like that of a confirmed colleague', async () => {
    const { person } = await claimed({ ...eva, email: 'eva@TESS.example' });

    expect(await rolesOf(person)).toMatchObject([{ role: 'teacher' }]);
    expect(await listed()).toMatchObject([{ state: 'confirmed' }]);
  });

  it.each([
    ['a public provider', 'tess@gmail.com', 'eva@gmail.com', 'anker'],
    ['a colleague of another location', 'tess@tess.example', 'eva@tess.example', 'brug'],
  ])('waits for a click with an address of %s', async (_what, colleague, email, schoolLocationId) => {
    const roles = [{ role: 'teacher' as const, schoolLocationId: 'anker' }];
    await directory.seed.person({ id: 'tess', name: 'Tess', email: colleague, roles });

    const { person } = await claimed({ ...eva, email, schoolLocationId });

    expect(await rolesOf(person)).toMatchObject([{ role: 'claimant' }]);
  });

  it('is not believed for the address of somebody who only claimed as well', async () => {
    await claimed();
    const { person } = await claimed({ ...eva, email: 'bert@nieuw.example' });

    expect(await rolesOf(person)).toMatchObject([{ role: 'claimant' }]);
  });

  it('gives the same answer for who is known already, and takes nothing from them', async () => {
    const { status, body } = await claim({ ...eva, email: 'tess@tess.example' });
    await signIn(directory, 'tess');

    expect([status, Object.keys(body).sort()]).toEqual([201, ['id', 'next']]);
    expect(await rolesOf('tess')).toEqual([
      { role: 'teacher', regionIds: ['assen'], schoolLocationId: 'anker' },
    ]);
  });

  it.each([
    [{ schoolLocationId: 'nowhere' }, 'schoolLocationId'],
    [{ email: 'eva@anker.example\nBcc: x@y.nl' }, 'email'],
    [{ name: 'Eva\r\nBcc: x@y.nl' }, 'name'],
    [{ role: 'school-admin' }, 'role'],
    [{ state: 'confirmed' }, 'state'],
  ])('refuses %j and makes nobody', async (change, path) => {
    const reply = await directory.post<{ errors: { path: string }[] }>(
      '/api/claims',
      { as: 'visitor' },
      { ...eva, ...change },
    );

    expect([reply.status, reply.body.errors[0]?.path]).toEqual([400, path]);
    expect(await idOf('eva')).toBe('');
  });
});
