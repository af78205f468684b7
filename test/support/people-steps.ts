import { TakeUp } from '../../libs/services/directory/src/invite-people/take-up.js';
import { until } from './until.js';
import type { World } from './world.js';

/** As typing a code does: the address has shown to be theirs. */
export function signedIn(world: World, personId: string) {
  return world.embedded.services.get('directory')?.app.get(TakeUp, { strict: false }).execute(personId);
}

/** Once over every route about people: regions, invitations, claims, changes. */
export async function peopleComeAndGo(world: World): Promise<void> {
  const idOf = async (q: string) =>
    (await world.operator.get(`/api/people?q=${q}`)).body.items[0].id as string;
  const { body: region } = await world.operator.post('/api/regions', {
    name: 'Nieuw',
    municipalityCodes: ['0935'],
  });
  await world.operator.get(`/api/regions/${region.id}`);
  const teacher = { name: 'Noor', role: 'teacher', schoolLocationId: 'school-brug' };
  const invited = await world.admin.post('/api/invitations', { ...teacher, email: 'noor@post.example' });
  await world.admin.post(`/api/invitations/${invited.body.id}/resend`);
  await world.coordinator.get('/api/invitations');
  await signedIn(world, await idOf('noor'));
  const other = await world.admin.post('/api/invitations', {
    ...teacher,
    name: 'Mia',
    email: 'mia@post.example',
  });
  await world.admin.delete(`/api/invitations/${other.body.id}`);

  for (const who of [world.operator, world.coordinator, world.admin, world.teacher, world.partner])
    await who.get('/api/people');
  const noor = `/api/people/${await idOf('noor')}`;
  const { etag } = await world.admin.get(noor);
  await world.admin.patch(noor, { phone: '038 123 45 67', deputyId: 'teacher' }, etag);

  for (const name of ['Eva', 'Ivo']) {
    const claim = { schoolLocationId: 'school-brug', name, email: `${name.toLowerCase()}@nieuw.example` };
    await world.visitor.post('/api/claims', claim);
    await signedIn(world, await idOf(name.toLowerCase()));
  }
  const { items } = (await world.coordinator.get('/api/claims?region=region-ijssel')).body;
  await world.coordinator.post(`/api/claims/${items[0].id}/refuse`, { reason: 'Onbekend op deze school' });
  await world.coordinator.post(`/api/claims/${items[1].id}/confirm`);
}

/** Answers a question that waits by the link of its mail. */
export async function answeredByLink(world: World): Promise<void> {
  const link = await until(async () => {
    for (const { text } of await world.mails('partner@leerbrug.test')) {
      const token = /\/actie#([A-Za-z0-9_-]{43})/.exec(text)?.[1];
      const { status, body } = await world.visitor.post('/api/actions/preview', { token });
      if (status === 200 && body.actions.includes('decline')) return { token };
    }
    return undefined;
  }, 'a link that is still good');
  await world.visitor.post('/api/actions/execute', { ...link, action: 'decline', reason: 'Op beurs' });
}
