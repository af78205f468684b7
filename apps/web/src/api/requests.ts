import { queryOptions } from '@tanstack/react-query';
import { answerOf, taggedAnswerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import { allPages } from './pages.js';
import type { components } from './schema.js';

export type Request = components['schemas']['RequestView'];
export type RequestBody = components['schemas']['PostRequestBody'];
export type RequestPatch = components['schemas']['PatchRequestBody'];
export type RequestWindow = components['schemas']['WindowBody'];

/** Newest first, five hundred at most. */
export const requestsQuery = queryOptions({
  queryKey: ['requests'],
  queryFn: ({ signal }) =>
    allPages((page) => answerOf(api.GET('/api/requests', { params: { query: page }, signal })), {
      limit: 500,
      most: 1,
    }),
});

/** With the tag that a change of it sends. */
export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', id],
    queryFn: ({ signal }) =>
      taggedAnswerOf(api.GET('/api/requests/{id}', { params: { path: { id } }, signal })),
  });

/** What would come of it if it were sent now; nothing is stored. */
export const previewQuery = (body: RequestBody | undefined) =>
  queryOptions({
    queryKey: ['requests', 'preview', body],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/requests/preview', {
          params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: body as RequestBody,
          signal,
        }),
      ),
    enabled: body !== undefined,
    placeholderData: (before) => before,
    retry: false,
  });

export const postRequest = (body: RequestBody, header: Keyed) =>
  answerOf(api.POST('/api/requests', { params: { header }, body }));

export const patchRequest = ({ id, tag, body }: { id: string; tag: string; body: RequestPatch }) =>
  answerOf(api.PATCH('/api/requests/{id}', { params: { path: { id }, header: { 'If-Match': tag } }, body }));

export const withdrawRequest = ({ id, reason }: { id: string; reason: string }, header: Keyed) =>
  answerOf(api.POST('/api/requests/{id}/withdraw', { params: { path: { id }, header }, body: { reason } }));
