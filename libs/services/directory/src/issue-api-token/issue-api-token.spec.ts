import type { Actor } from '#libs/runtime';
import { sha256 } from '#libs/runtime';
import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';

interface Issued {
  readonly token?: string;
  readonly expiresAt: string;
}

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
  const { seed } = directory;
  await seed.region({ id: 'assen', name: 'Assen', municipalityCodes: ['0106'] });
  await seed.schoolLocation({
    id: 'anker',
    name: 'Het Anker',
    brin6: '11ZZ00',
    sectors: ['po'],
    holidayRegion: 'noord',
    municipalityCode: '0106',
  });
  await seed.organisation({ id: 'fabriek', name: 'Fabriek', kind: 'company', regionIds: ['assen'] });
  await seed.person({
    id: 'anna',
    name: 'Anna',
    email: 'anna@school.example',
    roles: [
      { role: 'teacher', schoolLocationId: 'anker' },
      { role: 'partner', organisationId: 'fabriek' },
      { role: 'reader', regionIds: ['assen'] },
    ],
  });
});
afterEach(() => directory.close());

const actorOf = (token: string) =>
  directory.get<{ actor: Actor }>(`/internal/tokens/${sha256(token)}`, 'service');

describe('an API token', () => {
  it('is shown once and stands for its person with what the roles reach', async () => {
    const issued = await directory.post<Issued>(
      '/api/api-tokens',
      { as: operator },
      { personId: 'anna', days: 30 },
    );

    expect(issued.status).toBe(201);
    expect(issued.body.token).toMatch(/^lb_[A-Za-z0-9_-]{43}$/);
    expect((await actorOf(issued.body.token ?? '')).body.actor).toEqual({
      id: 'anna',
      roles: [
        { role: 'teacher', regionIds: ['assen'], schoolLocationId: 'anker' },
        { role: 'partner', regionIds: ['assen'], organisationId: 'fabriek' },
        { role: 'reader', regionIds: ['assen'] },
      ],
    });
  });

  it('made for some actions stands for its person in these alone', async () => {
    const only = ['metrics.read', 'regions.read'];
    const issued = await directory.post<Issued & { id: string }>(
      '/api/api-tokens',
      { as: operator },
      { personId: 'anna', days: 30, only },
    );

    expect(issued).toMatchObject({ status: 201, body: { only } });
    expect((await actorOf(issued.body.token ?? '')).body.actor).toMatchObject({ id: 'anna', only });
    expect((await directory.remove(`/api/api-tokens/${issued.body.id}`)).body).toMatchObject({ only });
  });

  it.each(['metrics.write', '', 'toString', '__proto__'])('is not made for the action %j', async (action) => {
    const body = { personId: 'anna', days: 30, only: ['metrics.read', action] };

    expect((await directory.post('/api/api-tokens', { as: operator }, body)).status).toBe(400);
  });

  it('is not told again when the command is repeated', async () => {
    const sent = { as: operator, key: 'once' };

    const first = await directory.post<Issued>('/api/api-tokens', sent, { personId: 'anna', days: 30 });
    const second = await directory.post<Issued>('/api/api-tokens', sent, { personId: 'anna', days: 30 });
    const other = await directory.post<Issued>('/api/api-tokens', sent, { personId: 'anna', days: 31 });

    expect([first.status, second.status, other.status]).toEqual([201, 201, 422]);
    expect(second.body).not.toHaveProperty('token');
    expect(second.body.expiresAt).toBe(first.body.expiresAt);
  });

  it('ends on its day', async () => {
    const token = await directory.seed.token('anna', 0);

    expect((await actorOf(token)).status).toBe(404);
  });

  it('ends when an operator revokes it, and both are told', async () => {
    const issued = await directory.post<Issued & { id: string }>(
      '/api/api-tokens',
      { as: operator },
      { personId: 'anna', days: 30 },
    );
    const address = `/api/api-tokens/${issued.body.id}`;

    expect((await directory.remove(address, coordinatorOf('assen'))).status).toBe(403);
    expect(await directory.remove(address)).toMatchObject({ status: 200, body: { personId: 'anna' } });
    expect((await directory.remove(address)).status).toBe(200);
    expect((await directory.remove('/api/api-tokens/nothing')).status).toBe(404);

    expect((await actorOf(issued.body.token ?? '')).status).toBe(404);
    const told = (await directory.told()).filter(({ key }) => key === issued.body.id);
    expect(told.map(({ type }) => type)).toEqual(['directory.api-token-made', 'directory.api-token-revoked']);
  });

  it('is unknown when nobody made it', async () => {
    expect((await actorOf('lb_made-up')).status).toBe(404);
  });

  it('follows a region that is drawn anew', async () => {
    const token = await directory.seed.token('anna', 1);

    await directory.seed.region({ id: 'assen', name: 'Assen', municipalityCodes: [] });
    await directory.seed.region({ id: 'drenthe', name: 'Drenthe', schoolLocationIds: ['anker'] });

    expect((await actorOf(token)).body.actor.roles[0]).toMatchObject({ regionIds: ['drenthe'] });
    const told = (await directory.told()).filter(({ key }) => key === 'anker');
    expect(told.map(({ data }) => data['regionIds'])).toEqual([['assen'], [], ['drenthe']]);
  });

  it('is made by operators, for people there are', async () => {
    const unknown = await directory.post(
      '/api/api-tokens',
      { as: operator },
      { personId: 'nobody', days: 1 },
    );
    const forbidden = await directory.post(
      '/api/api-tokens',
      { as: coordinatorOf('assen') },
      { personId: 'anna', days: 1 },
    );

    expect(unknown).toMatchObject({ status: 400, body: { code: 'api-tokens.person-unknown' } });
    expect(forbidden.status).toBe(403);
    expect((await directory.get(`/internal/tokens/${sha256('x')}`, operator)).status).toBe(403);
  });
});
