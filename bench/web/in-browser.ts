import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { weightOf } from './chunks.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** `CHROME_PATH`, else the first browser on the path. @throws where there is none */
export async function openBrowser(): Promise<Browser> {
  const { CHROME_PATH, PATH = '' } = process.env;
  const found = CHROME_PATH
    ? [CHROME_PATH]
    : PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const executablePath = found.find((each) => existsSync(each));
  if (!executablePath) throw new Error('No Chromium: install one, or name it in CHROME_PATH');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

// Run in the page, whose types the programs here do not have.
const observing = `
  globalThis.seen = { paint: 0, delay: 0 };
  const note = (type, each, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  note('largest-contentful-paint', ({ startTime }) => (seen.paint = startTime));
  note('event', ({ duration, interactionId }) => {
    if (interactionId) seen.delay = Math.max(seen.delay, duration);
  }, { durationThreshold: 16 });
`;

export interface Screen {
  readonly page: Page;
  /** All the scripts that it asked for until it stood still, KB gzip. */
  scripts(): Promise<number>;
  /** When its largest part was painted, ms after it was asked for. */
  largestPaint(): Promise<number>;
  /** The longest that something pressed took until it was painted, ms; 16 when shorter than could be told. */
  longestInput(): Promise<number>;
  close(): Promise<void>;
}

interface Opened {
  readonly url: string;
  readonly path: string;
  /** The demo's person; a visitor when left out. */
  readonly person?: string;
  /** So many times slower than this machine. */
  readonly slower?: number;
}

/** Opens it in a browser that never saw it before, and waits until it stands still. */
export async function openScreen(
  browser: Browser,
  { url, path, person, slower = 1 }: Opened,
): Promise<Screen> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  await context.addInitScript(observing);
  if (person) {
    const headers = { 'sec-fetch-site': 'same-origin' };
    await context.request.post('/api/demo/sign-in', { data: { personId: person }, headers });
  }
  const page = await context.newPage();
  if (slower > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  }
  await page.goto(path);
  await page.locator('main h1').first().waitFor();
  await page.locator('.mantine-Skeleton-root, [aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(2_500);
  return {
    page,
    async scripts() {
      const asked = await page.evaluate<string[]>(
        `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)`,
      );
      const scripts = [...new Set(asked)].filter((each) => each.endsWith('.js'));
      return scripts.reduce((sum, each) => sum + weightOf(each.slice(1)), 0);
    },
    largestPaint: () => page.evaluate<number>('seen.paint'),
    async longestInput() {
      await page.waitForTimeout(500);
      return Math.max(16, await page.evaluate<number>('seen.delay'));
    },
    close: () => context.close(),
  };
}

/** Scrolls what is called so for some seconds. @returns the frames over 50 ms and the longest one, ms */
export async function scrolled(page: Page, region: string): Promise<{ over: number; longest: number }> {
  await page.getByRole('region', { name: region }).hover();
  await page.evaluate(`(() => {
    globalThis.frames = [];
    let last = performance.now();
    const next = (now) => { frames.push(now - last); last = now; requestAnimationFrame(next); };
    requestAnimationFrame(next);
  })()`);
  for (let turn = 0; turn < 100; turn += 1) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(30);
  }
  const frames = await page.evaluate<number[]>('frames');
  return { over: frames.filter((each) => each > 50).length, longest: Math.max(...frames) };
}
