import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import { allPages } from './pages.js';
import type { components, paths } from './schema.js';

export type CatalogueItem = components['schemas']['CatalogueItemView'];
export type CatalogueOffer = components['schemas']['CatalogueOfferView'];
type Asked = NonNullable<paths['/api/catalogue']['get']['parameters']['query']>;
export type CatalogueQuestion = Pick<
  Asked,
  'theme' | 'near' | 'km' | 'sector' | 'grade' | 'from' | 'to' | 'words' | 'region'
>;

export const catalogueQuery = (question: CatalogueQuestion) =>
  queryOptions({
    queryKey: ['catalogue', question],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/catalogue', { params: { query: { ...question, limit: 100 } }, signal })),
    placeholderData: (before) => before,
  });

/** What comes after the first hundred. */
export const catalogueRestQuery = (question: CatalogueQuestion, cursor: string | null) =>
  queryOptions({
    queryKey: ['catalogue', question, 'after', cursor],
    queryFn: ({ signal }) =>
      allPages((page) =>
        answerOf(
          api.GET('/api/catalogue', {
            params: { query: { ...question, ...(cursor ? { cursor } : {}), ...page } },
            signal,
          }),
        ),
      ),
    enabled: cursor !== null,
  });

export const catalogueOfferQuery = (offerId: string) =>
  queryOptions({
    queryKey: ['catalogue', 'offer', offerId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/catalogue/{offerId}', { params: { path: { offerId } }, signal })),
  });
