import type { Page } from 'playwright-core';

export interface Watched {
  /** Console errors, violations of the page's policy, requests that failed: one line each. */
  readonly wrong: readonly string[];
}

/** Listens from the first request on. What a browser gives up because the page moved on is no failure. */
export function watch(page: Page): Watched {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text()))
      wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') wrong.push(`${request.method()} ${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      wrong.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
  });
  return { wrong };
}
