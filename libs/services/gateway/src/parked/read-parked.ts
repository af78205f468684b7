import { Unavailable } from '#libs/contracts';
import type { ParkedView } from '#libs/runtime';

const patienceMs = 2_000;
/** A hundred each: with more than that an operator begins with the first of them anyway. */
const pagesAtMost = 10;

interface ParkedPage {
  readonly items: readonly ParkedView[];
  readonly next: string | null;
}

/** What one service has parked, the first thousand of it. A list without it would look whole. @throws Unavailable */
export async function readParked(service: string, base: string, token: string): Promise<ParkedView[]> {
  const headers = { authorization: `Bearer ${token}` };
  const parked: ParkedView[] = [];
  let cursor: string | null = '';
  for (let page = 0; page < pagesAtMost && cursor !== null; page += 1) {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { items, next } = await pageAt(service, `${base}/api/parked?limit=100${query}`, headers);
    parked.push(...items);
    cursor = next;
  }
  return parked;
}

async function pageAt(service: string, url: string, headers: Record<string, string>): Promise<ParkedPage> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(patienceMs) });
    if (response.ok) return (await response.json()) as ParkedPage;
    await response.body?.cancel();
  } catch (cause) {
    throw new Unavailable(service, { cause });
  }
  throw new Unavailable(service);
}
