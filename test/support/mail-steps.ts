import { UnsubscribeTokens } from '../../libs/services/notifications/src/unsubscribe/unsubscribe-token.js';
import type { World } from './world.js';

/** As it stands in the mails to that person. */
export function addressToUnsubscribe(world: World, personId: string): string {
  const notifications = world.embedded.services.get('notifications')?.app;
  const token = notifications?.get(UnsubscribeTokens, { strict: false }).of(personId);
  return `/api/unsubscribe/${token}`;
}

/** Once over every route about mails, messages and what needs a person. */
export async function peopleAreWrittenTo(world: World, match: string): Promise<void> {
  await world.teacher.post(`${match}/messages`, { text: 'Kunnen jullie een beamer klaarzetten?' });
  for (const who of [world.teacher, world.partner, world.coordinator]) await who.get(`${match}/messages`);
  await world.coordinator.get('/api/inbox');
  const { etag } = await world.teacher.get('/api/me');
  await world.teacher.patch('/api/me/preferences', { mail: 'daily', language: 'nl' }, etag);
  await world.visitor.send('POST', addressToUnsubscribe(world, 'teacher'), 'List-Unsubscribe=One-Click', {
    'content-type': 'application/x-www-form-urlencoded',
  });
}
