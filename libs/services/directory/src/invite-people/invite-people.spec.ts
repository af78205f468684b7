import type { RunningDirectory } from '../../../../../test/support/running-directory.js';
import { aCommand, aTown, as, mailsTo, signIn } from '../../test/a-town.js';
import { KnownPeople } from './known-people.js';

interface Invited {
  readonly id: string;
  readonly state: string;
  readonly code?: string;
  readonly errors?: readonly { readonly path: string }[];
}
interface Person {
  readonly id: string;
  readonly roles: readonly object[];
  readonly deputyId?: string;
}

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await aTown();
});
afterEach(() => directory.close());

const eva = 'eva@anker.example';
const toAnker = { email: eva, name: 'Eva', role: 'teacher', schoolLocationId: 'anker' };
const invite = (body: object, who: (typeof as)[keyof typeof as] = as.coordinator, key?: string) =>
  directory.post<Invited>('/api/invitations', { as: who, ...(key ? { key } : {}) }, body);
const listed = async (who: (typeof as)[keyof typeof as] = as.coordinator) =>
  (await directory.get<{ items: Invited[] }>('/api/invitations', who)).body.items;
const personWith = async (email: string) =>
  (await directory.get<{ items: Person[] }>(`/api/people?q=${encodeURIComponent(email)}`, as.operator)).body
    .items[0] as Person;

describe('inviting somebody', () => {
  it('sends a mail that says who invites whom into what, and signing in gives the role', async () => {
    const { status, body } = await invite(toAnker);

    expect([status, body.state]).toEqual([201, 'open']);
    const [mail] = await mailsTo(directory, eva);
    expect(mail?.subject).toBe('Uitnodiging voor Leerbrug bij De anker');
    expect(mail?.text).toContain('COEN nodigt je uit voor Leerbrug, als leerkracht of docent bij De anker.');
    expect(mail?.text).toContain('/inloggen\n');
    const before = await personWith(eva);
    expect(before.roles).toEqual([]);

    await signIn(directory, before.id);

    expect((await personWith(eva)).roles).toEqual([{ role: 'teacher', schoolLocationId: 'anker' }]);
    expect(await listed()).toMatchObject([{ state: 'accepted' }]);
    await signIn(directory, before.id);
    expect((await personWith(eva)).roles).toHaveLength(1);
  });

  it('adds to the roles of somebody who is known, under whatever case of the address', async () => {
    await invite({ email: 'JAN@jan.example', role: 'partner-admin', organisationId: 'fabriek' });

    await signIn(directory, 'jan');

    expect((await directory.get<Person>('/api/people/jan')).body.roles).toHaveLength(2);
  });

  it('makes whoever accepts the deputy of who was named', async () => {
    await invite({ ...toAnker, deputyOf: 'tess' }, as.admin);

    const { id } = await personWith(eva);
    await signIn(directory, id);

    expect((await directory.get<Person>('/api/people/tess')).body.deputyId).toBe(id);
    expect((await invite({ ...toAnker, email: 'x@y.nl', deputyOf: 'jan' })).body.code).toBe(
      'people.deputy-unknown',
    );
  });

  it('tells ids and the role, never the address or the name', async () => {
    await invite(toAnker);
    await signIn(directory, (await personWith(eva)).id);

    const told = (await directory.told()).filter(({ type }) => /invit|person/.test(type));
    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['directory.person-invited', 'directory.invitation-ended']),
    );
    expect(JSON.stringify(told)).not.toMatch(/eva/i);
  });

  it.each([
    ['coordinator', { role: 'teacher', schoolLocationId: 'brug' }, 201],
    ['coordinator', { role: 'partner', organisationId: 'fabriek' }, 201],
    ['coordinator', { role: 'reader', regionIds: ['assen'], title: 'Penvoerder' }, 201],
    ['coordinator', { role: 'coordinator', regionIds: ['assen'] }, 403],
    ['coordinator', { role: 'operator' }, 403],
    ['coordinator', { role: 'teacher', schoolLocationId: 'ver' }, 403],
    ['coordinator', { role: 'reader', regionIds: ['assen', 'elsewhere'] }, 403],
    ['operator', { role: 'coordinator', regionIds: ['assen', 'elsewhere'] }, 201],
    ['operator', { role: 'operator' }, 201],
    ['operator', { role: 'teacher', schoolLocationId: 'nowhere' }, 400],
    ['operator', { role: 'coordinator', regionIds: ['nowhere'] }, 400],
    ['admin', { role: 'school-admin', schoolLocationId: 'anker' }, 201],
    ['admin', { role: 'teacher', schoolLocationId: 'brug' }, 403],
    ['admin', { role: 'partner', organisationId: 'fabriek' }, 403],
    ['boss', { role: 'partner', organisationId: 'fabriek' }, 201],
    ['boss', { role: 'teacher', schoolLocationId: 'anker' }, 403],
    ['teacher', { role: 'teacher', schoolLocationId: 'anker' }, 403],
    ['partner', { role: 'partner', organisationId: 'fabriek' }, 403],
    ['reader', { role: 'reader', regionIds: ['assen'] }, 403],
  ] as const)('by a %s as %j is %d', async (who, role, status) => {
    expect((await invite({ email: 'x@post.example', ...role }, as[who])).status).toBe(status);
    expect(await personWith('x@post.example')).toEqual(status === 201 ? expect.anything() : undefined);
  });

  it('is not for oneself', async () => {
    const self = { email: 'Ada@ADA.example', role: 'teacher', schoolLocationId: 'anker' };

    expect((await invite(self, as.admin)).body.code).toBe('people.own-roles');
  });

  it('is refused for who is in already, or invited to just that', async () => {
    const known = { email: 'tess@tess.example', role: 'teacher', schoolLocationId: 'anker' };
    expect((await invite(known)).body.code).toBe('invitations.already-in');
    await invite(toAnker);
    expect((await invite({ ...toAnker, email: 'EVA@anker.example' })).body.code).toBe(
      'invitations.already-invited',
    );
    expect((await invite({ ...toAnker, schoolLocationId: 'brug' })).status).toBe(201);
    expect(await mailsTo(directory, 'tess@tess.example')).toEqual([]);
  });

  it('repeated is the same invitation', async () => {
    const [first, second] = [await invite(toAnker, as.admin, 'k'), await invite(toAnker, as.admin, 'k')];

    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    expect((await invite({ ...toAnker, name: 'X' }, as.admin, 'k')).status).toBe(422);
    expect(await mailsTo(directory, eva)).toHaveLength(1);
  });

  it('asked twice at the same time makes one person', async () => {
    const known = directory.service.app.get(KnownPeople, { strict: false });
    const newcomer = { email: eva, language: 'nl' as const };

    const [first, second] = await Promise.all([1, 2].map(() => known.orNew(newcomer, aCommand)));

    expect(second?.id).toBe(first?.id);
  });

  it.each([
    [{ email: 'eva@anker.example\r\nBcc: all@post.example' }, 'email'],
    [{ email: 'eva' }, 'email'],
    [{ email: 'Eva <eva@anker.example>' }, 'email'],
    [{ email: { $ne: null } }, 'email'],
    [{ name: 'Eva\nSubject: hoi' }, 'name'],
    [{ name: 'x'.repeat(10_000) }, 'name'],
    [{ role: 'king' }, 'role'],
    [{ ownerId: 'x' }, 'ownerId'],
    [{ ver: 1 }, 'ver'],
    [{ state: 'accepted' }, 'state'],
    [{ invitedBy: 'otto' }, 'invitedBy'],
    [{ organisationId: 'fabriek' }, 'organisationId'],
  ])('refuses %j and changes nothing', async (change, path) => {
    const { status, body } = await invite({ ...toAnker, ...change });

    expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
    expect(await listed()).toEqual([]);
    expect(await personWith('eva')).toBeUndefined();
  });

  it('says nothing of a name but the name, whatever it looks like', async () => {
    await invite({ ...toAnker, name: 'Bcc: all@post.example' });

    const [mail] = await mailsTo(directory, eva);
    expect(mail?.to).toEqual({ name: 'Bcc: all@post.example', email: eva });
    expect(await mailsTo(directory, 'all@post.example')).toEqual([]);
  });
});

