import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { until } from '../support/until.js';
import { tabTo } from './keyboard.js';
import { axeFinds } from './look.js';
import { askAll } from './over-the-api.js';
import { open, settled, somebody, type Somebody } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';

const heap = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Stapels' }).getByRole('link', { name });

async function sizeOf(page: Page, name: string): Promise<number> {
  const text = await heap(page, name).textContent();
  return Number(/(\d+)\s*$/.exec(text ?? '')?.[1] ?? Number.NaN);
}

/** The request that the keys are about, once its proposals are there; another than the one before. */
async function chosen(page: Page, before = ''): Promise<string> {
  const id = await until(async () => {
    const address = await page.locator('a[aria-current="true"]').first().getAttribute('href');
    const request = new URLSearchParams(address?.split('?')[1]).get('request');
    return request !== before && request;
  }, 'another to be chosen');
  await page.getByRole('region', { name: 'Voorstel' }).waitFor();
  return id;
}

interface Asked {
  readonly id: string;
  readonly matchId: string | null;
  readonly state: string;
}

interface Considered {
  readonly requestId: string;
  readonly proposals: readonly unknown[];
}

const requests = (who: Somebody) => askAll<Asked>(who, '/api/requests');
/** Those that somebody is being asked about, as the server says. */
const underWay = async (who: Somebody) =>
  (await requests(who)).filter(({ matchId, state }) => matchId !== null && state === 'open');

/** Those that wait for the coordinator with a proposal, as the server says. */
async function allReady(who: Somebody): Promise<readonly string[]> {
  const open = new Set(
    (await requests(who))
      .filter(({ matchId, state }) => matchId === null && ['open', 'partly-met'].includes(state))
      .map(({ id }) => id),
  );
  const considered = await askAll<Considered>(who, '/api/proposals?k=1');
  return considered
    .filter(({ requestId, proposals }) => proposals.length > 0 && open.has(requestId))
    .map(({ requestId }) => requestId);
}

/** What was undone lies in its heap again and is chosen; the heap is what it was before. */
async function isBack(who: Somebody, request: string, before: readonly string[]): Promise<void> {
  const { page } = who;
  await heap(page, 'Wacht op antwoord 2').waitFor();
  await until(async () => (await allReady(who)).length === before.length, 'as many to be ready as before');
  expect(await allReady(who)).toEqual(before);
  expect(before).toContain(request);
  await heap(page, `Voorstel klaar ${before.length}`).waitFor();
  expect(await chosen(page)).toBe(request);
  expect(new URL(page.url()).searchParams.get('state')).toBe('ready');
}

const saying = (page: Page, words: RegExp) => page.getByText(words).first().waitFor();

describe('a coordinator’s morning, by keyboard alone', () => {
  let leerbrug: RunningLeerbrug;
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    // As long as undo takes on a busy machine.
    leerbrug = await runningLeerbrug({ LEERBRUG_UNDO_SECONDS: '120' });
  });
  afterAll(async () => {
    await browser?.close();
    await leerbrug?.close();
  });

  it('approves three, undoes one, rejects one, plans a round and reads what the figures are made of', async () => {
    const who = await somebody(browser, leerbrug.url, { person: 'demo-coordinator' });
    const { page, context, watched } = who;
    const found: string[] = [];
    const look = async (where: string) =>
      found.push(...(await axeFinds(page)).map((line) => `${where}: ${line}`));

    await open(page, '/bord?state=ready');
    await heap(page, 'Voorstel klaar').getByText(/\d/).waitFor();
    const ready = await sizeOf(page, 'Voorstel klaar');
    await look('board');
    expect(await allReady(who)).toHaveLength(ready);
    let last = '';
    let before: readonly string[] = [];
    for (const approved of [1, 2, 3]) {
      before = await allReady(who);
      await heap(page, `Voorstel klaar ${before.length}`).waitFor();
      last = await chosen(page, last);
      await page.keyboard.press('a');
      await heap(page, `Wacht op antwoord ${approved}`).waitFor();
      await until(async () => (await underWay(who)).length === approved, 'it to be under way');
    }
    await saying(page, /^Goedgekeurd/);

    await page.keyboard.press('u');
    await saying(page, /Ongedaan gemaakt/);
    await isBack(who, last, before);

    // So it is for who thinks again before the answer is in.
    const [undone] = await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/cancel')),
      page.keyboard.press('a').then(() => page.keyboard.press('u')),
    ]);
    expect(undone.status()).toBe(200);
    await isBack(who, last, before);

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
    await saying(page, /^\d+ activiteiten: /);
    await look('rows');
    await context.close();

    expect([...found, ...watched.wrong]).toEqual([]);
  });

  it('has every request on paper, also those out of sight', async () => {
    const { page, context } = await somebody(browser, leerbrug.url, { person: 'demo-coordinator' });
    await open(page, '/bord');
    const rows = page.locator('li[aria-posinset]');
    const all = Number(await rows.first().getAttribute('aria-setsize'));
    expect(await rows.count()).toBeLessThan(all);

    const printed = await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      return document.querySelectorAll('li[aria-posinset]').length;
    });

    expect(printed).toBe(all);
    await context.close();
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
