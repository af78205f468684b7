import type { ReadAll } from '#libs/ports/document-store/port';
import type { SqliteSnapshot } from '#libs/ports/sqlite';

export function readAllOf(snapshot: SqliteSnapshot): ReadAll {
  return async function* ({ name }) {
    if (!snapshot.has(name)) return;
    for (const { body } of snapshot.rows(`select body from "${name}"`)) yield JSON.parse(String(body));
  };
}
