import { chromium, type Browser } from 'playwright-core';
import { until } from '../support/until.js';
import { askedMatch, postedRequest, proposalsOf, publishedOffer, type World } from '../support/world.js';
import { chromiumPath } from './chromium.js';
import { axeFinds } from './look.js';
import { aWorldWithScreens, personOf } from './own-world.js';
import { open, settled, somebody } from './people.js';

const morning = (day: string) => ({
  start: `2027-01-${day}T08:30:00+01:00`,
  end: `2027-01-${day}T12:00:00+01:00`,
  groups: 1,
});

describe('what is asked of somebody', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    world = await aWorldWithScreens();
  });
  afterEach(() => world.close());

  /** Agreed for a Tuesday at nine. */
  const agreed = async () => {
    await publishedOffer(world, { slots: [morning('12')] });
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    const match = await askedMatch(world, request.id, items[0].slotId);
    const start = '2027-01-12T09:00:00+01:00';
    await world.partner.post(`/api/matches/${match.id}/accept`, { start });
    await world.teacher.post(`/api/matches/${match.id}/accept`, { start });
    return match;
  };
  const recorded = async () => {
    const past = { start: '2026-11-10T09:00:00+01:00', end: '2026-11-10T10:30:00+01:00' };
    const group = { sector: 'po', grades: ['7'], pupils: 26, name: '7A' };
    const { body } = await until(async () => {
      const answer = await world.teacher.post('/api/matches/arranged', {
        ...{ schoolLocationId: 'school-brug', organisationId: 'factory', kind: 'guest-lesson' },
        themes: ['hi-tech-science/robotics'],
        sessions: [{ ...past, groups: [group] }],
      });
      return answer.status !== 422 && answer;
    }, 'both sides to be known');
    return body;
  };
  const linkTo = (name: string) =>
    until(async () => {
      const mails = await world.mails(`${name}@leerbrug.test`);
      return mails.map(({ text }) => /\/actie#[A-Za-z0-9_-]{43}/.exec(text)?.[0]).find(Boolean);
    }, 'a mail with a link');

  it('a change says from what to what, and a no to it leaves the appointment as it was', async () => {
    const match = await agreed();
    const moved = { start: '2027-01-12T10:15:00+01:00', reason: 'De gymzaal is dan vrij.' };
    await world.teacher.post(`/api/matches/${match.id}/move`, moved, { prefer: 'wait=5' });
    const { page, context, watched } = await personOf(world, browser, 'partner');

    await open(page, '/vandaag');
    const card = page.getByRole('article', { name: match.title });
    expect(await card.innerText()).toMatch(/Nu\s+di 12 jan, 9\.00–10\.30 uur\s+Wordt\s+di 12 jan, 10\.15/);
    const found = await axeFinds(page);
    await card.getByRole('link', { name: 'Zeg nee' }).click();
    await page.getByRole('button', { name: 'Zeg nee' }).click();
    await page.getByText('De afspraak blijft zoals ze was. De ander leest je reden.').waitFor();
    await settled(page);
    found.push(...(await axeFinds(page)));

    await open(page, '/vandaag');
    await card.getByRole('button', { name: 'Zeg ja op de wijziging' }).click();
    await card.waitFor({ state: 'detached' });
    expect((await world.partner.get(`/api/matches/${match.id}`)).body).toMatchObject({
      ...{ change: null, sessions: [{ start: moved.start }] },
    });
    await context.close();
    expect([...found, ...watched.wrong]).toEqual([]);
  });

  it('of what was recorded it is asked whether it was so, before its hours', async () => {
    const match = await recorded();
    const { page, context, watched } = await personOf(world, browser, 'partner');

    await open(page, '/vandaag');
    const card = page.getByRole('article', { name: match.title });
    await card.getByText('Zeg of het klopt').waitFor();
    expect(await page.getByText('Geef je uren door').count()).toBe(0);
    await card.getByRole('link', { name: 'Dit klopt niet' }).waitFor();
    await card.getByRole('button', { name: 'Dit klopt' }).click();
    await card.waitFor({ state: 'detached' });

    expect((await world.partner.get(`/api/matches/${match.id}`)).body.acceptedBy).toMatchObject({
      partner: { by: 'partner' },
    });
    await context.close();
    expect(watched.wrong).toEqual([]);
  });

  it('behind a mail link a no says what it comes to, and figures stand filled in and stay when emptied', async () => {
    const match = await recorded();
    const { page, context, watched } = await somebody(browser, world.embedded.url);

    await open(page, await linkTo('partner'));
    await page.getByRole('button', { name: 'Dit klopt niet' }).click();
    await page.getByText('Wat was vastgelegd, telt dan niet mee. De ander hoort waarom.').waitFor();
    expect(await page.getByText('zoeken').count()).toBe(0);
    const found = await axeFinds(page);
    await page.getByRole('button', { name: 'Hoeveel uur kostte het?' }).click();
    await page.getByLabel('Uren zelf').fill('3');
    await page.getByLabel('Uren reizen').fill('');
    await page.getByRole('button', { name: 'Geef dit door' }).click();
    await page.getByText('Bedankt, het staat erbij.').waitFor();

    const { hours, prefilled } = (await world.coordinator.get(`/api/matches/${match.id}`)).body;
    expect(hours).toMatchObject({ delivery: 3, travel: prefilled.hours.travel });
    await context.close();
    expect([...found, ...watched.wrong]).toEqual([]);
  });
});
