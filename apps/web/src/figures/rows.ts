import type { Activity, DemandRow } from '../api/reports.js';
import type { DemandSearch, RowKey } from './search.js';

const rootOf = (theme: string) => theme.split('/')[0] ?? theme;

/** Counted or not. */
const tookPlace = ({ status }: Activity) => status === 'counted' || status === 'to-be-counted';

const keysOf: Readonly<Record<RowKey, (row: Activity) => readonly string[]>> = {
  status: ({ status }) => [status],
  municipality: ({ municipality }) => [municipality ?? 'unknown'],
  sector: ({ sectors }) => sectors.map(({ sector }) => sector),
  kind: ({ kind }) => [kind],
  root: ({ themes }) => themes.map(rootOf),
  month: ({ date }) => [date.slice(0, 7)],
  partner: ({ partnerId }) => [partnerId],
  location: ({ locationId }) => [locationId],
  programme: ({ programme }) => [programme],
  origin: ({ origin }) => [origin],
  hours: (row) => (tookPlace(row) ? [row.hours === null ? 'missing' : 'given'] : []),
};

/** The rows that a figure is a sum over: `held` stands for all that took place, counted or not. */
export function rowsBehind(rows: readonly Activity[], by?: RowKey, is?: string): readonly Activity[] {
  if (!by || is === undefined) return rows;
  if (by === 'status' && is === 'held') return rows.filter(tookPlace);
  return rows.filter((row) => keysOf[by](row).includes(is));
}

/** The requests that a cell of the unmet demand counts. */
export function demandBehind(rows: readonly DemandRow[], { theme, area, weekday }: DemandSearch) {
  return rows.filter(
    ({ rootThemes, municipality, weekdays }) =>
      (!theme || rootThemes.includes(theme)) &&
      (!area || (municipality ?? 'unknown') === area) &&
      (!weekday || weekdays.includes(weekday)),
  );
}
