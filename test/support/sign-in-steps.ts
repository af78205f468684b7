import { Authenticator } from './authenticator.js';
import { Browser, signedInAs } from './browser.js';
import type { anIssuer } from './issuer.js';
import type { World } from './world.js';

/** Once over every way in, and every way to say again who one is. */
export async function signedInEveryWay(
  world: World,
  issuer: Awaited<ReturnType<typeof anIssuer>>,
): Promise<void> {
  const coordinator = await signedInAs(world, 'coordinator@leerbrug.test');
  await coordinator.get('/api/sign-in');
  const phone = new Authenticator(world.embedded.url);
  const { body: making } = await coordinator.post('/api/me/passkeys/options');
  await coordinator.post('/api/me/passkeys', { response: phone.create(making.options), label: 'Telefoon' });
  const { body: using } = await coordinator.post('/api/me/step-up/options');
  await coordinator.post('/api/me/step-up', { response: phone.get(using.options) });
  const { body: passkeys } = await coordinator.get('/api/me/passkeys');
  await coordinator.delete(`/api/me/passkeys/${passkeys.items[0].id}`);
  await coordinator.get('/api/me/sessions');
  await coordinator.delete('/api/me/sessions/current');

  const visitor = new Browser(world.embedded.url);
  const { body: begun } = await visitor.post('/api/sign-in/oidc/start');
  const account = { sub: 'subject-1', email: 'teacher@leerbrug.test', email_verified: true };
  await visitor.post('/api/sign-in/oidc/finish', issuer.signIn(begun.redirect, account));
  await new Browser(world.embedded.url).post('/api/demo/sign-in', { personId: 'teacher' });
}
