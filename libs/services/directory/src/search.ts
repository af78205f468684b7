import { writeCursor, type Page, type Query } from '#libs/ports/document-store/port';
import type { Aggregate } from '#libs/runtime';

/** Lower case, without accents. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

interface Search<S> {
  readonly find: (query: Pick<Query, 'after' | 'limit'>) => Promise<Page<Aggregate<S>>>;
  readonly matches: (state: S) => boolean;
  /** What the index that `find` reads sorts by. */
  readonly sort: (state: S) => string;
}

const atOnce = 200;

/**
 * A page of what matches, walking the index from `after`. Registers are small (a region some hundreds, the whole country
 * under ten thousand), so words need no index of their own.
 */
export async function searchPage<S>(
  { find, matches, sort }: Search<S>,
  { after, limit }: { after?: string; limit: number },
): Promise<Page<Aggregate<S>>> {
  const found: Aggregate<S>[] = [];
  let from = after;
  do {
    const page = await find({ limit: atOnce, ...(from ? { after: from } : {}) });
    found.push(...page.items.filter(({ state }) => matches(state)));
    from = page.next ?? undefined;
  } while (from && found.length <= limit);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last;
  return { items, next: more ? writeCursor({ sort: sort(last.state), id: last.id }) : null };
}

/** Everything that a query finds, page by page. */
export async function everything<S>(
  find: (query: Pick<Query, 'after' | 'limit'>) => Promise<Page<Aggregate<S>>>,
): Promise<Aggregate<S>[]> {
  const all: Aggregate<S>[] = [];
  let after: string | null = null;
  do {
    const page: Page<Aggregate<S>> = await find({ limit: 1000, ...(after ? { after } : {}) });
    all.push(...page.items);
    after = page.next;
  } while (after);
  return all;
}

/** Of two scopes the narrower: a region's key alone when the scope holds all of that region. */
export function scopeWithin(scope: readonly string[], region: string | undefined): readonly string[] {
  const key = `region:${region}`;
  return region !== undefined && (scope.includes('*') || scope.includes(key)) ? [key] : scope;
}
