interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const mostPages = 50;

/** All of a list, page after page of a hundred; `ask` takes the cursor of the next. */
export async function allPages<Item>(
  ask: (page: { readonly limit: number; readonly cursor?: string }) => Promise<PageOf<Item>>,
  most = mostPages,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < most; page += 1) {
    const answer = await ask({ limit: 100, ...(cursor ? { cursor } : {}) });
    items.push(...answer.items);
    if (answer.next === null) break;
    cursor = answer.next;
  }
  return items;
}
