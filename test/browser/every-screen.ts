import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { axeFinds, keepPicture, sidewaysBy } from './look.js';
import { drawn, open, settled, somebody, type Looks, type Somebody } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';
import { screens, type Screen } from './screens.js';
import { thingsToLookAt } from './things-to-look-at.js';

const widths = [360, 768, 1440];
/** In each language and scheme axe reads one width, so that every width is read. */
const readAt = { nl: { light: 360, dark: 1440 }, en: { light: 1440, dark: 768 } } as const;
/** What is left of a window of 1280 by 1024 px for somebody who enlarges it four times. */
const enlarged = { width: 320, height: 256 };

/** Looks at every screen in that language: both schemes, every width, enlarged, with axe and a picture of each. */
export function describeEveryScreen(language: NonNullable<Looks['language']>): void {
  describe(`every screen in ${language}`, () => {
    let leerbrug: RunningLeerbrug;
    let browser: Browser;
    let named: Readonly<Record<string, string>>;
    const people = new Map<string, Somebody>();
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
      leerbrug = await runningLeerbrug();
      named = await thingsToLookAt(browser, leerbrug.url);
    });
    afterAll(async () => {
      await browser?.close();
      await leerbrug?.close();
    });

    /** One browser for each of the people, as they would have. */
    async function whoLooks({ person }: Screen): Promise<Somebody> {
      const name = person ?? 'visitor';
      const found =
        people.get(name) ?? (await somebody(browser, leerbrug.url, { person, language, colours: 'auto' }));
      people.set(name, found);
      return found;
    }

    it.each(screens)('$name: readable by everybody, nothing sideways, nothing went wrong', async (screen) => {
      const { page, watched } = await whoLooks(screen);
      const before = watched.wrong.length;
      const found: string[] = [];
      await paint(page, 'light');
      await open(
        page,
        screen.path.replace(/[A-Z]{4,}/, (name) => named[name] ?? name),
      );
      for (const scheme of ['light', 'dark'] as const) {
        await paint(page, scheme);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await settled(page);
          await keepPicture(page, `${screen.name}-${language}-${scheme}-${width}`);
          found.push(...(await sideways(page, width)));
          if (readAt[language][scheme] === width)
            found.push(...(await axeFinds(page)).map((line) => `${width}, ${scheme}: ${line}`));
        }
      }
      found.push(...(await moving(page)));
      await page.setViewportSize(enlarged);
      await settled(page);
      found.push(...(await sideways(page, enlarged.width)));
      await page.setViewportSize({ width: 360, height: 900 });

      expect([...found, ...watched.wrong.slice(before)]).toEqual([]);
    });
  });
}

/** The device turns light or dark, and the page with it. */
async function paint(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  if (page.url() === 'about:blank') return;
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  await drawn(page);
}

async function sideways(page: Page, width: number): Promise<string[]> {
  const by = await sidewaysBy(page);
  return by > 0 ? [`${by} px sideways at ${width}`] : [];
}

/** What moves for longer than an eye sees, for somebody whose device asks for less motion. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getTiming().duration ?? 0) > 1)
      .map((animation) => `moves: ${animation.id || animation.constructor.name}`),
  );
}
