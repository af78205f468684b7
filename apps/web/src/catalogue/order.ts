import type { CatalogueItem } from '../api/catalogue.js';

/** Nearest first when a place was named, else what is free soonest; what has nothing free comes last. */
export function inOrder(items: readonly CatalogueItem[]): CatalogueItem[] {
  return items.toSorted(
    (a, b) => kmOf(a) - kmOf(b) || startOf(a).localeCompare(startOf(b)) || a.title.localeCompare(b.title),
  );
}

const kmOf = ({ km }: CatalogueItem) => km ?? 0;
const startOf = ({ nextSlots }: CatalogueItem) => nextSlots[0]?.start ?? '9999';
