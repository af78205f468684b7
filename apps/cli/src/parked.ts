import type { Api } from './api.js';
import type { Screen } from './screen.js';

interface Parked {
  readonly id: string;
  readonly service: string;
  readonly topic: string;
  readonly key: string;
  readonly why: string;
  readonly reason: string;
  readonly parkedAt: string;
  readonly state: string;
  readonly event?: string | null;
}

interface ParkedPage {
  readonly items: readonly Parked[];
  readonly next: string | null;
}

export async function listParked(instance: Api, screen: Screen): Promise<void> {
  let [count, cursor]: [number, string | null] = [0, ''];
  while (cursor !== null) {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page: ParkedPage = await instance.get<ParkedPage>(`/api/parked?limit=100${query}`);
    for (const parked of page.items) screen.line(lineOf(parked));
    count += page.items.length;
    cursor = page.next;
  }
  screen.line(count === 0 ? 'Nothing is parked.' : `${count} parked.`);
}

export async function showParked(instance: Api, id: string, screen: Screen): Promise<void> {
  const parked = await instance.get<Parked>(routeOf(id));
  screen.line(lineOf(parked));
  screen.line(parked.event ?? 'It has no content.');
}

export async function replayParked(instance: Api, id: string, screen: Screen): Promise<void> {
  screen.line(lineOf(await instance.post<Parked>(`${routeOf(id)}/replay`)));
}

export async function dropParked(
  instance: Api,
  { id, reason }: { readonly id: string; readonly reason: string },
  screen: Screen,
): Promise<void> {
  screen.line(lineOf(await instance.post<Parked>(`${routeOf(id)}/drop`, { reason })));
}

function routeOf(id: string): string {
  return `/api/parked/${encodeURIComponent(id)}`;
}

function lineOf({ id, parkedAt, topic, key, why, reason, state }: Parked): string {
  return `${id}  ${parkedAt}  ${topic}/${key}  ${state}: ${why} (${reason})`;
}
