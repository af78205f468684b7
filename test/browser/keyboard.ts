import type { Page } from 'playwright-core';

/** Goes there as hands on a keyboard do, until what has the focus is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 400; pressed += 1) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      const label = at?.labels?.[0]?.textContent;
      return (at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? '').trim();
    });
    if (name.test(called)) return;
  }
  throw new Error(`No focus ever came to ${String(name)}`);
}
