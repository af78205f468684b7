import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { axeFinds, keepPicture, sidewaysBy } from './look.js';
import { open, somebody, type Looks } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';
import { screens } from './screens.js';

const widths = [360, 768, 1440];
const looks: Looks[] = (['nl', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((colours) => ({ language, colours })),
);

/** What the addresses in `screens.ts` name in capitals. */
async function thingsToLookAt(browser: Browser, url: string): Promise<Record<string, string>> {
  const { context } = await somebody(browser, url, { person: 'demo-teacher' });
  const itemsOf = async (path: string) =>
    ((await (await context.request.get(path)).json()) as { items: Record<string, string>[] }).items;
  const offers = await itemsOf('/api/catalogue?limit=100');
  const [request] = await itemsOf('/api/requests');
  const [match] = await itemsOf('/api/matches');
  await context.close();
  const partner = (await somebody(browser, url, { person: 'demo-partner' })).context;
  const [ownOffer] = (
    (await (await partner.request.get('/api/offers')).json()) as { items: { id: string }[] }
  ).items;
  await partner.close();
  return {
    FIRST: offers[0]?.['offerId'] ?? '',
    FIRM: offers.find(({ promise }) => promise === 'firm')?.['offerId'] ?? '',
    OWNED: ownOffer?.id ?? '',
    REQUEST: request?.['id'] ?? '',
    MATCH: match?.['id'] ?? '',
  };
}

describe('every screen', () => {
  let leerbrug: RunningLeerbrug;
  let browser: Browser;
  let named: Readonly<Record<string, string>>;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    leerbrug = await runningLeerbrug();
    named = await thingsToLookAt(browser, leerbrug.url);
  });
  afterAll(async () => {
    await browser?.close();
    await leerbrug?.close();
  });

  describe.each(looks)('in $language, $colours', (look) => {
    it.each(screens)('$name: readable by everybody, nothing sideways, nothing went wrong', async (screen) => {
      const { person } = screen;
      const { page, context, watched } = await somebody(browser, leerbrug.url, {
        ...look,
        ...(person ? { person } : {}),
      });
      const found: string[] = [];
      await open(
        page,
        screen.path.replace(/[A-Z]{4,}/, (name) => named[name] ?? name),
      );
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await keepPicture(page, `${screen.name}-${look.language}-${look.colours}-${width}`);
        const sideways = await sidewaysBy(page);
        if (sideways > 0) found.push(`${sideways} px sideways at ${width}`);
        found.push(...(await axeFinds(page)).map((line) => `${width}: ${line}`));
      }
      await context.close();

      expect([...found, ...watched.wrong]).toEqual([]);
    });
  });
});
