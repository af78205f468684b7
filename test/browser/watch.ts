import type { Page, Request } from 'playwright-core';

export interface Watched {
  /** Console errors, violations of the page's policy, requests that failed: one line each. */
  readonly wrong: readonly string[];
}

const asking = new WeakMap<Page, ReadonlySet<Request>>();

/** Nothing was asked for the length of a frame or three; a server that is slow is not waited for beyond ten seconds. */
export async function answered(page: Page): Promise<void> {
  const open = asking.get(page);
  for (let quiet = 0, tries = 0; quiet < 3 && tries < 500; tries += 1) {
    quiet = (open?.size ?? 0) === 0 ? quiet + 1 : 0;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Listens from the first request on. What a browser gives up because the page moved on is no failure. */
export function watch(page: Page): Watched {
  const wrong: string[] = [];
  const open = new Set<Request>();
  asking.set(page, open);
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => void open.delete(request));
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
