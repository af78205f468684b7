import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { tabTo } from './keyboard.js';
import { axeFinds } from './look.js';
import { open, settled, somebody } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

describe('a partner', () => {
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

  it('makes an offer of what schools look for and publishes it, by keyboard alone', async () => {
    const { page, context, watched } = await somebody(browser, leerbrug.url, { person: 'demo-partner' });
    await open(page, '/vraag');
    await press(page, /^Maak hier aanbod van$/);
    await page.waitForURL(/nieuw\?thema/);
    await settled(page);
    await press(page, /^Soldeer je eigen lampje$/);
    await page.waitForURL(/begin=solder/);
    await tabTo(page, /^Hoe heet het/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Een lampje van de machinefabriek 💡 <script>');
    await tabTo(page, /^Postcode/);
    await page.keyboard.type('8011PK');
    await tabTo(page, /^Plaats/);
    await page.keyboard.type('Zwolle');
    await press(page, /^Maak een concept/);
    await page.waitForURL(/mijn-aanbod\/[^?/]+$/);
    await page.getByRole('heading', { name: 'Een lampje van de machinefabriek 💡 <script>' }).waitFor();
    await press(page, /^di$/);
    await press(page, /^Zet deze dagen open$/);
    await page.getByRole('heading', { name: 'De momenten die komen' }).waitFor();
    await press(page, /^Elders vergeven$/);
    await page.getByText('elders vergeven', { exact: true }).first().waitFor();
    await press(page, /^Zet in het aanbod$/);
    await page.getByText('Dit staat in het aanbod', { exact: true }).waitFor();
    const found = await axeFinds(page);

    await page.getByRole('link', { name: 'Bekijk het in het aanbod' }).click();
    await page.getByRole('heading', { level: 1, name: /Een lampje/ }).waitFor();
    await context.close();
    expect([...found, ...watched.wrong]).toEqual([]);
  });

  it('has a calendar of their own, with an address that is told once', async () => {
    const { page, context, watched } = await somebody(browser, leerbrug.url, { person: 'demo-partner' });
    await open(page, '/ik');
    await page.getByRole('button', { name: 'Maak een adres' }).click();
    const address = await page.getByLabel('Je adres').inputValue();

    const calendar = await context.request.get(new URL(address).pathname);

    expect(calendar.status()).toBe(200);
    expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR/);
    await page.reload();
    await page.getByRole('button', { name: 'Maak een nieuw adres' }).waitFor();
    expect(await page.getByLabel('Je adres').count()).toBe(0);

    await press(page, /^Maak een nieuw adres$/);
    await page.getByLabel('Je adres').waitFor();
    const renewed = await page.getByLabel('Je adres').inputValue();
    expect((await context.request.get(new URL(renewed).pathname)).status()).toBe(200);
    expect((await context.request.get(new URL(address).pathname)).status()).toBe(404);
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('shows itself in five steps to whoever comes by, left with Escape at any of them', async () => {
    const { page, context, watched } = await somebody(browser, leerbrug.url);
    await open(page, '/');
    await press(page, /^Rondleiding$/);
    await page.getByText('Stap 1 van 5').waitFor();
    const found: string[] = [];
    for (const [step, heading] of [
      [2, 'Wat zoek je?'],
      [3, 'Bord'],
      [4, 'Vandaag'],
      [5, 'Cijfers'],
    ] as const) {
      await press(page, /^Volgende stap$/);
      await page.getByText(`Stap ${step} van 5`).waitFor();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await settled(page);
      found.push(...(await axeFinds(page)));
    }
    await page.getByRole('dialog').focus();
    await page.keyboard.press('Escape');
    await page.getByText('Stap 5 van 5').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Rondleiding' }).click();
    await page.getByText('Stap 1 van 5').waitFor();
    await context.close();
    expect([...found, ...watched.wrong]).toEqual([]);
  });
});
