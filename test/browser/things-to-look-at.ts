import type { APIRequestContext, Browser } from 'playwright-core';
import { somebody } from './people.js';

type Item = Readonly<Record<string, string>>;

async function itemsOf(request: APIRequestContext, path: string): Promise<readonly Item[]> {
  const answer = await request.get(path);
  return ((await answer.json()) as { items: Item[] }).items;
}

/** What the addresses in `screens.ts` name in capitals. */
export async function thingsToLookAt(
  browser: Browser,
  url: string,
): Promise<Readonly<Record<string, string>>> {
  const teacher = (await somebody(browser, url, { person: 'demo-teacher' })).context;
  const partner = (await somebody(browser, url, { person: 'demo-partner' })).context;
  const coordinator = (await somebody(browser, url, { person: 'demo-coordinator' })).context;
  const offers = await itemsOf(teacher.request, '/api/catalogue?limit=100');
  const [request] = await itemsOf(teacher.request, '/api/requests');
  const matches = await itemsOf(teacher.request, '/api/matches');
  const matchThatIs = (wanted: string) => matches.find(({ state }) => state === wanted)?.['id'] ?? '';
  const [owned] = await itemsOf(partner.request, '/api/offers');
  const [round] = await itemsOf(coordinator.request, '/api/rounds');
  await Promise.all([teacher.close(), partner.close(), coordinator.close()]);
  return {
    FIRST: offers[0]?.['offerId'] ?? '',
    FIRM: offers.find(({ promise }) => promise === 'firm')?.['offerId'] ?? '',
    OWNED: owned?.['id'] ?? '',
    REQUEST: request?.['id'] ?? '',
    ROUND: round?.['id'] ?? '',
    MATCH: matchThatIs('confirmed'),
    ASKED: matchThatIs('asked'),
    PAST: matchThatIs('closed'),
  };
}
