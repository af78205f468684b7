import { randomUUID } from 'node:crypto';
import type { Somebody } from './people.js';

/** What somebody may read, without a screen. @throws what was refused */
export async function ask<T>({ context }: Somebody, path: string): Promise<T> {
  const answer = await context.request.get(path);
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** All of a list that somebody may read. @throws what was refused */
export async function askAll<T>(who: Somebody, path: string): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor = '';
  do {
    const page = `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor}`;
    const answer = await ask<{ items: readonly T[]; next: string | null }>(who, page);
    items.push(...answer.items);
    cursor = answer.next ? `&cursor=${encodeURIComponent(answer.next)}` : '';
  } while (cursor);
  return items;
}

/** Does something as somebody, without a screen. @throws what was refused */
export async function say<T>({ context }: Somebody, path: string, data: object): Promise<T> {
  const headers = { 'idempotency-key': randomUUID(), 'sec-fetch-site': 'same-origin' };
  const answer = await context.request.post(path, { data, headers });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Looks again and again. @throws when it never comes */
export async function waitUntil<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('It never came');
}
