import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { until } from '../support/until.js';
import { tabTo } from './keyboard.js';
import { axeFinds } from './look.js';
import { open, settled, somebody } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';

const heap = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Stapels' }).getByRole('link', { name });

async function sizeOf(page: Page, name: string): Promise<number> {
  const text = await heap(page, name).textContent();
  return Number(/(\d+)\s*$/.exec(text ?? '')?.[1] ?? Number.NaN);
}

const saying = (page: Page, words: RegExp) => page.getByText(words).first().waitFor();

describe('a coordinator’s morning, by keyboard alone', () => {
  let leerbrug: RunningLeerbrug;
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    leerbrug = await runningLeerbrug();
  });
  afterAll(async () => {
    await browser?.close();
    await leerbrug?.close();
  });

  it('approves three, undoes one, rejects one, plans a round and reads what the figures are made of', async () => {
    const { page, context, watched } = await somebody(browser, leerbrug.url, { person: 'demo-coordinator' });
    const found: string[] = [];
    const look = async (where: string) =>
      found.push(...(await axeFinds(page)).map((line) => `${where}: ${line}`));

    await open(page, '/bord?state=ready');
    await heap(page, 'Voorstel klaar').getByText(/\d/).waitFor();
    const ready = await sizeOf(page, 'Voorstel klaar');
    await look('board');
    for (const approved of [1, 2, 3]) {
      await page.getByRole('region', { name: 'Voorstel' }).waitFor();
      await page.keyboard.press('a');
      await heap(page, `Wacht op antwoord ${approved}`).waitFor();
    }
    await heap(page, `Voorstel klaar ${ready - 3}`).waitFor();
    await saying(page, /^Goedgekeurd/);

    await page.keyboard.press('u');
    await saying(page, /Ongedaan gemaakt/);
    await heap(page, 'Wacht op antwoord 2').waitFor();
    // What was taken back may fit others too, so that more than one is ready again.
    await until(
      async () => (await sizeOf(page, 'Voorstel klaar')) > ready - 3,
      'the one that was undone to be ready again',
    );

    await page.getByRole('region', { name: 'Voorstel' }).waitFor();
    await page.keyboard.press('r');
    await page.getByRole('dialog').waitFor();
    await look('reject');
    await page.keyboard.type('Past niet bij de vraag');
    await page.keyboard.press('Enter');
    await saying(page, /^Afgewezen/);
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.locator('body').press('Control+Home');
    await tabTo(page, /^Rondes$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Rondes' }).waitFor();
    await tabTo(page, /^Winterronde$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Winterronde' }).waitFor();
    await tabTo(page, /^Maak het plan$/);
    await page.keyboard.press('Enter');
    await saying(page, /aanvragen krijgen een plek/);
    await tabTo(page, /^Hoe berekend\?$/);
    await page.keyboard.press('Enter');
    await saying(page, /Geen enkele verdeling/);
    await settled(page);
    await look('round');

    await open(page, '/cijfers');
    await tabTo(page, /Schooljaar/);
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/year=2025-2026/);
    await tabTo(page, /activiteiten geteld$/);
    await look('figures');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'De activiteiten achter dit cijfer' }).waitFor();
    await settled(page);
    await saying(page, /^\d+ activiteiten, /);
    await look('rows');
    await context.close();

    expect([...found, ...watched.wrong]).toEqual([]);
  });

  it('sees that a colleague was first, gently', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => somebody(browser, leerbrug.url, { person: 'demo-coordinator' })),
    );
    if (!one || !other) throw new Error('both are there');
    await open(one.page, '/bord?state=ready');
    const chosen = one.page.locator('a[aria-current="true"]').first();
    const address = await chosen.getAttribute('href');
    await open(other.page, address ?? '/bord');
    await one.page.getByRole('region', { name: 'Voorstel' }).waitFor();
    await other.page.getByRole('region', { name: 'Voorstel' }).waitFor();

    await one.page.keyboard.press('a');

    await other.page.getByText(/^Goedgekeurd door Karim Bennani/).waitFor();
    expect(await other.page.getByRole('button', { name: /Keur goed/ }).count()).toBe(0);
    expect([...one.watched.wrong, ...other.watched.wrong]).toEqual([]);
    await one.context.close();
    await other.context.close();
  });
});
