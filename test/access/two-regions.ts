import { randomUUID } from 'node:crypto';
import { sha256 } from '#libs/runtime';
import { DirectorySeed } from '#libs/services/directory';
import type { Session } from '../../libs/services/directory/src/domain/session.js';
import { sessions } from '../../libs/services/directory/src/sessions/sessions.collection.js';
import { signedInAs, type Browser } from '../support/browser.js';
import { Caller, type Answered } from '../support/caller.js';
import { until } from '../support/until.js';
import { aRequest, aWorld, anOffer, type World } from '../support/world.js';

/** One of everything in one region. */
export interface Things {
  readonly region: string;
  readonly school: string;
  readonly organisation: string;
  /** A teacher there who is nobody in the table. */
  readonly person: string;
  /** Somebody whom either side may name. */
  readonly contact: string;
  readonly request: string;
  readonly offer: string;
  readonly slot: string;
  /** Both sides are asked. */
  readonly match: string;
  readonly round: string;
  readonly group: string;
  readonly invitation: string;
  readonly claim: string;
  readonly call: string;
  readonly import: string;
}

export interface Sender {
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
}

/** Texts that only the people of one region may ever read. */
export const secretOf = { own: 'eigengeheim', foreign: 'vreemdgeheim' } as const;
export const between = 'tussencoordinatoren';
export const phone = '0612345678';

export interface TwoRegions {
  readonly world: World;
  readonly callers: Readonly<Record<string, Sender>>;
  readonly own: Things;
  readonly foreign: Things;
}

interface Side {
  readonly region: string;
  readonly school: string;
  readonly organisation: string;
  readonly teacher: Sender;
  readonly partner: Sender;
  readonly coordinator: Sender;
  readonly secret: string;
}

/** Two regions with the same in each, and everybody who could want to look into the other's. */
export async function twoRegions(): Promise<TwoRegions> {
  const world = await aWorld({ demo: true });
  const seed = world.embedded.services.get('directory')?.app.get(DirectorySeed) as DirectorySeed;
  const far = { lat: 50.85, lon: 5.69, place: 'Maastricht' };
  await seed.organisation({
    id: 'far-works',
    name: 'Verre Werken',
    kind: 'company',
    location: far,
    regionIds: ['region-far'],
    firstContactId: 'far-partner',
  });
  const added = async (id: string, role: object, disabled = false) => {
    const person = { id, name: `Naam ${id}`, email: `${id}@leerbrug.test`, roles: [role as never], disabled };
    await seed.person({ ...person, disabled: false });
    const token = await seed.token(id, 30);
    if (disabled) await seed.person(person);
    return new Caller(world.embedded.url, token);
  };
  const coordinator2 = { role: 'coordinator', regionIds: ['region-far'] };
  const farPartner = await added('far-partner', { role: 'partner', organisationId: 'far-works' });
  const farCoordinator = await added('far-coordinator', coordinator2);
  const reader = await added('reader', {
    role: 'reader',
    regionIds: ['region-ijssel'],
    title: 'Programmaleider',
  });
  const partnerAdmin = await added('partner-admin', { role: 'partner-admin', organisationId: 'factory' });
  const disabled = await added('gone', { role: 'operator' }, true);
  // Says to teach there; nobody said yes yet.
  const unknown = { role: 'teacher', schoolLocationId: 'school-brug', confirmed: false };
  const claimant = await added('claimant', unknown);
  const wanted = { personId: 'operator', days: 1, only: ['metrics.read'] };
  const { token } = (await world.operator.post('/api/api-tokens', wanted)).body;
  await added('own-person', { role: 'teacher', schoolLocationId: 'school-brug' });
  await added('foreign-person', { role: 'teacher', schoolLocationId: 'school-far' });
  const expired = await signedInAs(world, 'operator@leerbrug.test');
  const teacherSession = await signedInAs(world, 'teacher@leerbrug.test');
  const coordinatorSession = await signedInAs(world, 'coordinator@leerbrug.test');
  const freshSession = await signedInAs(world, 'coordinator@leerbrug.test');
  const now = world.embedded.ports.clock.wall();
  await withSession(world, expired, { idleUntil: now - 1 });
  await withSession(world, freshSession, { stepUpUntil: now + 900_000 });
  const callers = {
    visitor: world.visitor,
    expired,
    disabled,
    teacher: world.teacher,
    'teacher’s session': teacherSession,
    colleague: world.colleague,
    'school admin': world.admin,
    partner: world.partner,
    'partner admin': partnerAdmin,
    'other partner': world.museum,
    coordinator: world.coordinator,
    'coordinator’s session': coordinatorSession,
    'with second factor': freshSession,
    reader,
    operator: world.operator,
    'teacher elsewhere': world.stranger,
    'partner elsewhere': farPartner,
    'coordinator elsewhere': farCoordinator,
    claimant,
    'token for figures': new Caller(world.embedded.url, token),
  };
  await withPhone(world.teacher, 'teacher');
  await withPhone(world.stranger, 'stranger');
  const own = await oneOfEach(world, {
    region: 'region-ijssel',
    school: 'school-brug',
    organisation: 'factory',
    teacher: world.teacher,
    partner: world.partner,
    coordinator: world.coordinator,
    secret: secretOf.own,
  });
  const foreign = await oneOfEach(world, {
    region: 'region-far',
    school: 'school-far',
    organisation: 'far-works',
    teacher: world.stranger,
    partner: farPartner,
    coordinator: farCoordinator,
    secret: secretOf.foreign,
  });
  return {
    world,
    callers,
    own: { ...own, person: 'own-person', contact: 'coordinator' },
    foreign: { ...foreign, person: 'foreign-person', contact: 'far-coordinator' },
  };
}

