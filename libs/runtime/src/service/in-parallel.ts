/** So many writes at a time that the store's commits are shared, and so few that others get their turn. */
const mostAtOnce = 64;

/** The results in the order of the items. The first failure fails it all; what had begun goes on. */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce = mostAtOnce,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let at = 0;
  const lane = async (): Promise<void> => {
    for (let mine = at++; mine < items.length; mine = at++) results[mine] = await work(items[mine] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  return results;
}
