import { FirstStart } from '#libs/services/directory';
import { signedInAs } from '../support/browser.js';
import { Caller } from '../support/caller.js';
import { signedIn } from '../support/people-steps.js';
import { until } from '../support/until.js';
import { aRequest, aWorld, publishedOffer, type World } from '../support/world.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const directory = () => world.embedded.services.get('directory')?.app;
const signIn = (personId: string) => signedIn(world, personId);
const tokenOf = async (personId: string) =>
  new Caller(
    world.embedded.url,
    (await world.operator.post('/api/api-tokens', { personId, days: 1 })).body.token as string,
  );
const personWith = async (q: string) => (await world.operator.get(`/api/people?q=${q}`)).body.items[0];

/** A teacher nobody knows, who claimed De Brug and signed in. */
async function claimant() {
  const claim = { schoolLocationId: 'school-brug', name: 'Eva', email: 'eva@nieuw.example' };
  expect((await world.visitor.post('/api/claims', claim)).status).toBe(201);
  const { id } = await personWith('eva');
  await signIn(id);
  return tokenOf(id);
}
const postedBy = (who: Caller) =>
  until(async () => {
    const reply = await who.post('/api/requests', aRequest());
    return reply.status === 422 ? undefined : reply;
  }, 'the school to be known');

describe('a teacher who finds the catalogue', () => {
  it('claims, asks at once, and one click confirms person and request together', async () => {
    const offer = await publishedOffer(world);
    const eva = await claimant();

    const posted = await postedBy(eva);

    expect(posted).toMatchObject({ status: 201, body: { unconfirmed: true, state: 'open' } });
    const { id } = posted.body;
    await until(async () => {
      const { body } = await world.coordinator.get(`/api/requests/${id}/proposals`);
      return body.state === 'ready';
    }, 'matching to know the request');
    expect((await world.coordinator.get('/api/proposals')).body.items).toEqual([]);
    const approval = { requestId: id, slotId: offer.slots[0].id };
    expect((await world.coordinator.post('/api/matches', approval)).body.code).toBe(
      'matches.request-unconfirmed',
    );

    const [claim] = (await world.coordinator.get('/api/claims?region=region-ijssel')).body.items;
    expect((await world.coordinator.post(`/api/claims/${claim.id}/confirm`)).status).toBe(200);

    await until(
      async () => !(await world.coordinator.get(`/api/requests/${id}`)).body.unconfirmed,
      'the release',
    );
    const approved = await until(async () => {
      const reply = await world.coordinator.post('/api/matches', approval, { prefer: 'wait=5' });
      return reply.status === 409 ? undefined : reply;
    }, 'matching to hear of it');
    expect(approved.status).toBe(201);
  });

  it('sees own requests alone until then, and nothing of the school', async () => {
    const theirs = await postedBy(world.teacher);
    const eva = await claimant();
    const own = await postedBy(eva);

    const { body } = await eva.get('/api/requests');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([own.body.id]);
    expect((await eva.get(`/api/requests/${theirs.body.id}`)).status).toBe(404);
    for (const path of [
      '/api/matches',
      '/api/people',
      '/api/school-locations/school-brug/groups',
      '/api/proposals',
    ])
      expect([path, (await eva.get(path)).status]).toEqual([path, 403]);
    expect((await eva.post('/api/requests', aRequest({ schoolLocationId: 'school-kampen' }))).status).toBe(
      403,
    );
  });

  it('has nothing left of it when nobody knows them', async () => {
    const eva = await claimant();
    const { id } = (await postedBy(eva)).body;
    const [claim] = (await world.coordinator.get('/api/claims')).body.items;

    await world.coordinator.post(`/api/claims/${claim.id}/refuse`, { reason: 'Onbekend hier' });

    await until(
      async () => (await world.coordinator.get(`/api/requests/${id}`)).body.state === 'withdrawn',
      'the request to end',
    );
  });
});

describe('an invitation', () => {
  it('is accepted by signing in with that address, and by nothing else', async () => {
    const tom = { email: 'tom@post.example', role: 'teacher', schoolLocationId: 'school-brug' };
    await world.admin.post('/api/invitations', tom);
    await until(async () => (await world.mails(tom.email)).length === 1, 'the mail');
    const [mail] = await world.mails(tom.email);
    const link = /https?:\S+\/inloggen/.exec(mail?.text ?? '')?.[0] ?? '';
    for (const method of ['GET', 'HEAD']) await world.visitor.send(method, new URL(link).pathname);
    expect((await world.admin.get('/api/invitations')).body.items).toMatchObject([{ state: 'open' }]);

    const browser = await signedInAs(world, tom.email);

    expect((await browser.get('/api/me')).body.roles).toMatchObject([
      { role: 'teacher', schoolLocationId: 'school-brug', regionIds: ['region-ijssel'] },
    ]);
    expect((await world.admin.get('/api/invitations')).body.items).toMatchObject([{ state: 'accepted' }]);
  });
});

describe('an empty installation', () => {
  it('lets its first operator in with the code of the console, who makes a region and invites its coordinator', async () => {
    const first = directory()?.get(FirstStart, { strict: false });

    // This world has an operator with an address.
    expect(await first?.operatorCode()).toBeUndefined();
    const region = await world.operator.post('/api/regions', { name: 'Nieuw', municipalityCodes: ['0193'] });
    expect(region.status).toBe(201);
    const invitation = { email: 'carla@post.example', role: 'coordinator', regionIds: [region.body.id] };
    expect((await world.operator.post('/api/invitations', invitation)).status).toBe(201);
    await until(async () => (await world.mails('carla@post.example')).length === 1, 'the mail');
    const { id } = await personWith('carla');
    await signIn(id);
    const carla = await tokenOf(id);

    const teacher = { email: 'tom@post.example', role: 'teacher', schoolLocationId: 'school-brug' };
    expect((await carla.post('/api/invitations', teacher)).status).toBe(201);
    expect((await carla.get('/api/me')).body.regions).toMatchObject([{ name: 'Nieuw' }]);
  });
});
