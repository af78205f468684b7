import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import { allPages } from './pages.js';
import type { components } from './schema.js';

export type Round = components['schemas']['RoundView'];
export type RoundBody = components['schemas']['PostRoundBody'];
export type RoundLine = components['schemas']['RoundLineView'];
export type Fairness = components['schemas']['FairnessView'];

export const roundsQuery = (region: string) =>
  queryOptions({
    queryKey: ['rounds', 'region', region],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/rounds', { params: { query: { region, limit: 100 } }, signal })),
    enabled: region !== '',
  });

const often = 1_000;

/** Asked again each second while its plan is being made. */
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/rounds/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.plan?.phase === 'planning' ? often : false),
  });

/** Every line of the plan; `run` tells one plan from the next. */
export const roundLinesQuery = (id: string, run: number) =>
  queryOptions({
    queryKey: ['round-lines', id, run],
    queryFn: ({ signal }) =>
      allPages((page) =>
        answerOf(api.GET('/api/rounds/{id}/lines', { params: { path: { id }, query: page }, signal })),
      ),
  });

export const openRound = (body: RoundBody, header: Keyed) =>
  answerOf(api.POST('/api/rounds', { params: { header }, body }));

export const planRound = (id: string, header: Keyed) =>
  answerOf(api.POST('/api/rounds/{id}/plan', { params: { path: { id }, header } }));

export const cancelPlan = (id: string, header: Keyed) =>
  answerOf(api.POST('/api/rounds/{id}/plan/cancel', { params: { path: { id }, header } }));
