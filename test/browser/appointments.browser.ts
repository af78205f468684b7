import { chromium, type Browser } from 'playwright-core';
import { until } from '../support/until.js';
import { askedMatch, postedRequest, proposalsOf, publishedOffer, type World } from '../support/world.js';
import { chromiumPath } from './chromium.js';
import { tabTo, tabToThe } from './keyboard.js';
import { axeFinds } from './look.js';
import { aWorldWithScreens, personOf } from './own-world.js';
import { open, settled } from './people.js';

const onDay = (day: string) => ({
  start: `2027-01-${day}T08:30:00+01:00`,
  end: `2027-01-${day}T10:00:00+01:00`,
});

describe('appointments', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    world = await aWorldWithScreens();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  async function agreed(name: string, day: string, price: object = {}): Promise<string> {
    const offer = await publishedOffer(world, { slots: [{ ...onDay(day), groups: 1 }], ...price });
    const groups = [{ sector: 'po', grades: ['7'], pupils: 24, name }];
    const request = await postedRequest(world, { groups });
    await proposalsOf(world, request.id);
    const { id } = await askedMatch(world, request.id, offer.slots[0].id);
    await world.partner.post(`/api/matches/${id}/accept`, { start: onDay(day).start });
    await world.teacher.post(`/api/matches/${id}/accept`, {});
    await until(
      async () => (await world.teacher.get(`/api/matches/${id}`)).body.state === 'confirmed',
      'both yeses',
    );
    return id as string;
  }

  it('a colleague comes instead, by keyboard alone, and the other side reads who', async () => {
    const id = await agreed('7A', '12');
    const teacher = await personOf(world, browser, 'teacher');
    const partner = await personOf(world, browser, 'partner');
    const { page } = teacher;
    await open(page, `/afspraken/${id}`);
    await tabTo(page, /^Iemand anders ontvangt$/);
    await page.keyboard.press('Enter');
    await tabToThe(page, 'combobox', /^Wie wordt het/);
    await page.keyboard.type('Cas');
    const found = await axeFinds(page);
    await tabToThe(page, 'button', /^Geef deze naam door$/);
    await page.keyboard.press('Enter');
    await page.getByText('Doorgegeven').first().waitFor();

    await open(partner.page, `/afspraken/${id}`);

    await partner.page.getByText('Cas Bos').first().waitFor();
    expect([...found, ...teacher.watched.wrong, ...partner.watched.wrong]).toEqual([]);
    await Promise.all([teacher.context.close(), partner.context.close()]);
  });

  it('other numbers say what they cost while they are typed', async () => {
    const id = await agreed('6A', '21', { costPerPupilCents: 250 });
    const { page, context, watched } = await personOf(world, browser, 'teacher');
    await open(page, `/afspraken/${id}`);
    await tabTo(page, /^Geef nieuwe aantallen door$/);
    await page.keyboard.press('Enter');
    const pupils = page.getByLabel('Leerlingen in 6A');
    await pupils.fill('28');
    await page.getByText('Samen € 70: school € 70.').waitFor();
    await pupils.fill('');
    await page.getByText('Met deze aantallen kost het').waitFor({ state: 'detached' });
    await pupils.fill('30');
    await page.getByText('Samen € 75: school € 75.').waitFor();

    expect(await axeFinds(page)).toEqual([]);
    expect((await world.teacher.get(`/api/matches/${id}`)).body).toMatchObject({ change: null });
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('a booking says what it costs, by the pupil too, as soon as classes are chosen', async () => {
    const offer = await publishedOffer(world, {
      slots: [{ ...onDay('26'), groups: 2 }],
      promise: 'firm',
      costPerPupilCents: 250,
    });
    const classes = '/api/school-locations/school-brug/groups?schoolYear=2026-2027';
    await world.admin.post(classes, { sector: 'po', grades: ['8'], pupils: 20, name: '8 bouwt' });
    const { page, context, watched } = await personOf(world, browser, 'teacher');
    await open(page, `/aanbod/${offer.id}/boek`);
    await page.getByText('Kosten: € 2,50 per leerling.').waitFor();

    await page.getByRole('button', { name: /^8 bouwt/ }).click();
    await page.getByText('Samen € 50: school € 50.').waitFor();

    expect(await axeFinds(page)).toEqual([]);
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('the board says what a proposal costs, and whom', async () => {
    await publishedOffer(world, {
      slots: [{ ...onDay('19'), groups: 1 }],
      title: 'Bruggen bouwen',
      costPerGroupCents: 6050,
    });
    const request = await postedRequest(world, {
      title: 'Bruggen',
      windows: [{ from: '2027-01-19', to: '2027-01-19' }],
    });
    await proposalsOf(world, request.id);
    const { page, context, watched } = await personOf(world, browser, 'coordinator');
    await open(page, '/bord');
    await page.getByText('€ 60,50 voor de school').first().waitFor();

    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('a list says with whom without asking for each', async () => {
    await agreed('7B', '14');
    const { page, context, watched } = await personOf(world, browser, 'partner');
    const sheets: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/visit-sheet')) sheets.push(request.url());
    });
    await open(page, '/afspraken');
    await page.getByText('Obs De Brug').first().waitFor();
    await open(page, '/vandaag');

    expect(sheets).toEqual([]);
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('more of what waits than fits on a screen is shown when it is asked for', async () => {
    for (let made = 0; made < 53; made += 1) await postedRequest(world, { title: `Vraag ${made}` });
    await world.at('2026-12-02T12:00:00+01:00');
    const count = await until(async () => {
      const { items } = (await world.coordinator.get('/api/inbox?region=region-ijssel&limit=100')).body;
      return items.length >= 53 && (items.length as number);
    }, 'half of the time to pass');
    const { page, context, watched } = await personOf(world, browser, 'coordinator');
    await open(page, '/inbox');
    const lines = page.getByRole('main').getByRole('article');
    expect(await lines.count()).toBe(50);

    await tabToThe(page, 'button', /^Toon nog /);
    await page.keyboard.press('Enter');
    await settled(page);

    expect(await lines.count()).toBe(count);
    expect(await axeFinds(page)).toEqual([]);
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('who was taken not to have come came after all, and the appointment counts again', async () => {
    const id = await agreed('5A', '28');
    await world.at('2027-01-28T12:00:00+01:00');
    await world.partner.post(`/api/matches/${id}/no-show`, { reason: 'Er was niemand.' });
    const { page, context, watched } = await personOf(world, browser, 'teacher');
    await open(page, `/afspraken/${id}`);
    expect(await page.getByRole('button', { name: 'Doe dit opnieuw' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Het ging toch door' }).click();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Meld dat het doorging' }).click();

    await page.getByText('De afspraak telt weer mee.').waitFor();
    expect((await world.teacher.get(`/api/matches/${id}`)).body).toMatchObject({ state: 'held' });
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('weeks of the next school year are for the classes of that year', async () => {
    const inSpring = '2027-05-10T09:00:00+02:00';
    await world.at(inSpring);
    const classes = (year: string) => `/api/school-locations/school-brug/groups?schoolYear=${year}`;
    const aClass = (grade: string, name: string) => ({ sector: 'po', grades: [grade], pupils: 24, name });
    await world.admin.post(classes('2026-2027'), aClass('7', '7 nu'));
    const { body: then } = await world.admin.post(classes('2027-2028'), aClass('8', '8 straks'));
    const { page, context, watched } = await personOf(world, browser, 'teacher');
    await page.clock.setSystemTime(inSpring);
    await open(page, '/aanvragen/nieuw');
    await page.getByRole('button', { name: /^Hi-tech/ }).click();
    await page.getByRole('button', { name: /^7 nu/ }).click();

    await page.getByRole('button', { name: /^Alle ochtenden, .*(aug|sep)/ }).click();
    await page.getByText('Dit valt in schooljaar 2027-2028').waitFor();
    expect(await page.getByRole('button', { name: /^7 nu/ }).count()).toBe(0);
    await page.getByRole('button', { name: /^8 straks/ }).click();
    const found = await axeFinds(page);
    await page.getByRole('button', { name: 'Vraag aan', exact: true }).click();
    await page.getByText('Je aanvraag is verstuurd').waitFor();

    const { items } = (await world.teacher.get('/api/requests?limit=1')).body;
    expect(items[0].groups.map(({ groupId }: { groupId: string }) => groupId)).toEqual([then.id]);
    expect([...found, ...watched.wrong]).toEqual([]);
    await context.close();
  });
});
