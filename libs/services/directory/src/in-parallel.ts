/** So many writes at a time that the store's commits are shared, and so few that others get their turn. */
const atOnce = 64;

export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  let at = 0;
  const lane = async (): Promise<void> => {
    for (let mine = at++; mine < items.length; mine = at++) await work(items[mine] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}
