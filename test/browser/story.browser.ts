import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { keepPicture } from './look.js';
import { ask, say, waitUntil } from './over-the-api.js';
import { open, settled, somebody, type Somebody } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';

/** Longer than an approval can be undone in silence: both sides have been asked by then. */
const undoable = 'PT11M';

interface Offer {
  readonly id: string;
  readonly title: string;
}

interface Match {
  readonly id: string;
  readonly state: string;
  readonly sessions: readonly { readonly start: string; readonly end: string }[];
}

/** The same events as `npm run demo` plays through the API, here by four people who each look at their own screen. */
/** What leads to the other answers of that question, among all that wait. */
const otherwise = (page: Page, matchId: string) =>
  page.getByRole('link', { name: 'Andere tijd of nee' }).and(page.locator(`[href*="${matchId}"]`));

describe('the ten minutes of the demo, played by four people', () => {
  let leerbrug: RunningLeerbrug;
  let browser: Browser;
  let teacher: Somebody;
  let engineer: Somebody;
  let museum: Somebody;
  let coordinator: Somebody;
  let scene = 1;
  let lesson = '';
  /** The appointment that all but one of the scenes are about. */
  let agreed = '';
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    leerbrug = await runningLeerbrug();
    [teacher, engineer, museum, coordinator] = await Promise.all([
      somebody(browser, leerbrug.url, { person: 'demo-teacher', width: 1280 }),
      somebody(browser, leerbrug.url, { person: 'demo-partner', width: 390 }),
      somebody(browser, leerbrug.url, { person: 'demo-museum', width: 768 }),
      somebody(browser, leerbrug.url, { person: 'demo-coordinator' }),
    ]);
    await untilPeopleWork();
  });
  afterAll(async () => {
    await browser?.close();
    await leerbrug?.close();
  });
  afterEach(async () => {
    for (const [name, { page }] of Object.entries({ teacher, engineer, museum, coordinator }))
      await keepPicture(page, `story-${scene}-${name}`);
    scene += 1;
    const wrong = [teacher, engineer, museum, coordinator].flatMap(({ watched }) => watched.wrong);
    expect(wrong).toEqual([]);
  });

  /** At night and on Sundays nobody is asked anything. */
  async function untilPeopleWork(): Promise<void> {
    const { now } = await ask<{ now: string }>(coordinator, '/api/demo/clock');
    const local = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Amsterdam',
      weekday: 'short',
      hour: 'numeric',
      hour12: false,
    });
    for (let hours = 0; hours < 7 * 24; hours += 1) {
      const said = local.format(Date.parse(now) + hours * 3_600_000);
      const isWork = !/^S/.test(said) && /\b(09|1[0-4])$/.test(said);
      if (isWork) return hours > 0 ? pass(`PT${hours}H`) : undefined;
    }
  }

  const pass = async (advance: string) => void (await say(coordinator, '/api/demo/clock', { advance }));

  async function passBy(moment: string): Promise<void> {
    const { now } = await ask<{ now: string }>(coordinator, '/api/demo/clock');
    const minutes = Math.floor((Date.parse(moment) - Date.parse(now)) / 60_000) + 1;
    if (minutes > 0) await pass(`PT${minutes}M`);
  }

  const offerOf = async (who: Somebody, title: string) => {
    const { items } = await ask<{ items: Offer[] }>(who, '/api/offers?limit=100');
    return items.find((offer) => offer.title === title)?.id ?? '';
  };

  /** "Vraag dit aan" at the offer's page, for that group. @returns the request's id */
  async function requests(group: RegExp): Promise<string> {
    const { page } = teacher;
    await open(page, `/aanbod/${lesson}`);
    await page.getByRole('link', { name: 'Vraag dit aan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Wat zoek je?' }).waitFor();
    await settled(page);
    await page.getByRole('button', { name: group }).click();
    await page.getByRole('button', { name: 'Vraag aan', exact: true }).click();
    await page.waitForURL(/\/aanvragen\/[0-9a-f]+\?nieuw/);
    await page.getByText('Je aanvraag is verstuurd').waitFor();
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** The coordinator finds it on the board that is open all the while, and approves the best. @returns the match */
  async function approves(request: string): Promise<Match> {
    const { page } = coordinator;
    const { title } = await ask<{ title: string }>(coordinator, `/api/requests/${request}`);
    await page
      .getByRole('searchbox')
      .or(page.getByPlaceholder(/Zoek op school/))
      .first()
      .fill(title);
    await page.locator(`a[href*="${request}"]`).first().click();
    const proposal = page.getByRole('region', { name: 'Voorstel' });
    await proposal.getByText('Een robotarm in de klas').first().waitFor();
    await proposal.getByRole('button', { name: /Keur goed/ }).click();
    await page
      .getByText(/^Goedgekeurd/)
      .first()
      .waitFor();
    const match = await waitUntil(async () => {
      const { matchId } = await ask<{ matchId: string | null }>(coordinator, `/api/requests/${request}`);
      const found = matchId ? await ask<Match>(coordinator, `/api/matches/${matchId}`) : undefined;
      return found?.state === 'asked' && found;
    });
    await pass(undoable);
    return match;
  }

  it('a teacher asks, the coordinator sees it come in and approves, both sides are asked', async () => {
    lesson = await offerOf(engineer, 'Een robotarm in de klas');
    await open(coordinator.page, '/bord?state=new');
    await open(engineer.page, '/vandaag');
    const heap = coordinator.page
      .getByRole('navigation', { name: 'Stapels' })
      .getByRole('link', { name: /Nieuw/ });
    const before = (await heap.textContent()) ?? '';

    const request = await requests(/^7\/8B/);

    await waitUntil(async () => (await heap.textContent()) !== before);
    const match = await approves(request);
    await teacher.page
      .getByText(/^Er is een voorstel/)
      .first()
      .waitFor();
    await engineer.page
      .getByRole('article', { name: /robotarm/i })
      .first()
      .waitFor();
    expect(match.state).toBe('asked');
    agreed = match.id;
  });

  it('the engineer proposes another time, the teacher says yes, and both see it stand', async () => {
    const { page } = engineer;
    await otherwise(page, agreed).click();
    await page.getByRole('button', { name: 'Stel een andere tijd voor' }).click();
    await chooseOtherTime(page);
    await page.getByLabel(/^Toelichting/).fill('Later op de ochtend is de robotarm weer vrij. 🤖');
    await open(teacher.page, `/afspraken/${agreed}`);
    await page.getByRole('button', { name: 'Stel deze tijd voor' }).click();
    await page.getByText('Je voorstel is verstuurd.').waitFor();

    await teacher.page.getByText(/^Jij antwoordt uiterlijk/).waitFor();
    await teacher.page.getByRole('button', { name: 'Zeg ja' }).click();
    await teacher.page.getByRole('button', { name: 'Ja, dit is goed' }).click();

    await teacher.page
      .getByText(/^Afgesproken: /)
      .first()
      .waitFor();
    await page
      .getByText(/^Afgesproken: /)
      .first()
      .waitFor();
    await teacher.page.getByRole('link', { name: 'Open het draaiboek' }).click();
    await teacher.page.getByRole('heading', { name: 'Draaiboek' }).waitFor();
  });

  it('two classes to the museum: first an option, then for certain, as the museum sees', async () => {
    const visit = await offerOf(museum, 'De stoommachine doet het');
    await open(museum.page, '/afspraken');
    const { page } = teacher;
    await open(page, `/aanbod/${visit}`);
    await page.getByRole('link', { name: 'Boek een moment' }).click();
    await page.getByRole('heading', { level: 1, name: 'Boek een moment' }).waitFor();
    await settled(page);
    await page.getByRole('button', { name: /^5A/ }).click();
    await page.getByRole('radio', { name: /^Als optie/ }).click();
    await page.getByRole('button', { name: 'Neem een optie' }).click();
    await page.waitForURL(/\/afspraken\/[0-9a-f]+/);
    await page.getByText(/^De plek is voor jullie bewaard. Antwoord uiterlijk/).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await museum.page.locator(`a[href*="${id}"]`).first().waitFor();
    await museum.page.locator(`a[href*="${id}"]`).first().click();
    await museum.page.getByRole('heading', { level: 1 }).waitFor();

    await page.getByRole('button', { name: 'Neem de optie' }).click();
    await page.getByRole('button', { name: 'Ja, dit is goed' }).click();

    await page
      .getByText(/^Afgesproken: /)
      .first()
      .waitFor();
    await museum.page
      .getByText(/^Afgesproken: /)
      .first()
      .waitFor();
  });

  it('the engineer says no to a second one, the teacher reads why, and the search goes on', async () => {
    await open(coordinator.page, '/bord');
    const request = await requests(/^6A/);
    await open(engineer.page, '/vandaag');
    const match = await approves(request);
    await otherwise(engineer.page, match.id).click();
    await engineer.page.getByRole('button', { name: 'Zeg nee' }).click();
    await open(teacher.page, `/afspraken/${match.id}`);
    await engineer.page.getByLabel('Reden').fill('Onze robotarm is die week in onderhoud.');
    await engineer.page.getByRole('group').getByRole('button', { name: 'Zeg nee' }).click();

    await teacher.page.getByText('Onze robotarm is die week in onderhoud.').first().waitFor();
    await open(teacher.page, `/aanvragen/${request}`);
    await teacher.page
      .getByText(/^Wij zoeken\. Uiterlijk/)
      .first()
      .waitFor();
  });

  it('the coordinator reads why nothing fits somebody', async () => {
    const { page } = coordinator;
    await open(page, '/bord?state=none');
    await page.getByRole('region', { name: 'Aanvragen' }).locator('a').first().click();
    await page.getByRole('heading', { name: 'Het scheelde weinig' }).waitFor();
  });

  it('the day goes by: counted in one tap, hours in one tap, thanked, and in the figures', async () => {
    const { sessions } = await ask<Match>(teacher, `/api/matches/${agreed}`);
    await open(teacher.page, `/afspraken/${agreed}`);
    await open(engineer.page, '/vandaag');
    await passBy(sessions.at(-1)?.end ?? '');
    await waitUntil(async () => (await ask<Match>(teacher, `/api/matches/${agreed}`)).state === 'held');

    await open(teacher.page, `/afspraken/${agreed}`);
    await teacher.page.getByRole('button', { name: 'Dit klopt' }).click();
    await teacher.page.getByText('Bedankt, de aantallen staan erin.').first().waitFor();
    await open(engineer.page, '/vandaag');
    await engineer.page.getByRole('button', { name: 'Ja, dit klopt' }).first().click();
    await engineer.page.getByText('Bedankt, de aantallen staan erin.').first().waitFor();

    await open(teacher.page, `/afspraken/${agreed}`);
    const { page } = teacher;
    if ((await page.getByRole('group', { name: 'Vertel wat je ervan vond' }).count()) === 0)
      await page.getByRole('button', { name: 'Vertel wat je ervan vond' }).click();
    await page.getByRole('radio', { name: 'heel goed' }).or(page.getByText('heel goed')).first().click();
    await page.getByLabel(/^In een zin/).fill('De klas wilde niet naar huis.');
    await page.getByRole('button', { name: 'Geef dit door' }).click();
    await page.getByText('Bedankt voor je oordeel.').first().waitFor();

    await engineer.page.getByText('De klas wilde niet naar huis.').first().waitFor();
    const figures = coordinator.page;
    await open(figures, '/cijfers/rijen?only=counted');
    await figures
      .getByRole('cell', { name: /Machinefabriek Hoekstra/ })
      .first()
      .waitFor();
  });
});

async function chooseOtherTime(page: Page): Promise<void> {
  const start = page.getByRole('combobox', { name: 'Begint om' });
  await start.waitFor();
  await start.waitFor();
  const options = await start
    .locator('option')
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  await start.selectOption(options.at(-1) ?? '');
}
