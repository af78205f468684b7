import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { open, somebody, type DemoPerson } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';

interface Picture {
  readonly file: string;
  readonly path: string;
  readonly person: DemoPerson;
  /** What they press before it is taken. */
  readonly press?: readonly RegExp[];
  /** What they read then. */
  readonly reads?: RegExp;
}

const pictures: readonly Picture[] = [
  {
    file: 'docs/images/ask.png',
    path: '/aanvragen/nieuw',
    person: 'demo-teacher',
    press: [/^7\/8B/, /Hi-tech/],
    reads: /^\d+ passen\./,
  },
  { file: 'docs/images/board.png', path: '/bord?state=ready', person: 'demo-coordinator' },
];

describe('the pictures of the README', () => {
  let leerbrug: RunningLeerbrug;
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    leerbrug = await runningLeerbrug();
  });
  afterAll(async () => {
    await browser?.close();
    await leerbrug?.close();
  });

  it.each(pictures)(
    '$file is there and shown; `UPDATE_IMAGES=1 npm run test:browser` takes it',
    async (picture) => {
      const { file, path, person, press = [], reads } = picture;
      const { page, context, watched } = await somebody(browser, leerbrug.url, {
        person,
        width: 1280,
        height: 800,
      });
      await open(page, path);
      for (const name of press) await page.getByRole('button', { name }).click();
      if (reads) await page.getByText(reads).waitFor();
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        scrollTo(0, 0);
      });
      await page.waitForFunction(() => !document.body.textContent?.includes('…'));
      if (process.env['UPDATE_IMAGES'] === '1') {
        mkdirSync('docs/images', { recursive: true });
        await page.screenshot({ path: file });
      }
      await context.close();

      expect(existsSync(file)).toBe(true);
      expect(readFileSync('README.md', 'utf8')).toContain(`(${file})`);
      expect(watched.wrong).toEqual([]);
    },
  );
});
