import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];
export type Parked = Schemas['ParkedView'];
export type Health = Schemas['HealthView'];
export type AuditEntry = Schemas['AuditEntryView'];
export type ApiToken = Schemas['ApiTokenView'];

export const parkedQuery = queryOptions({
  queryKey: ['parked'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/parked', { signal })),
});

export const parkedEventQuery = (id: string) =>
  queryOptions({
    queryKey: ['parked', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/parked/{id}', { params: { path: { id } }, signal })),
  });

export const replayParked = (id: string, header: Keyed) =>
  answerOf(api.POST('/api/parked/{id}/replay', { params: { path: { id }, header } }));

export const dropParked = ({ id, reason }: { readonly id: string; readonly reason: string }, header: Keyed) =>
  answerOf(api.POST('/api/parked/{id}/drop', { params: { path: { id }, header }, body: { reason } }));

const often = 10_000;

/** Of every service; asked again by itself. What is not well answers 503 with the same words. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }): Promise<Health> => {
    const { data, error, response } = await api.GET('/health/ready', { signal });
    const said = data ?? (error as Health | undefined);
    return said && 'services' in said ? said : answerOf(Promise.resolve({ error, response }));
  },
  refetchInterval: often,
});

export interface AuditQuestion {
  readonly object?: string;
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
}

export const auditQuery = (question: AuditQuestion) =>
  queryOptions({
    queryKey: ['audit', question],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/audit', { params: { query: { ...question, limit: 50 } }, signal })),
    placeholderData: (before) => before,
  });

export const issueToken = (body: Schemas['PostApiTokenBody'], header: Keyed) =>
  answerOf(api.POST('/api/api-tokens', { params: { header }, body }));

export const revokeToken = (id: string) =>
  answerOf(api.DELETE('/api/api-tokens/{id}', { params: { path: { id } } }));
