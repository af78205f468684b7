import type { Reach, Report } from '../api/report-views.js';
import type { RowKey, RowsSearch } from './search.js';

/** A figure as a screen shows it, and the rows that it is the sum of: how many, their pupils or their hours. */
export interface ShownFigure {
  readonly value: number;
  readonly sums: 'activities' | 'pupils' | 'hours';
  readonly rows: RowsSearch;
}

const activities = (value: number, rows: RowsSearch): ShownFigure => ({ value, sums: 'activities', rows });
const pupils = (value: number, rows: RowsSearch): ShownFigure => ({ value, sums: 'pupils', rows });

/** At the top of the page. */
export function headFigures({ reach, endings }: Pick<Report, 'reach' | 'endings'>) {
  return {
    counted: activities(reach.counted.activities, { only: 'counted' }),
    'to-be-counted': activities(reach.toBeCounted.activities, { only: 'to-be-counted' }),
    planned: activities(reach.planned.activities, { only: 'planned' }),
    'no-show': activities(endings.noShows.activities, { only: 'no-show' }),
    cancelled: activities(endings.cancelled.activities, { only: 'cancelled' }),
  } as const;
}

/** Of one line of the reach; pupils who were counted and those who were planned are not added up. */
export function reachFigures(by: RowKey, { key: is, counted, toBeCounted, planned }: Reach) {
  return {
    held: activities(counted.activities + toBeCounted.activities, { by, is, only: 'held' }),
    counted: pupils(counted.pupils, { by, is, only: 'counted' }),
    toBeCounted: pupils(toBeCounted.pupils, { by, is, only: 'to-be-counted' }),
    planned: activities(planned.activities, { by, is, only: 'planned' }),
  } as const;
}

type HoursLine = Pick<Report['hours'], 'activities' | 'total' | 'missing'>;

/** Hours of all partners, or of one. */
export function hoursFigures({ activities: entered, total, missing }: HoursLine, partnerId?: string) {
  const of: RowsSearch = partnerId === undefined ? {} : { by: 'partner', is: partnerId };
  return {
    entered: activities(entered, { ...of, only: 'hours-given' }),
    total: { value: total, sums: 'hours', rows: { ...of, only: 'hours-given' } } satisfies ShownFigure,
    missing: activities(missing, { ...of, only: 'hours-missing' }),
  } as const;
}

/** What is still to come at a school that got nothing yet. */
export const plannedFigure = ({ id, planned }: Report['locations']['notReached'][number]): ShownFigure =>
  activities(planned, { by: 'location', is: id, only: 'planned' });

/** How many said what they thought of it. */
export const saidFigure = (side: 'school' | 'partner', { opinions }: Pick<Report, 'opinions'>): ShownFigure =>
  activities(opinions[side].evaluations, { only: `${side}-said` });
