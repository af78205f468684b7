import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import { confirmed } from './confirmed.js';

export interface ReportPeriod {
  readonly region: string;
  readonly from: string;
  /** Inclusive. */
  readonly to: string;
}

export const reportQuery = (period: ReportPeriod) =>
  queryOptions({
    queryKey: ['reports', period],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/reports/region', { params: { query: { ...period } }, signal })),
    enabled: period.region !== '',
    placeholderData: (before) => before,
  });

/** The rows that every figure about activities is a sum over. */
export const activitiesQuery = (period: ReportPeriod) =>
  queryOptions({
    queryKey: ['reports', 'rows', period],
    queryFn: async ({ signal }) => {
      const answer = await confirmed(() =>
        answerOf(
          api.GET('/api/exports/activities', { params: { query: { ...period, format: 'json' } }, signal }),
        ),
      );
      return typeof answer === 'string' ? [] : answer.items;
    },
    enabled: period.region !== '',
  });

/** The requests that the unmet demand counts. */
export const demandRowsQuery = (period: ReportPeriod) =>
  queryOptions({
    queryKey: ['reports', 'demand', period],
    queryFn: ({ signal }) =>
      confirmed(() => answerOf(api.GET('/api/exports/demand', { params: { query: { ...period } }, signal }))),
    enabled: period.region !== '',
  });

/** All rows as a spreadsheet opens them. */
export const activitiesFile = (period: ReportPeriod) =>
  answerOf(
    api.GET('/api/exports/activities', {
      params: { query: { ...period, format: 'csv' } },
      parseAs: 'blob',
    }),
  );
