/** The `after` of a query is not a `next` that a store gave. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
  constructor() {
    super('the cursor is not one of this list');
  }
}

/** Where a page ended: its last document's `sort` and id. */
export interface Place {
  readonly sort: string;
  readonly id: string;
}

export function writeCursor({ sort, id }: Place): string {
  return Buffer.from(JSON.stringify([sort, id])).toString('base64url');
}

/** @throws InvalidCursor unless it is exactly what `writeCursor` made. */
export function readCursor(cursor: string): Place {
  const place = parse(Buffer.from(cursor, 'base64url').toString());
  if (!place || writeCursor(place) !== cursor) throw new InvalidCursor();
  return place;
}

function parse(text: string): Place | undefined {
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts) || parts.length !== 2) return undefined;
    const [sort, id] = parts as unknown[];
    return typeof sort === 'string' && typeof id === 'string' ? { sort, id } : undefined;
  } catch {
    // Not JSON: refused by the caller like any other cursor that is not ours.
    return undefined;
  }
}
