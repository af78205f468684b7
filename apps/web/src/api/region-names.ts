import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import { allPages } from './pages.js';
import type { components } from './schema.js';

export type SchoolLine = components['schemas']['SchoolLocationLineView'];
export type Organisation = components['schemas']['OrganisationView'];
export type Offer = components['schemas']['OfferView'];

const anHour = 3_600_000;

export const regionSchoolsQuery = (region: string) =>
  queryOptions({
    queryKey: ['school-locations', 'region', region],
    queryFn: ({ signal }) =>
      allPages((page) =>
        answerOf(api.GET('/api/school-locations', { params: { query: { region, ...page } }, signal })),
      ),
    staleTime: anHour,
    enabled: region !== '',
  });

export const regionOrganisationsQuery = (region: string) =>
  queryOptions({
    queryKey: ['organisations', 'region', region],
    queryFn: ({ signal }) =>
      allPages((page) =>
        answerOf(api.GET('/api/organisations', { params: { query: { region, ...page } }, signal })),
      ),
    staleTime: anHour,
    enabled: region !== '',
  });

/** An offer as its owner and the coordinator see it. */
export const offerSeenQuery = (id: string) =>
  queryOptions({
    queryKey: ['offers', 'seen', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/offers/{id}', { params: { path: { id } }, signal })),
    staleTime: anHour,
    enabled: id !== '',
  });
