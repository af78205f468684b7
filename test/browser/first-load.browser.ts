import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { open, somebody, type DemoPerson } from './people.js';
import { runningLeerbrug, type RunningLeerbrug } from './running-leerbrug.js';

const kilobyte = 1024;
const asked: readonly { readonly path: string; readonly person?: DemoPerson; readonly most: number }[] = [
  { path: '/', most: 176 },
  { path: '/bord', person: 'demo-coordinator', most: 350 },
];

/** What all the scripts weigh that the page asked for until it stood still, packed as gzip does. */
async function scriptBytes(page: Page): Promise<number> {
  const names = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
  return [...new Set(names)]
    .map((path) => gzipSync(readFileSync(resolve('dist/web', `.${path}`)), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

const assets = (ending: string) =>
  readdirSync(resolve('dist/web/assets'))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(resolve('dist/web/assets', name), 'utf8'))
    .join('\n');
/** What Mantine calls its classes. */
const classesIn = (text: string) => new Set([...text.matchAll(/\bm_[0-9a-f]{6,8}\b/g)].map(([name]) => name));

describe('the styles of Mantine', () => {
  it('are there for all that the scripts name, although each part is named for itself', () => {
    const all = classesIn(readFileSync(resolve('node_modules/@mantine/core/styles.css'), 'utf8'));
    const there = classesIn(assets('.css'));

    const missing = [...classesIn(assets('.js'))].filter((name) => all.has(name) && !there.has(name));

    expect(there.size).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });
});

describe('the first screen', () => {
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

  it.each(asked)('of $path asks for no more than $most KB of script', async ({ path, person, most }) => {
    const { page, context } = await somebody(browser, leerbrug.url, person ? { person } : {});
    await open(page, path);

    const bytes = await scriptBytes(page);

    await context.close();
    console.info(`first load of ${path}: ${(bytes / kilobyte).toFixed(1)} KB of script (gzip)`);
    expect(bytes).toBeGreaterThan(50 * kilobyte);
    expect(bytes).toBeLessThanOrEqual(most * kilobyte);
  });
});