/** Until everybody has heard of everything, so that each cell is tried on the same. */
export async function settled(world: World): Promise<void> {
  await until(async () => {
    for (const { relay } of world.embedded.services.values()) await relay.idle();
    const { body } = await world.operator.get('/metrics');
    const lags = [...String(body).matchAll(/^leerbrug_consumer_lag_events\S* (\d+)/gm)];
    return (lags.length > 0 && lags.every(([, lag]) => lag === '0')) || undefined;
  }, 'everybody to have heard');
}

async function withPhone(sender: Sender, id: string): Promise<void> {
  const { etag } = await sender.send('GET', `/api/people/${id}`);
  await sender.send('PATCH', `/api/people/${id}`, { phone }, { 'if-match': String(etag) });
}

/** The browser's session as it would be at another moment. */
async function withSession(world: World, browser: Browser, changed: Partial<Session>): Promise<void> {
  const { store } = world.embedded.ports;
  // Not asked for over HTTP: what a session is stands for five seconds.
  const hash = sha256(browser.cookies.get('leerbrug') ?? '');
  const [kept] = (await store.find(sessions, 'byHash', { equals: hash, limit: 1 })).items;
  if (!kept) throw new Error('no session');
  await store.replace(sessions, { ...kept, ver: kept.ver + 1, ...changed });
}

async function made(sender: Sender, path: string, body: unknown): Promise<string> {
  return (await answered(sender, path, body)).id;
}

async function answered(sender: Sender, path: string, body: unknown, headers = {}) {
  return until(async () => {
    const answer = await sender.send('POST', path, body, { 'idempotency-key': randomUUID(), ...headers });
    if (answer.status === 422) return undefined;
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }, path);
}

async function oneOfEach(world: World, side: Side): Promise<Omit<Things, 'person' | 'contact'>> {
  const { region, school, organisation, teacher, partner, coordinator, secret } = side;
  const location = school === 'school-far' ? { lat: 50.85, lon: 5.69 } : { place: 'Zwolle' };
  const offer = await made(
    partner,
    '/api/offers',
    anOffer({ organisationId: organisation, location, visit: { host: secret } }),
  );
  await answered(partner, `/api/offers/${offer}/publish`, {});
  const asks = (name: string) =>
    made(
      teacher,
      '/api/requests',
      aRequest({ schoolLocationId: school, note: secret, groups: [group(name)] }),
    );
  const first = await asks('7A');
  const proposals = await until(async () => {
    const { body } = await coordinator.send('GET', `/api/requests/${first}/proposals`);
    return body.items?.length > 0 ? body.items : undefined;
  }, 'a proposal');
  const slot = proposals[0].slotId;
  const match = await answered(
    coordinator,
    '/api/matches',
    { requestId: first, slotId: slot },
    { prefer: 'wait=5' },
  );
  const request = await asks('7B');
  const { etag } = await coordinator.send('GET', `/api/requests/${request}`);
  await coordinator.send(
    'PATCH',
    `/api/requests/${request}/assignment`,
    { internalNote: between },
    { 'if-match': String(etag) },
  );
  const groups = await until(async () => {
    const { body } = await teacher.send('GET', `/api/school-locations/${school}/groups`);
    return body.items?.length > 0 ? body.items : undefined;
  }, 'groups');
  const claimEmail = `${region}-claim@gmail.com`;
  await answered(world.visitor, '/api/claims', { schoolLocationId: school, name: secret, email: claimEmail });
  await signedInAs(world, claimEmail);
  const claims = await coordinator.send('GET', `/api/claims?region=${region}`);
  return {
    region,
    school,
    organisation,
    request,
    offer,
    slot,
    match: match.id,
    group: groups[0].id,
    claim: claims.body.items[0].id,
    round: await made(coordinator, '/api/rounds', {
      region,
      name: 'Ronde 1',
      opensOn: '2026-12-01',
      closesOn: '2027-01-15',
      answerBy: '2027-01-29',
    }),
    invitation: await made(coordinator, '/api/invitations', {
      email: `${region}-invited@leerbrug.test`,
      name: secret,
      role: 'teacher',
      schoolLocationId: school,
    }),
    call: await made(coordinator, `/api/requests/${request}/call`, {
      organisationIds: [organisation],
      note: secret,
    }),
    import: 'no-import',
  };
}

const group = (name: string) => ({ sector: 'po', grades: ['7'], pupils: 26, name });
