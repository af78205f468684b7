import { chromium, type Browser } from 'playwright-core';
import { until } from '../support/until.js';
import { publishedOffer, type World } from '../support/world.js';
import { chromiumPath } from './chromium.js';
import { axeFinds, keepPicture } from './look.js';
import { aWorldWithScreens, personOf } from './own-world.js';
import { open } from './people.js';

const onDay = (day: string, groups = 1) => ({
  start: `2027-${day}T08:30:00+01:00`,
  end: `2027-${day}T12:00:00+01:00`,
  groups,
});

describe('the moments of an offer', () => {
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

  it('a school reads how many of the partner’s groups a class takes, how long it is, and that there are more', async () => {
    const days = Array.from({ length: 25 }, (_, i) => `03-${String(i + 1).padStart(2, '0')}`);
    const offer = await publishedOffer(world, {
      ...{ promise: 'firm', slots: days.map((day) => onDay(day, 2)), pupils: { min: 5, max: 30 } },
      ...{ pupilsPerGroup: 15, durationMinutes: 60, lessonsPerVisit: 2, costPerGroupCents: 2500 },
    });
    const { page, context, watched } = await personOf(world, browser, 'teacher');
    await open(page, `/aanbod/${offer.id}`);

    await page.getByText('€ 25 per groep van hoogstens 15 leerlingen').waitFor();
    await page.getByText('Een klas van 30 telt als 2 groepen.').waitFor();
    await page.getByText('2 lessen van 1 uur na elkaar, samen 2 uur').waitFor();
    await page.getByText('2 groepen van hoogstens 15 leerlingen').first().waitFor();
    await page.getByText('Later zijn er nog meer momenten.').waitFor();
    await keepPicture(page, 'offer-own-groups');
    const found = await axeFinds(page);
    await open(page, `/aanbod/${offer.id}/boek`);
    await page.getByText('Kosten: € 25 per groep van hoogstens 15 leerlingen.').waitFor();
    await page.getByRole('link', { name: 'Vraag het aan en kies zelf de weken' }).waitFor();
    await keepPicture(page, 'book-own-groups');

    expect([...found, ...(await axeFinds(page))]).toEqual([]);
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('a partner reads what is promised to schools, and what it can do about it', async () => {
    const [first, second] = [onDay('02-02'), { ...onDay('02-09'), groups: 3 }];
    const offer = await publishedOffer(world, { promise: 'firm', title: 'Bruggen', slots: [first, second] });
    const groups = [{ sector: 'po', grades: ['7'], pupils: 24, name: '7A' }];
    for (const { id } of offer.slots) {
      const body = { schoolLocationId: 'school-brug', groups };
      const path = `/api/slots/${id}/bookings`;
      await until(async () => (await world.teacher.post(path, body)).status === 202, 'the booking');
    }
    await until(
      async () => (await world.partner.get(`/api/offers/${offer.id}`)).body.slots[1].free === 2,
      'both places to be secured',
    );
    const { page, context, watched } = await personOf(world, browser, 'partner');
    await open(page, `/mijn-aanbod/${offer.id}`);

    await page.getByText('1 groep vergeven aan een school', { exact: false }).nth(1).waitFor();
    await page.getByText('1 groep vergeven aan een school · plek voor 2 groepen').waitFor();
    await keepPicture(page, 'own-moments');
    const found = await axeFinds(page);
    await page.getByRole('button', { name: 'Meer', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Weghalen kan pas als die afspraak is afgezegd').waitFor();
    await dialog.getByRole('link', { name: 'Bekijk de afspraak' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Haal dit moment weg' }).count()).toBe(0);
    expect(await dialog.getByRole('button', { name: 'Elders vergeven' }).count()).toBe(0);
    await keepPicture(page, 'own-moment');
    await open(page, '/mijn-aanbod');
    await page.getByText('1 moment open').waitFor();
    await page.getByText(/eerst di 9 feb/).waitFor();

    expect(found).toEqual([]);
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('a coordinator reads of a pause as long as there is one; who takes nothing new shows nothing to book', async () => {
    const offer = await publishedOffer(world, { promise: 'firm', title: 'Pauze', slots: [onDay('02-16')] });
    const organisation = '/api/organisations/factory';
    const { etag } = await world.coordinator.get(organisation);
    await world.coordinator.patch(organisation, { pausedUntil: '2026-12-01' }, etag);
    await until(
      async () => (await world.visitor.get(`/api/catalogue/${offer.id}`)).body.pausedUntil,
      'the pause to be known',
    );
    const teacher = await personOf(world, browser, 'teacher');
    await open(teacher.page, `/aanbod/${offer.id}`);
    await teacher.page.getByText('De partner neemt tot di 1 dec niets nieuws aan.').waitFor();
    await teacher.page.getByText('Vraag het aan, dan zoeken wij een moment.').waitFor();
    expect(await teacher.page.getByRole('link', { name: 'Boek een moment' }).count()).toBe(0);
    await keepPicture(teacher.page, 'offer-paused');
    const coordinator = await personOf(world, browser, 'coordinator');
    const { page } = coordinator;
    await page.clock.setFixedTime('2026-11-30T09:00:00+01:00');
    await open(page, '/organisaties');
    await page.getByText('even niet, tot di 1 dec').waitFor();

    await page.clock.setFixedTime('2026-12-01T09:00:00+01:00');
    await page.reload();

    await page.getByText('Machinefabriek Hoekstra').first().waitFor();
    expect(await page.getByText('even niet').count()).toBe(0);
    const people = [teacher, coordinator];
    await Promise.all(people.map(({ context }) => context.close()));
    expect(people.flatMap(({ watched }) => watched.wrong)).toEqual([]);
  });
});
