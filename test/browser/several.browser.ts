import { DirectorySeed } from '#libs/services/directory';
import { chromium, type Browser } from 'playwright-core';
import { publishedOffer, type World } from '../support/world.js';
import { until } from '../support/until.js';
import { chromiumPath } from './chromium.js';
import { axeFinds, keepPicture } from './look.js';
import { aWorldWithScreens, personOf } from './own-world.js';
import { open, settled } from './people.js';

const groupsOf = (school: string) => `/api/school-locations/${school}/groups?schoolYear=2026-2027`;
const both = ['school-brug', 'school-kampen'].map((schoolLocationId) => ({
  role: 'teacher' as const,
  schoolLocationId,
}));
const onDay = (day: string) => ({
  start: `2027-01-${day}T08:30:00+01:00`,
  end: `2027-01-${day}T10:00:00+01:00`,
});

describe('somebody of several', () => {
  let world: World;
  let browser: Browser;
  const seed = () => {
    const directory = world.embedded.services.get('directory');
    if (!directory) throw new Error('no directory');
    return directory.app.get(DirectorySeed);
  };
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    world = await aWorldWithScreens();
    await seed().region({ id: 'region-vecht', name: 'Vechtdal', municipalityCodes: ['0193'] });
    await world.admin.post(groupsOf('school-brug'), { sector: 'po', grades: ['7'], pupils: 24, name: '7A' });
    await seed().person({ id: 'colleague', name: 'Cas Bos', email: 'colleague@leerbrug.test', roles: both });
    await world.colleague.post(groupsOf('school-kampen'), {
      sector: 'po',
      grades: ['7'],
      pupils: 21,
      name: '7B',
    });
    await until(
      async () =>
        (await world.teacher.post('/api/requests/preview', { ...minimal, regionId: 'region-vecht' }))
          .status === 200,
      'both regions are known',
    );
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const minimal = {
    schoolLocationId: 'school-brug',
    kind: 'guest-lesson',
    themes: ['hi-tech-science/robotics'],
    groups: [{ sector: 'po', grades: ['7'], pupils: 24, name: '7A' }],
    windows: [{ from: '2027-01-11', to: '2027-02-12' }],
  };
  const matches = async () => (await world.teacher.get('/api/matches')).body.items as { regionId: string }[];

  it('asks in the region that its teacher chose', async () => {
    const { page, context, watched } = await personOf(world, browser, 'teacher');
    await open(page, '/aanvragen/nieuw');
    await page.getByLabel('In welke regio?').selectOption('Vechtdal');
    await page.getByRole('button', { name: /Hi-tech/ }).click();
    await page.getByRole('button', { name: /^7A/ }).click();
    await page
      .getByRole('button', { name: /^Alle ochtenden, / })
      .first()
      .click();
    await page.getByText(/^(\d+ passen|\d past|Nog niets past)/).waitFor();
    await keepPicture(page, 'ask-in-region');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vraag aan', exact: true }).click();
    await page.waitForURL(/\/aanvragen\/[0-9a-f]+\?nieuw/);

    const { items } = (await world.teacher.get('/api/requests')).body;
    expect(items).toMatchObject([{ regionId: 'region-vecht' }]);
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('books, and sees what that costs, in the region that is chosen', async () => {
    const offer = await publishedOffer(world, {
      slots: [{ ...onDay('26'), groups: 2 }],
      promise: 'firm',
      costPerPupilCents: 250,
    });
    const { page, context, watched } = await personOf(world, browser, 'teacher');
    await open(page, `/aanbod/${offer.id}/boek`);
    await page.getByLabel('In welke regio?').selectOption('Vechtdal');
    await page.getByRole('button', { name: /^7A/ }).click();
    await page.getByText('Samen € 60: school € 60.').waitFor();
    await keepPicture(page, 'book-in-region');
    await page.getByRole('button', { name: /^Boek/ }).click();
    await page.waitForURL(/\/afspraken\/[0-9a-f]+/);

    expect(await matches()).toMatchObject([{ regionId: 'region-vecht' }]);
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it.each(['teacher', 'partner'] as const)(
    'records what its %s agreed in the region of that',
    async (who) => {
      const { page, context, watched } = await personOf(world, browser, who);
      await open(page, '/afspraken/vastleggen');
      if (who === 'teacher') {
        await page.getByLabel('In welke regio?').selectOption('IJssel');
        await page.getByLabel('Met welke partner?').selectOption('Machinefabriek Hoekstra');
      } else {
        await page.getByLabel('Met welke school?').selectOption('Obs De Brug');
        await page.getByLabel('In welke regio?').selectOption('IJssel');
      }
      await keepPicture(page, `arrange-in-region-${who}`);
      await page.getByLabel('Op welke dag?').fill(who === 'teacher' ? '2027-02-02' : '2027-02-04');
      await page.getByLabel(/^Van/).fill('09:00');
      await page.getByLabel(/^Tot/).fill('10:00');
      if (who === 'teacher') await page.getByRole('button', { name: /^7A/ }).click();
      else {
        await page.getByLabel('Naam van de klas').fill('8B');
        await page.getByRole('button', { name: '8', exact: true }).click();
        await page.getByLabel('Aantal leerlingen').fill('20');
        await page.getByRole('button', { name: 'Voeg de klas toe' }).click();
      }
      await page.getByLabel('Waarover?').selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Leg dit vast' }).click();
      await page.waitForURL(/\/afspraken\/[0-9a-f]+/);

      const [newest] = await matches();
      expect(newest).toMatchObject({ origin: 'arranged', regionId: 'region-ijssel' });
      await context.close();
      expect(watched.wrong).toEqual([]);
    },
  );

  it.each(['asks', 'books', 'records'] as const)('%s for the school that is chosen', async (what) => {
    const offer = await publishedOffer(world, { slots: [{ ...onDay('19'), groups: 2 }], promise: 'firm' });
    const { page, context, watched } = await personOf(world, browser, 'colleague');
    const path = {
      asks: '/aanvragen/nieuw',
      books: `/aanbod/${offer.id}/boek`,
      records: '/afspraken/vastleggen',
    }[what];
    const label = what === 'records' ? 'Namens wie leg je het vast?' : 'Voor welke vestiging?';
    await open(page, path);
    await page.getByRole('button', { name: /^7A/ }).click();

    await page.getByLabel(label).selectOption('De Springplank');
    await page.getByRole('button', { name: /^7A/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^7B/ }).click();
    await keepPicture(page, `${what}-for-school`);
    expect(await axeFinds(page)).toEqual([]);
    if (what === 'books') {
      await page.getByRole('button', { name: /^Boek/ }).click();
      await page.waitForURL(/\/afspraken\/[0-9a-f]+/);

      const [booked] = (await world.coordinator.get('/api/matches')).body.items;
      expect(booked).toMatchObject({ origin: 'booked', schoolLocationId: 'school-kampen' });
    }
    await page.goto('/aanvragen/nieuw');
    await settled(page);
    expect(await page.getByLabel('Voor welke vestiging?').inputValue()).toBe('school-kampen');
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('offers as the organisation that is chosen', async () => {
    const roles = ['factory', 'museum'].map((organisationId) => ({
      role: 'partner' as const,
      organisationId,
    }));
    await seed().person({ id: 'museum', name: 'Mies Visser', email: 'museum@leerbrug.test', roles });
    const { page, context, watched } = await personOf(world, browser, 'museum');
    await open(page, '/mijn-aanbod/nieuw?begin=leeg');
    await page.getByLabel('Van welke organisatie is dit?').selectOption('Stedelijk Museum Kampen');
    await page.getByLabel('Hoe heet het?').fill('Waterwerken');
    await page.getByRole('button', { name: /Hi-tech/ }).click();
    await page.getByRole('button', { name: 'basisonderwijs', exact: true }).click();
    await page.getByLabel(/^Leerlingen per begeleider, basisonderwijs/).fill('8');
    await page.getByLabel('Plaats').fill('Kampen');
    await keepPicture(page, 'offers-for-organisation');
    // What lies under the header that stays cannot be touched there.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: /^Maak een concept/ }).click();
    await page.waitForURL(/\/mijn-aanbod\/[0-9a-f]+/);

    const { items } = (await world.museum.get('/api/offers')).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        ...{ title: 'Waterwerken', organisationId: 'museum' },
        audience: [{ sector: 'po', pupilsPerAdult: 8 }],
      }),
    );
    await context.close();
    expect(watched.wrong).toEqual([]);
  });
});
