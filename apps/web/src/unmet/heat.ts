import type { DemandCell } from '../api/report-views.js';

export interface Heat {
  readonly themes: readonly string[];
  readonly areas: readonly string[];
  /** By theme and area, `theme|area`. */
  readonly counts: ReadonlyMap<string, number>;
  readonly most: number;
}

/** Themes by areas on one weekday (`all`: on any), the most wanted first; both kinds of unanswered together. */
export function heatOf(cells: readonly DemandCell[], weekday: string): Heat {
  const wanted = cells.filter((cell) => cell.weekday === weekday);
  const counts = new Map(
    wanted.map(({ rootTheme, municipality, open, unmet }) => [`${rootTheme}|${municipality}`, open + unmet]),
  );
  return {
    themes: byTotal(wanted, ({ rootTheme }) => rootTheme),
    areas: byTotal(wanted, ({ municipality }) => municipality),
    counts,
    most: Math.max(0, ...counts.values()),
  };
}

function byTotal(cells: readonly DemandCell[], keyOf: (cell: DemandCell) => string): readonly string[] {
  const totals = new Map<string, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    totals.set(key, (totals.get(key) ?? 0) + cell.open + cell.unmet);
  }
  return [...totals].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}

/** Which of five strengths a count has beside the largest; 0 for none. */
export function strengthOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 5));
}
