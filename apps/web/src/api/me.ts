import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { components } from './schema.js';

export type Me = components['schemas']['MeView'];
export type Role =
  'teacher' | 'school-admin' | 'partner' | 'partner-admin' | 'coordinator' | 'reader' | 'operator';

/** How one gets in here, and whether one is in. */
export const waysInQuery = queryOptions({
  queryKey: ['me', 'ways-in'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/sign-in', { signal })),
});

/** Who one is; null for a visitor. */
export const meQuery = queryOptions({
  queryKey: ['me', 'who'],
  queryFn: async ({ client, signal }): Promise<Me | null> => {
    const { signedIn } = await client.fetchQuery({ ...waysInQuery, staleTime: 0 });
    return signedIn ? answerOf(api.GET('/api/me', { signal })) : null;
  },
  staleTime: 60_000,
});

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/sessions', { signal })),
});

export const passkeysQuery = queryOptions({
  queryKey: ['me', 'passkeys'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/passkeys', { signal })),
});

export const endSession = (id: string) =>
  answerOf(api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }));
