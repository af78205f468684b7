import type { Activity, DemandRow } from '../api/report-views.js';
import type { DemandSearch, RowKey, RowsOnly, RowsSearch } from './search.js';

const rootOf = (theme: string) => theme.split('/')[0] ?? theme;

/** Counted or not. */
const tookPlace = ({ status }: Activity) => status === 'counted' || status === 'to-be-counted';

const keysOf: Readonly<Record<RowKey, (row: Activity) => readonly string[]>> = {
  municipality: ({ municipality }) => [municipality ?? 'unknown'],
  sector: ({ sectors }) => sectors.map(({ sector }) => sector),
  kind: ({ kind }) => [kind],
  root: ({ themes }) => themes.map(rootOf),
  month: ({ date }) => [date.slice(0, 7)],
  partner: ({ partnerId }) => [partnerId],
  location: ({ locationId }) => [locationId],
  programme: ({ programme }) => [programme],
  origin: ({ origin }) => [origin],
};

const counts: Readonly<Record<RowsOnly, (row: Activity) => boolean>> = {
  held: tookPlace,
  counted: ({ status }) => status === 'counted',
  'to-be-counted': ({ status }) => status === 'to-be-counted',
  planned: ({ status }) => status === 'planned',
  'no-show': ({ status }) => status === 'no-show',
  cancelled: ({ status }) => status === 'cancelled',
  'hours-given': (row) => tookPlace(row) && row.hours !== null,
  'hours-missing': (row) => tookPlace(row) && row.hours === null,
  'school-said': (row) => tookPlace(row) && row.schoolFit !== null,
  'partner-said': (row) => tookPlace(row) && row.partnerFit !== null,
};

/** The rows that a figure is a sum over; of a sector each with its own pupils alone. */
export function rowsBehind(rows: readonly Activity[], { by, is, only }: RowsSearch): readonly Activity[] {
  const counted = only ? rows.filter(counts[only]) : rows;
  if (!by || is === undefined) return counted;
  const found = counted.filter((row) => keysOf[by](row).includes(is));
  return by === 'sector' ? found.map((row) => ({ ...row, ...partOf(row, is) })) : found;
}

function partOf({ sectors }: Activity, sector: string): Partial<Pick<Activity, 'groups' | 'pupils'>> {
  const part = sectors.find((each) => each.sector === sector);
  return part ? { groups: part.groups, pupils: part.pupils } : {};
}

export interface Sums {
  readonly activities: number;
  /** By state: pupils who were counted are not added to those who are expected. */
  readonly pupils: { readonly counted: number; readonly expected: number; readonly missed: number };
  readonly hours: number;
}

/** What rows come to together. */
export function sumsOf(rows: readonly Activity[]): Sums {
  const pupils = { counted: 0, expected: 0, missed: 0 };
  for (const row of rows) pupils[pupilsAre[row.status]] += row.pupils;
  // In hundredths: fractions do not add up to what people add up.
  const hours = rows.reduce((sum, row) => sum + Math.round((row.hours ?? 0) * 100), 0) / 100;
  return { activities: rows.length, pupils, hours };
}

const pupilsAre: Readonly<Record<Activity['status'], keyof Sums['pupils']>> = {
  counted: 'counted',
  'to-be-counted': 'expected',
  planned: 'expected',
  'no-show': 'missed',
  cancelled: 'missed',
};

/** The requests that a cell of the unmet demand counts. */
export function demandBehind(rows: readonly DemandRow[], { theme, area, weekday }: DemandSearch) {
  return rows.filter(
    ({ rootThemes, municipality, weekdays }) =>
      (!theme || rootThemes.includes(theme)) &&
      (!area || (municipality ?? 'unknown') === area) &&
      (!weekday || weekdays.includes(weekday)),
  );
}
