import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answered, watch, type Watched } from './watch.js';

export type DemoPerson =
  | 'demo-teacher'
  | 'demo-school-admin'
  | 'demo-partner'
  | 'demo-museum'
  | 'demo-coordinator'
  | 'demo-leader'
  | 'demo-municipality'
  | 'demo-operator';

export interface Looks {
  readonly language?: 'nl' | 'en';
  /** `auto` follows the device, which a test may change. */
  readonly colours?: 'light' | 'dark' | 'auto';
  readonly width?: number;
  readonly height?: number;
}

export interface Somebody {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in this browser so far. */
  readonly watched: Watched;
}

/** A browser of one's own, signed in as one of the demo's people; without a name a visitor's. */
export async function somebody(
  browser: Browser,
  url: string,
  { person, ...looks }: Looks & { readonly person?: DemoPerson | undefined } = {},
): Promise<Somebody> {
  const { language = 'nl', colours = 'light', width = 1440, height = 900 } = looks;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: colours === 'auto' ? 'light' : colours,
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    ([spoken, scheme]) => {
      localStorage.setItem('leerbrug.language', spoken as string);
      localStorage.setItem('leerbrug.colours', scheme as string);
    },
    [language, colours],
  );
  if (person) {
    const answer = await context.request.post('/api/demo/sign-in', {
      data: { personId: person },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    if (!answer.ok()) throw new Error(`${person}: ${await answer.text()}`);
  }
  const page = await context.newPage();
  return { page, context, watched: watch(page) };
}

/** Goes there and waits until nothing is being asked any more. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** The screen has its heading and its letters, shows no skeleton, and waits for nothing. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]'));
  await answered(page);
  await page.evaluate(() => document.fonts.ready);
  await drawn(page);
}

/** What changed has been painted. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}