describe('an invitation', () => {
  it('can be sent again, five times', async () => {
    const { id } = (await invite(toAnker)).body;
    const again = () => directory.post<Invited>(`/api/invitations/${id}/resend`, { as: as.admin }, {});

    for (let i = 0; i < 4; i += 1) expect((await again()).status).toBe(200);

    expect((await again()).body.code).toBe('invitations.sent-often');
    await directory.service.due.sweep();
    expect((await mailsTo(directory, eva)).length).toBeGreaterThanOrEqual(1);
  });

  it('can be taken back, and then gives nothing', async () => {
    const { id } = (await invite(toAnker)).body;

    expect(await directory.remove<Invited>(`/api/invitations/${id}`, as.admin)).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    });
    const person = await personWith(eva);
    await signIn(directory, person.id);
    expect((await personWith(eva)).roles).toEqual([]);
    const again = await directory.post<Invited>(`/api/invitations/${id}/resend`, { as: as.admin }, {});
    expect(again.body.code).toBe('invitations.withdrawn');
  });

  it('stays accepted', async () => {
    const { id } = (await invite(toAnker)).body;
    await signIn(directory, (await personWith(eva)).id);

    expect((await directory.remove<Invited>(`/api/invitations/${id}`, as.admin)).body.code).toBe(
      'invitations.accepted',
    );
  });

  it('is there for those alone who may give that role', async () => {
    const { id } = (await invite(toAnker)).body;

    expect(await listed(as.admin)).toHaveLength(1);
    expect(await listed(as.foreign)).toEqual([]);
    expect(await listed(as.boss)).toEqual([]);
    for (const who of [as.foreign, as.boss]) {
      expect((await directory.remove(`/api/invitations/${id}`, who)).status).toBe(404);
      expect((await directory.post(`/api/invitations/${id}/resend`, { as: who }, {})).status).toBe(404);
    }
    expect((await directory.get('/api/invitations', 'visitor')).status).toBe(401);
  });
});
