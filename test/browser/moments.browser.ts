import { chromium, type Browser } from 'playwright-core';
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
});
