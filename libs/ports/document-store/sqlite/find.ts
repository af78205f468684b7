import type { Place, Query } from '#libs/ports/document-store/port';
import type { Statements } from '#libs/ports/sqlite';

const COUNT_AT_MOST = 10_000;

type Range = Pick<Query, 'from' | 'to' | 'order'> & { readonly after?: Place };
type Walk = Range & { readonly limit: number; readonly key?: string };

/** The places of the query's documents in the index table, in order, each once, at most `limit`. */
export function findPlaces(
  statements: Statements,
  table: string,
  query: Query,
  after: Place | undefined,
): Place[] {
  const { equals, oneOf, limit } = query;
  const walk: Walk = { ...query, after };
  if (!oneOf) return placesOf(statements, table, { ...walk, key: equals });

  // One short walk per key: sorting everything under all keys in SQL would read far more than a page.
  const places = [...new Set(oneOf)].flatMap((key) => placesOf(statements, table, { ...walk, key }));
  return firstOf(places, query.order, limit);
}

/** How many documents, counted no further than 10,000. */
export function countPlaces(
  statements: Statements,
  table: string,
  query: Omit<Query, 'limit' | 'after' | 'order'>,
): number {
  const { conditions, values } = conditionsOf(query);
  if (query.equals !== undefined) add(conditions, values, 'by = ?', query.equals);
  if (query.oneOf)
    add(conditions, values, 'by in (select value from json_each(?))', JSON.stringify(query.oneOf));
  const row = statements(
    `select count(*) as n from (select distinct sort, id from ${table}${where(conditions)} limit ${COUNT_AT_MOST})`,
  ).get(...values);
  return Number(row?.['n']);
}

function placesOf(statements: Statements, table: string, walk: Walk): Place[] {
  const { limit, key, order } = walk;
  const { conditions, values } = conditionsOf(walk);
  if (key !== undefined) add(conditions, values, 'by = ?', key);
  const direction = order === 'descending' ? 'desc' : 'asc';
  // Under one key a document stands once; telling copies apart costs more than a short walk itself.
  const distinct = key === undefined ? 'distinct ' : '';
  const rows = statements(
    `select ${distinct}sort, id from ${table}${where(conditions)} order by sort ${direction}, id ${direction} limit ?`,
  ).all(...values, limit);
  return rows.map((row) => ({ sort: String(row['sort']), id: String(row['id']) }));
}

function conditionsOf({ from, to, order, after }: Range): { conditions: string[]; values: string[] } {
  const conditions: string[] = [];
  const values: string[] = [];
  if (from !== undefined) add(conditions, values, 'sort >= ?', from);
  if (to !== undefined) add(conditions, values, 'sort < ?', to);
  if (after) {
    add(conditions, values, `(sort, id) ${order === 'descending' ? '<' : '>'} (?, ?)`, after.sort, after.id);
  }
  return { conditions, values };
}

function add(conditions: string[], values: string[], condition: string, ...bound: string[]): void {
  conditions.push(condition);
  values.push(...bound);
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
}

function firstOf(places: Place[], order: Query['order'], limit: number): Place[] {
  const sign = order === 'descending' ? -1 : 1;
  places.sort((one, other) => sign * (compareText(one.sort, other.sort) || compareText(one.id, other.id)));
  const seen = new Set<string>();
  const first: Place[] = [];
  for (const place of places) {
    if (first.length === limit) break;
    if (!seen.has(place.id)) first.push(place);
    seen.add(place.id);
  }
  return first;
}

/** As SQLite compares text (by UTF-8 bytes): JavaScript puts characters beyond U+FFFF before U+E000. */
function compareText(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const difference = one.charCodeAt(at) - other.charCodeAt(at);
    if (difference === 0) continue;
    const surrogates = Number(isSurrogate(one, at)) - Number(isSurrogate(other, at));
    const bothHigh = one.charCodeAt(at) >= 0xd800 && other.charCodeAt(at) >= 0xd800;
    return bothHigh && surrogates !== 0 ? surrogates : difference;
  }
  return one.length - other.length;
}

function isSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdfff;
}
