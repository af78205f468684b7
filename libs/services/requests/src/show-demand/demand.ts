import type { OpenDemandView } from '#libs/contracts';
import { rootOfTheme } from '#libs/facts';

/** What counts of a request. */
export interface Wanted {
  readonly themes: readonly string[];
  readonly municipality: string;
}

/** A number under this could point at one school. */
const fewest = 5;

/**
 * How many ask for each root theme, and where. Numbers under five are null; where one place alone would be, its smallest
 * neighbour is too, since the theme's own number would tell it.
 */
export function demandOf(wanted: readonly Wanted[]): OpenDemandView {
  const byTheme = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { themes, municipality } of wanted) {
    for (const theme of new Set(themes.map((each) => rootOfTheme(each) ?? each))) {
      const places = byTheme.get(theme) ?? new Map<string, number>();
      byTheme.set(theme, places.set(municipality, (places.get(municipality) ?? 0) + 1));
      totals.set(theme, (totals.get(theme) ?? 0) + 1);
    }
  }
  const most = (a: { requests: number | null }, b: { requests: number | null }) =>
    (b.requests ?? 0) - (a.requests ?? 0);
  const themes = [...totals].map(([theme, total]) => ({ theme, requests: total < fewest ? null : total }));
  const places = [...byTheme].flatMap(([theme, counts]) => {
    const hidden = hiddenOf(counts);
    return [...counts].map(([municipality, count]) => ({
      theme,
      municipality,
      requests: hidden.has(municipality) ? null : count,
    }));
  });
  const byName = (a: { municipality: string }, b: { municipality: string }) =>
    a.municipality < b.municipality ? -1 : 1;
  return { themes: themes.sort(most), places: places.sort((a, b) => most(a, b) || byName(a, b)) };
}

function hiddenOf(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const ascending = [...counts].sort(([, a], [, b]) => a - b);
  const few = ascending.filter(([, count]) => count < fewest).length;
  return new Set(ascending.slice(0, few === 1 ? 2 : few).map(([municipality]) => municipality));
}
