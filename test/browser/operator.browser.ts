import { randomUUID } from 'node:crypto';
import { chromium, type Browser } from 'playwright-core';
import type { Ports } from '#libs/runtime';
import { Caller } from '../support/caller.js';
import { until } from '../support/until.js';
import type { World } from '../support/world.js';
import { chromiumPath } from './chromium.js';
import { tabTo, tabToThe } from './keyboard.js';
import { axeFinds } from './look.js';
import { aWorldWithScreens, personOf } from './own-world.js';
import { open, settled, somebody } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';

const illAt = 'requests.regions';

describe('an operator', () => {
  let world: World;
  let browser: Browser;
  let leerbrug: RunningLeerbrug | undefined;
  let isIll = false;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    world = await aWorldWithScreens({ around: (ports) => illWhile(() => isIll, ports) });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    await leerbrug?.close();
  });

  it('looks at what a service could not handle, and does it again once the cause is gone', async () => {
    isIll = true;
    await publishRegion(world);
    await until(async () => (await world.operator.get('/api/parked')).body.items.length > 0, 'the parking');
    const { page, context, watched } = await personOf(world, browser, 'operator');
    await open(page, '/beheer');
    await page.getByText('requests: mislukt').waitFor();
    const found = await axeFinds(page);

    await tabToThe(page, 'button', /^Bekijk$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('region-new').first().waitFor();
    found.push(...(await axeFinds(page)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tabToThe(page, 'button', /^Doe opnieuw$/);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor();

    isIll = false;
    await tabToThe(page, 'button', /^Doe opnieuw$/);
    await page.keyboard.press('Enter');

    await page.getByText('Er ligt niets.').waitFor();
    expect((await world.operator.get('/api/parked')).body.items).toEqual([]);
    await context.close();
    const refused = /\b409\b/;
    expect([...found, ...watched.wrong.filter((line) => !refused.test(line))]).toEqual([]);
  });

  it('gives a program a key, shown once, and takes it in again', async () => {
    leerbrug = await runningLeerbrug();
    const { page, context, watched } = await somebody(browser, leerbrug.url, { person: 'demo-operator' });
    await open(page, '/beheer');
    await tabTo(page, /^Namens wie/);
    await page.keyboard.type('demo-coordinator');
    await tabTo(page, /^Maak een sleutel$/);
    await page.keyboard.press('Enter');
    const shown = page
      .locator('section')
      .filter({ has: page.getByRole('button', { name: 'Maak een sleutel' }) })
      .locator('code');
    const token = await shown.textContent();
    const program = new Caller(leerbrug.url, token ?? '');
    expect((await program.get('/api/me')).body).toMatchObject({ id: 'demo-coordinator' });

    await tabTo(page, /^Trek in$/);
    await page.keyboard.press('Enter');
    await page.getByText('Ingetrokken.').waitFor();

    // Who holds it is remembered for a few seconds.
    await until(async () => (await program.get('/api/me')).status === 401, 'the key to be worth nothing');
    await page.reload();
    await settled(page);
    expect(await shown.count()).toBe(0);
    await context.close();
    expect(watched.wrong).toEqual([]);
  });
});

/** `requests` cannot write down regions while it is ill. */
function illWhile(isIll: () => boolean, ports: Ports): Ports {
  const fails = (at: unknown) => isIll() && (at as { readonly name?: string } | undefined)?.name === illAt;
  const store = new Proxy(ports.store, {
    get(own, name) {
      const does: unknown = Reflect.get(own, name);
      if (typeof does !== 'function') return does;
      return (...said: readonly unknown[]): unknown => {
        if (fails(said[0])) throw new TypeError('the disk is ill');
        return Reflect.apply(does, own, said);
      };
    },
  });
  return { ...ports, store };
}

async function publishRegion(world: World): Promise<void> {
  const { settings } = (await world.operator.get('/api/regions/region-ijssel')).body;
  const envelope = {
    ...{ id: randomUUID(), type: 'directory.region-changed', version: 1, time: '2026-11-23T09:00:00Z' },
    ...{ key: 'region-new', seq: 1, correlationId: 'test', causationId: null, actor: 'operator' },
    owners: { regions: [] },
    data: { name: 'IJssel', settings },
  };
  const value = Buffer.from(JSON.stringify(envelope));
  await world.embedded.ports.bus.publish([
    { topic: 'directory', key: 'region-new', id: randomUUID(), value },
  ]);
}
