import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const folder = resolve('test/browser/screenshots');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA, one line for each kind and place. */
export async function axeFinds(page: Page): Promise<string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations', 'incomplete'] })
    .withTags(tags)
    // We have no frames, for which it would open a page of its own.
    .setLegacyMode()
    .analyze();
  // Letters in the very colour of their ground axe leaves to people: they cannot see them either.
  const invisible = incomplete.filter(({ id, nodes }) => id === 'color-contrast' && nodes.some(isInvisible));
  return [...violations, ...invisible].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

type Node = Awaited<ReturnType<AxeBuilder['analyze']>>['incomplete'][number]['nodes'][number];

function isInvisible({ any }: Node): boolean {
  return any.some(({ data }) => (data as { messageKey?: string } | null)?.messageKey === 'equalRatio');
}

/** Keeps a picture of the whole page, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.jpg`), fullPage: true, type: 'jpeg', quality: 80 });
}

/** By how many pixels the page is wider than its window. */
export function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
