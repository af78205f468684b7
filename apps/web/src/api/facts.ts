import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { components } from './schema.js';

export type Taxonomy = components['schemas']['TaxonomyView'];

/** Themes, kinds, sectors and their words: the same for everybody, all day. */
export const taxonomyQuery = queryOptions({
  queryKey: ['taxonomy'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/taxonomy', { signal })),
  staleTime: Infinity,
});

export const regionQuery = (id: string) =>
  queryOptions({
    queryKey: ['regions', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/regions/{id}', { params: { path: { id } }, signal })),
  });
