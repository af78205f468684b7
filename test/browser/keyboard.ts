import type { Page } from 'playwright-core';

const most = 400;

/** Goes there as hands on a keyboard do, until what has the focus is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
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

/** The same to what is there in that role under that name, and no step when the focus is on it already. */
export async function tabToThe(
  page: Page,
  role: 'button' | 'link' | 'combobox',
  name: RegExp,
): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  await target.waitFor();
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way to ${role} ${String(name)} by keyboard`);
}
