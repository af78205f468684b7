import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { axeFinds } from './look.js';
import { ask, waitUntil } from './over-the-api.js';
import { open, settled, somebody, type Somebody } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';

const odd = 'Groep „8” 🤖 مرحبا بالعالم <script>alert(1)</script> &amp; <b>niet vet</b>';

/** What was asked for on the page where one asks, with the note open. */
async function beginsToAsk({ page }: Somebody, note: string): Promise<void> {
  await open(page, '/aanvragen/nieuw');
  await page.getByRole('button', { name: /Hi-tech/ }).click();
  await page.getByRole('button', { name: /^5A/ }).click();
  await page.getByRole('button', { name: /^Alle ochtenden, 4 jan/ }).click();
  if (!(await page.getByLabel('Toelichting').isVisible())) await page.getByText('Bijzonderheden').click();
  await page.getByLabel('Toelichting').fill(note);
}

const sends = (page: Page) => page.getByRole('button', { name: 'Vraag aan', exact: true }).click();
const sent = (page: Page) => page.getByText('Je aanvraag is verstuurd').waitFor();

/** The keys of all the requests that are posted from now on. */
function keysSent(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (isPost(request)) keys.push(request.headers()['idempotency-key'] ?? '');
  });
  return keys;
}

const isPost = (request: Request) =>
  request.method() === 'POST' && new URL(request.url()).pathname === '/api/requests';

async function requestsTitled(who: Somebody, note: string): Promise<number> {
  const { items } = await ask<{ items: { note?: string }[] }>(who, '/api/requests?limit=100');
  return items.filter((request) => request.note === note).length;
}

