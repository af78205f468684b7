import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { signedInAs } from '../support/browser.js';
import { aWorld, type PersonName, type World } from '../support/world.js';
import { somebody, type Somebody } from './people.js';

/** Two schools and two partners in this process, where a test can do what no screen can; with the screens as built. */
export const aWorldWithScreens = (options: Pick<Parameters<typeof aWorld>[0] & object, 'around'> = {}) =>
  aWorld({ ...options, webRoot: resolve('dist/web'), undoMs: 600_000 });

/** A browser in which that person of the world signed in. */
export async function personOf(world: World, browser: Browser, who: PersonName): Promise<Somebody> {
  const { url } = world.embedded;
  const { cookies } = await signedInAs(world, `${who}@leerbrug.test`);
  const person = await somebody(browser, url);
  await person.context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
  return person;
}
