/** By what the rows behind a figure are chosen. */
export const rowKeys = [
  'municipality',
  'sector',
  'kind',
  'root',
  'month',
  'partner',
  'location',
  'programme',
  'origin',
] as const;
export type RowKey = (typeof rowKeys)[number];

/** What of them counts: in which state, with or without hours, said something of by which side. */
export const rowsOnly = [
  'held',
  'counted',
  'to-be-counted',
  'planned',
  'no-show',
  'cancelled',
  'hours-given',
  'hours-missing',
  'school-said',
  'partner-said',
] as const;
export type RowsOnly = (typeof rowsOnly)[number];

export interface FiguresSearch {
  /** `2026-2027` */
  readonly year?: string;
}

export interface RowsSearch extends FiguresSearch {
  readonly by?: RowKey;
  readonly is?: string;
  readonly only?: RowsOnly;
}

/** Which cell of the unmet demand; what is left out is any. */
export interface DemandSearch extends FiguresSearch {
  readonly theme?: string;
  readonly area?: string;
  /** `any`: those that wish no day in particular. */
  readonly weekday?: string;
}

export function demandSearchOf(search: Record<string, unknown>): DemandSearch {
  const said = ['theme', 'area', 'weekday'].filter((name) => typeof search[name] === 'string');
  return {
    ...figuresSearchOf(search),
    ...Object.fromEntries(said.map((name) => [name, search[name] as string])),
  };
}

export function figuresSearchOf({ year }: Record<string, unknown>): FiguresSearch {
  return typeof year === 'string' && /^\d{4}-\d{4}$/.test(year) ? { year } : {};
}

export function rowsSearchOf(search: Record<string, unknown>): RowsSearch {
  const by = rowKeys.find((each) => each === search['by']);
  const is = search['is'];
  const only = rowsOnly.find((each) => each === search['only']);
  return {
    ...figuresSearchOf(search),
    ...(by && typeof is === 'string' ? { by, is } : {}),
    ...(only ? { only } : {}),
  };
}
