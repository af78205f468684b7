import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { tabToThe } from './keyboard.js';
import { axeFinds, keepPicture } from './look.js';
import { open, settled, somebody, type Somebody } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';

/** Counts what somebody does, apart from going there. */
class Hands {
  done = 0;

  constructor(private readonly page: Page) {}

  async press(role: 'button' | 'link', name: RegExp, key = 'Enter'): Promise<void> {
    await tabToThe(this.page, role, name);
    await this.page.keyboard.press(key);
    this.done += 1;
  }
}

async function requestIdIn(page: Page): Promise<string> {
  await page.waitForURL(/\/aanvragen\/[0-9a-f]+\?nieuw/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** The coordinator says yes to the best proposal, through the API: the board has a test of its own. */
async function approveBest({ context }: Somebody, requestId: string): Promise<string> {
  for (let tries = 0; tries < 40; tries += 1) {
    const found = await context.request.get(`/api/requests/${requestId}/proposals?k=1`);
    const { items } = (await found.json()) as { items: { slotId: string }[] };
    const [best] = items;
    if (best) {
      const answer = await context.request.post('/api/matches', {
        data: { requestId, slotId: best.slotId },
        headers: {
          'idempotency-key': `approve-${requestId}`,
          'sec-fetch-site': 'same-origin',
          prefer: 'wait=2',
        },
      });
      return ((await answer.json()) as { id: string }).id;
    }
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error('No proposal came');
}

describe('from "Wat zoek je?" to yes, by keyboard alone', () => {
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

  it('a teacher asks in at most twelve steps, says yes with a time, and finds the visit sheet', async () => {
    const teacher = await somebody(browser, leerbrug.url, { person: 'demo-teacher' });
    const coordinator = await somebody(browser, leerbrug.url, { person: 'demo-coordinator' });
    const { page } = teacher;
    const hands = new Hands(page);

    await open(page, '/aanvragen');
    await hands.press('link', /^Vraag een les aan$/);
    await settled(page);
    await hands.press('button', /Hi-tech/);
    await hands.press('button', /^5A/);
    await hands.press('button', /^Alle ochtenden, 4 jan/);
    await page.getByText(/^\d+ passen\./).waitFor();
    await keepPicture(page, 'story-ask');
    expect(await axeFinds(page)).toEqual([]);
    await hands.press('button', /^Vraag aan$/);
    const requestId = await requestIdIn(page);
    expect(hands.done).toBeLessThanOrEqual(12);
    await page.getByText('Je aanvraag is verstuurd').waitFor();

    const matchId = await approveBest(coordinator, requestId);
    await page.goto(`/aanvragen/${requestId}`);
    await settled(page);
    await tabToThe(page, 'link', /robot|les|vakman/i);
    await page.goto(`/afspraken/${matchId}`);
    await settled(page);
    await hands.press('button', /^Zeg ja$/);
    const start = page.getByRole('combobox', { name: 'Begint om' });
    if (await start.isVisible()) {
      await tabToThe(page, 'combobox', /Begint om/);
      await page.keyboard.press('ArrowDown');
    }
    expect(await axeFinds(page)).toEqual([]);
    await hands.press('button', /^Ja, dit is goed$/);
    await page.getByText('jij zei ja').waitFor();
    await keepPicture(page, 'story-yes');

    await hands.press('link', /^Open het draaiboek$/);
    await page.getByRole('heading', { name: 'Draaiboek' }).waitFor();
    await settled(page);
    await keepPicture(page, 'story-sheet');
    expect(await axeFinds(page)).toEqual([]);
    expect([...teacher.watched.wrong, ...coordinator.watched.wrong]).toEqual([]);
  });

  it('what was withdrawn is asked again: the same wish, other weeks', async () => {
    const { page } = await somebody(browser, leerbrug.url, { person: 'demo-teacher' });
    await open(page, '/aanvragen/nieuw');
    await page.getByRole('button', { name: /Hi-tech/ }).click();
    await page.getByRole('button', { name: /^5A/ }).click();
    await page.getByRole('button', { name: /^Alle ochtenden, 4 jan/ }).click();
    await page.getByRole('button', { name: 'Vraag aan', exact: true }).click();
    const first = await requestIdIn(page);
    await page.getByRole('button', { name: 'Trek de aanvraag in' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Toch een andere week.');
    await dialog.getByRole('button', { name: 'Trek de aanvraag in' }).click();

    await page.getByRole('link', { name: 'Vraag dit opnieuw aan' }).click();
    await settled(page);
    await page.getByRole('button', { name: /^Alle ochtenden, 4 jan/ }).waitFor();
    expect(await page.getByRole('button', { name: /^5A/, pressed: true }).count()).toBe(1);
    expect(await page.getByRole('button', { name: /Hi-tech/, pressed: true }).count()).toBe(1);
    await keepPicture(page, 'story-ask-again');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vraag aan', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByRole('button', { name: /^Alle ochtenden, 4 jan/ }).click();
    await page.getByRole('button', { name: 'Vraag aan', exact: true }).click();

    await page.waitForURL((url) => /nieuw=/.test(url.search) && !url.pathname.includes(first));
    await page.getByText('Je aanvraag is verstuurd').waitFor();
  });

  it('what was chosen is still there after a reload and after signing in again', async () => {
    const { page, context } = await somebody(browser, leerbrug.url, { person: 'demo-teacher' });
    await open(page, '/aanvragen/nieuw');
    const hands = new Hands(page);
    await hands.press('button', /Voeding/);
    await hands.press('button', /^7\/8B/);

    await context.clearCookies();
    await page.reload();
    await page.getByRole('link', { name: 'Log in' }).first().waitFor();
    await context.request.post('/api/demo/sign-in', {
      data: { personId: 'demo-teacher' },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    await open(page, '/aanvragen/nieuw');

    const pressed = (name: RegExp) => page.getByRole('button', { name }).getAttribute('aria-pressed');
    await expect(Promise.all([pressed(/Voeding/), pressed(/^7\/8B/), pressed(/^5A/)])).resolves.toEqual([
      'true',
      'true',
      'false',
    ]);
  });
});
