interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

interface HowMany {
  /** Pages at most. */
  readonly most?: number;
  /** Items in a page: as many as the server gives of this list. */
  readonly limit?: number;
}

/** All of a list, page after page; `ask` takes the cursor of the next. */
export async function allPages<Item>(
  ask: (page: { readonly limit: number; readonly cursor?: string }) => Promise<PageOf<Item>>,
  { most = 50, limit = 100 }: HowMany = {},
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < most; page += 1) {
    const answer = await ask({ limit, ...(cursor ? { cursor } : {}) });
    items.push(...answer.items);
    if (answer.next === null) break;
    cursor = answer.next;
  }
  return items;
}