/** From the demo's mailbox. */
function mailedCode(who: Somebody, to: string): Promise<string> {
  return waitUntil(async () => {
    const { items } = await ask<{ items: { text: string }[] }>(who, `/api/demo/mailbox?limit=5&to=${to}`);
    return items.map(({ text }) => /inloggen#([A-Z0-9]{8})/.exec(text)?.[1]).find(Boolean);
  });
}

describe('when things go wrong', () => {
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

  it('a refusal stands at its field, and the summary leads there', async () => {
    const { page, context } = await somebody(browser, leerbrug.url, { person: 'demo-coordinator' });
    await open(page, '/mensen');
    await page.getByRole('button', { name: 'Nodig iemand uit' }).click();
    const email = page.getByRole('dialog').getByLabel('Mailadres');
    await email.fill('geen adres');
    await page.getByRole('button', { name: 'Verstuur de uitnodiging' }).click();

    const summary = page.getByRole('alert').getByRole('link', { name: /^Mailadres.*geen mailadres/ });
    await summary.waitFor();
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    expect(await email.inputValue()).toBe('geen adres');
    expect(await axeFinds(page)).toEqual([]);
    await summary.click();
    expect(await email.evaluate((field) => field === document.activeElement)).toBe(true);
    await context.close();
  });

  it('a refusal behind a fold opens the fold', async () => {
    const { page, context } = await somebody(browser, leerbrug.url, { person: 'demo-partner' });
    await open(page, '/mijn-aanbod/nieuw?begin=robot-arm');
    const fold = page.locator('details', { hasText: 'Waar scholen boeken' }).first();
    const summary = fold.locator('> summary');
    await summary.click();
    await page.getByRole('radio', { name: 'Op onze eigen site' }).check();
    const address = page.locator('input[type="url"]');
    await address.fill('geen adres');
    await summary.click();
    await address.waitFor({ state: 'hidden' });
    await page.locator('main form button[type="submit"]').click();

    await page.getByRole('alert').waitFor();
    await address.waitFor();
    expect(await address.getAttribute('aria-invalid')).toBe('true');
    await context.close();
  });

  it('ten thousand characters are refused where they stand, and nothing of them is lost', async () => {
    const teacher = await somebody(browser, leerbrug.url, { person: 'demo-teacher' });
    const { page, context } = teacher;
    const long = `${odd} ${'lang '.repeat(2_000)}`.slice(0, 10_000);
    await beginsToAsk(teacher, long);
    await sends(page);

    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Toelichting/ })
      .waitFor();
    const note = page.getByLabel('Toelichting');
    expect(await note.getAttribute('aria-invalid')).toBe('true');
    expect(await note.inputValue()).toBe(long);
    await page.reload();
    await settled(page);
    expect(await note.inputValue()).toBe(long);

    await note.fill(odd);
    await sends(page);
    await sent(page);
    await open(page, '/aanvragen/nieuw');
    expect(await page.getByLabel('Toelichting').inputValue()).toBe('');
    await context.close();
  });

  it('an emoji, text from right to left and a script are shown as they were typed', async () => {
    const teacher = await somebody(browser, leerbrug.url, { person: 'demo-teacher' });
    const coordinator = await somebody(browser, leerbrug.url, { person: 'demo-coordinator' });
    await beginsToAsk(teacher, odd);
    await teacher.page.getByLabel('Naam van de aanvraag').fill(odd);
    await sends(teacher.page);
    await sent(teacher.page);
    await teacher.page.getByRole('heading', { level: 1, name: odd, exact: true }).waitFor();
    expect(await teacher.page.getByText(odd, { exact: true }).count()).toBeGreaterThan(1);

    await open(coordinator.page, '/bord?state=new');
    await coordinator.page.getByPlaceholder(/^Zoek op school/).fill('alert(1)');
    await coordinator.page.getByText(odd).first().waitFor();
    expect([...teacher.watched.wrong, ...coordinator.watched.wrong]).toEqual([]);
    await Promise.all([teacher.context.close(), coordinator.context.close()]);
  });

  it('a session that ends while somebody types loses nothing, and signing in leads back', async () => {
    const teacher = await somebody(browser, leerbrug.url, { person: 'demo-teacher' });
    const { page, context } = teacher;
    await beginsToAsk(teacher, 'Getypt voor de sessie voorbij was');
    await context.clearCookies();
    await sends(page);

    const banner = page.getByRole('alert').filter({ hasText: 'Je bent niet meer ingelogd' });
    await banner.waitFor();
    expect(await page.getByLabel('Toelichting').inputValue()).toBe('Getypt voor de sessie voorbij was');
    expect(await axeFinds(page)).toEqual([]);
    await banner.getByRole('link', { name: 'Log weer in' }).click();
    await page.waitForURL(/\/inloggen\?terug=%2Faanvragen%2Fnieuw/);
    await page.getByLabel('Je mailadres').fill('demo-teacher@leerbrug.test');
    await page.getByRole('button', { name: 'Mail mij een code' }).click();
    const code = page.getByLabel('De code uit de mail');
    await code.waitFor();
    await code.fill(await mailedCode(teacher, 'demo-teacher@leerbrug.test'));
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();

    await page.waitForURL(/\/aanvragen\/nieuw$/);
    await settled(page);
    expect(await page.getByLabel('Toelichting').inputValue()).toBe('Getypt voor de sessie voorbij was');
    await sends(page);
    await sent(page);
    await context.close();
  });

  it('who decides a moment after a colleague is told so gently', async () => {
    const [one, other] = [
      await somebody(browser, leerbrug.url, { person: 'demo-coordinator' }),
      await somebody(browser, leerbrug.url, { person: 'demo-coordinator' }),
    ];
    // The other one hears nothing: the news is still on its way.
    await other.page.route('**/api/events/stream', (route) => route.abort());
    await open(one.page, '/bord?state=ready');
    const address = await one.page.locator('a[aria-current="true"]').first().getAttribute('href');
    await open(other.page, address ?? '');
    const approve = (page: Page) =>
      page.getByRole('region', { name: 'Voorstel' }).getByRole('button', { name: /Keur goed/ });
    await approve(other.page).waitFor();
    await approve(one.page).click();
    await one.page
      .getByText(/^Goedgekeurd/)
      .first()
      .waitFor();

    await approve(other.page).click();

    await other.page
      .getByRole('alert')
      .filter({ hasText: 'Voor deze aanvraag is al een afspraak' })
      .waitFor();
    expect(await axeFinds(other.page)).toEqual([]);
    await Promise.all([one.context.close(), other.context.close()]);
  });

  it('a server that takes longer than three seconds is said to be slow', async () => {
    const { page, context, watched } = await somebody(browser, leerbrug.url, { person: 'demo-teacher' });
    await page.route('**/api/requests?**', async (route) => {
      await new Promise((done) => setTimeout(done, 4_000));
      await route.continue();
    });
    await page.goto('/aanvragen');
    await page
      .getByText(/^Dit duurt langer/)
      .first()
      .waitFor();
    await settled(page);
    expect(await page.getByText(/^Dit duurt langer/).count()).toBe(0);
    expect(watched.wrong).toEqual([]);
    await context.close();
  });

  it('an answer that gets lost is asked for again under the same key, and nothing is done twice', async () => {
    const teacher = await somebody(browser, leerbrug.url, { person: 'demo-teacher' });
    const { page, context } = teacher;
    await beginsToAsk(teacher, 'Het antwoord raakte kwijt');
    const keys = keysSent(page);
    let lost = 0;
    await page.route('**/api/requests', async (route) => {
      if (!isPost(route.request()) || lost >= 2) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });

    await sends(page);

    await page.getByText(/^Nog geen antwoord\. We proberen het opnieuw/).waitFor();
    await sent(page);
    expect(keys.length).toBe(3);
    expect(new Set(keys).size).toBe(1);
    expect(await requestsTitled(teacher, 'Het antwoord raakte kwijt')).toBe(1);
    await context.close();
  });

  it('a dead server is said to be, what was typed stays, and later the same is sent once', async () => {
    const teacher = await somebody(browser, leerbrug.url, { person: 'demo-teacher' });
    const { page, context } = teacher;
    await beginsToAsk(teacher, 'De server was even weg');
    const keys = keysSent(page);
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await sends(page);
    await page.getByRole('alert').filter({ hasText: 'Leerbrug is even niet bereikbaar' }).first().waitFor();
    expect(await page.getByLabel('Toelichting').inputValue()).toBe('De server was even weg');

    await page.unroute('**/api/**');
    await sends(page);

    await sent(page);
    expect(new Set(keys).size).toBe(1);
    expect(await requestsTitled(teacher, 'De server was even weg')).toBe(1);
    await context.close();
  });
});
